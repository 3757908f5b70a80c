package dev.taskstore.db.internal.replica;

import dev.taskstore.db.internal.value.ReservedParameters;
import dev.taskstore.db.spi.Replication;
import dev.taskstore.db.spi.ReplicationPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Checks on a connection that its replica has replayed a position: in the text of the first query,
 * which costs no round trip, or in a query of its own. A replica never goes back, so that one check
 * is enough for all queries of a connection. Used by one thread.
 */
public final class PositionCheck {

  private final String query;
  private final String parameter;
  private boolean passed;

  PositionCheck(Replication replication, ReplicationPosition required) {
    this.query = replication.hasReplayed();
    this.parameter = replication.parameter(required);
  }

  /** Returns whether the check has passed. */
  public boolean hasPassed() {
    return passed;
  }

  /** Returns the text of the check followed by a query. */
  public String before(String sql) {
    return query + "; " + sql;
  }

  /** Returns the parameters of such a text: the first one belongs to the check. */
  public ReservedParameters parameters(@Nullable ReservedParameters ofQuery) {
    return ReservedParameters.after(parameter, ofQuery);
  }

  /**
   * Reads the outcome from the first result of such a text.
   *
   * @throws ReplicaBehindException if the replica has not replayed the position
   */
  public void read(ResultSet first) throws SQLException {
    passed = first.next() && first.getBoolean(1);
    if (!passed) {
      throw new ReplicaBehindException();
    }
  }

  /**
   * Runs the check as a query of its own, unless it has passed.
   *
   * @throws ReplicaBehindException if the replica has not replayed the position
   */
  public void run(Connection connection) throws SQLException {
    if (passed) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, parameter);
      try (ResultSet result = statement.executeQuery()) {
        read(result);
      }
    }
  }
}
