package dev.taskstore.db.internal.failure;

import java.sql.SQLException;

/** A failure of one row of several. */
public final class RowFailure extends SQLException {

  private static final long serialVersionUID = 1L;

  private final int row;

  private RowFailure(SQLException cause, int row) {
    super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    this.row = row;
  }

  /** The failure of a row, unless something else is to be thrown in its place. */
  public static SQLException of(SQLException cause, int row) {
    return cause instanceof ReplacedFailure ? cause : new RowFailure(cause, row);
  }

  int row() {
    return row;
  }
}
