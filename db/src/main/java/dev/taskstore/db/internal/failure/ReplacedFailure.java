package dev.taskstore.db.internal.failure;

import java.sql.SQLException;

/** A failure in whose place a listener wants another exception to be thrown. */
public final class ReplacedFailure extends SQLException {

  private static final long serialVersionUID = 1L;

  private final transient RuntimeException replacement;

  public ReplacedFailure(SQLException cause, RuntimeException replacement) {
    super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    this.replacement = replacement;
  }

  RuntimeException replacement() {
    return replacement;
  }
}
