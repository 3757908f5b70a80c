package dev.taskstore.db.exception;

import org.jooq.exception.NoDataFoundException;

/**
 * An entity that a call needs and that is not there: it never was, or it has been deleted. Nothing
 * was written.
 */
public final class EntityNotFoundException extends NoDataFoundException implements DatabaseFailure {

  private static final long serialVersionUID = 1L;

  private final FailureContext context;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do next, without values
   * @param context the place of the failure
   */
  public EntityNotFoundException(String message, FailureContext context) {
    super(message);
    this.context = context;
  }

  @Override
  public FailureContext context() {
    return context;
  }
}
