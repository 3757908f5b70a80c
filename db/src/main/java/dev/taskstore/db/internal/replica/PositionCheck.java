package dev.taskstore.db.internal.replica;

import dev.taskstore.db.spi.Replication;
import dev.taskstore.db.spi.ReplicationPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Checks on a connection that its replica has replayed what a read requires: in the text of the
 * first query, which costs no round trip, or in a query of its own. A replica never goes back, so
 * that a position is checked once for each connection. Used by one thread.
 */
public final class PositionCheck {

  private final Replication replication;
  private final ReplicaConnection connection;
  private final List<ReplicationPosition> required;
  private boolean passed;

  PositionCheck(
      Replication replication, ReplicaConnection connection, List<ReplicationPosition> required) {
    this.replication = replication;
    this.connection = connection;
    this.required = required;
    this.passed = isMet();
  }

  private boolean isMet() {
    ReplicationPosition replayed = connection.replayed();
    for (ReplicationPosition position : required) {
      if (!replication.includes(replayed, position)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether the replica is known to have replayed what the read requires. */
  public boolean hasPassed() {
    return passed;
  }

  /** Returns the text of the check followed by a query. */
  public String before(String sql) {
    return replication.replayedPosition() + "; " + sql;
  }

  /**
   * Reads the position from the first result of such a text.
   *
   * @throws ReplicaBehindException if the replica has not replayed what the read requires
   */
  public void read(ResultSet first) throws SQLException {
    String replayed = first.next() ? first.getString(1) : null;
    if (replayed != null) {
      connection.hasReplayed(replication.position(connection.replayed().timeline(), replayed));
    }
    passed = isMet();
    if (!passed) {
      throw new ReplicaBehindException();
    }
  }

  /**
   * Runs the check as a query of its own, unless it has passed.
   *
   * @throws ReplicaBehindException if the replica has not replayed what the read requires
   */
  public void run(Connection on) throws SQLException {
    if (passed) {
      return;
    }
    try (PreparedStatement statement = on.prepareStatement(replication.replayedPosition());
        ResultSet result = statement.executeQuery()) {
      read(result);
    }
  }
}
