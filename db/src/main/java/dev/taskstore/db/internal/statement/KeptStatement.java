package dev.taskstore.db.internal.statement;

import java.sql.PreparedStatement;

/**
 * A prepared statement that outlives its use. Used by one thread at a time, as its connection is.
 */
final class KeptStatement {

  private final PreparedStatement statement;
  private boolean inUse;

  KeptStatement(PreparedStatement statement) {
    this.statement = statement;
  }

  PreparedStatement statement() {
    return statement;
  }

  boolean isInUse() {
    return inUse;
  }

  void use() {
    inUse = true;
  }

  void giveBack() {
    inUse = false;
  }
}
