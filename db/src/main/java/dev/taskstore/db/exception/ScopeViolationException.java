package dev.taskstore.db.exception;

/**
 * Thrown when a call in a scope is not permitted for any principal: it uses a table whose ownership
 * is not declared, changes a common row, writes a row that would belong to somebody else, or uses
 * plain jOOQ or plain SQL that the library cannot restrict. Also thrown when a call writes a row
 * that another principal shares, in a way that only its owner is permitted. Nothing was written,
 * and an enclosing transaction remains usable. Retrying fails again.
 *
 * <p>Hidden rows of other principals are not reported by this exception: in a scope, they do not
 * exist.
 */
public final class ScopeViolationException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what is not permitted and what to do next, without values
   * @param context the table and columns of the failure, or {@link FailureContext#NONE}
   */
  public ScopeViolationException(String message, FailureContext context) {
    super(message, context, null);
  }
}
