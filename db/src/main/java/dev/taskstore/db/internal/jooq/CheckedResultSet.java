package dev.taskstore.db.internal.jooq;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.tools.jdbc.DefaultResultSet;

/** The rows of a jOOQ cursor. Each row is fetched after a check of its transaction. */
final class CheckedResultSet extends DefaultResultSet {

  private final Runnable check;

  CheckedResultSet(ResultSet rows, Runnable check) {
    super(rows);
    this.check = check;
  }

  @Override
  public boolean next() throws SQLException {
    check.run();
    return super.next();
  }
}
