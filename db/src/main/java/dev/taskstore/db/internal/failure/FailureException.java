package dev.taskstore.db.internal.failure;

import java.sql.SQLException;

/** Carries a {@link Failure} through code that declares {@link SQLException}. */
final class FailureException extends SQLException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  FailureException(Failure failure) {
    super(failure.exception());
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
