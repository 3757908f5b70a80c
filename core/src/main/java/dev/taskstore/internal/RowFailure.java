package dev.taskstore.internal;

import java.sql.SQLException;

/** A failure of one row of several. */
final class RowFailure extends SQLException {

  private static final long serialVersionUID = 1L;

  private final int row;

  RowFailure(SQLException cause, int row) {
    super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    this.row = row;
  }

  int row() {
    return row;
  }
}
