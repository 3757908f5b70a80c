package dev.taskstore.liquibase.sqlite.rebuild;

import java.sql.SQLException;
import liquibase.exception.DatabaseException;

/** A pragma with a flag that is set while some work runs. */
final class Pragma {

  /** Work that runs while the flag is set. */
  @FunctionalInterface
  interface Work {
    void run() throws DatabaseException, SQLException;
  }

  private Pragma() {}

  static void during(Sql sql, String name, boolean on, Work work)
      throws DatabaseException, SQLException {
    String before = sql.texts("PRAGMA " + name).get(0);
    sql.execute("PRAGMA " + name + (on ? " = ON" : " = OFF"));
    try {
      work.run();
    } finally {
      sql.execute("PRAGMA " + name + " = " + before);
    }
  }
}
