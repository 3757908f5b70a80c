package dev.taskstore.db.exception;

import org.jooq.exception.NoDataFoundException;

/** Thrown when an entity that a call requires does not exist. Nothing was written. */
public final class EntityNotFoundException extends NoDataFoundException implements DatabaseFailure {

  private static final long serialVersionUID = 1L;

  private final FailureContext context;

  /**
   * Creates the exception.
   *
   * @param message what failed and what to do next, without values
   * @param context the table, columns and constraint of the failure
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
