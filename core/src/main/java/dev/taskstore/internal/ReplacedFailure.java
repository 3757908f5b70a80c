package dev.taskstore.internal;

import java.sql.SQLException;

/** A failure in whose place a listener wants another exception to be thrown. */
final class ReplacedFailure extends SQLException {

  private static final long serialVersionUID = 1L;

  private final transient RuntimeException replacement;

  ReplacedFailure(SQLException cause, RuntimeException replacement) {
    super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    this.replacement = replacement;
  }

  RuntimeException replacement() {
    return replacement;
  }
}
