package dev.taskstore.db.internal.replica;

import java.sql.SQLException;

/** A replica has not replayed the position that a read requires. The read has returned no row. */
public final class ReplicaBehindException extends SQLException {

  private static final long serialVersionUID = 1;

  public ReplicaBehindException() {
    super("The replica has not replayed the required position.");
  }
}
