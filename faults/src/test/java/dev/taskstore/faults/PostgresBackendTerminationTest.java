package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * Tests that sessions terminated by the server under load fail only their current unit, and that
 * the store replaces them.
 */
class PostgresBackendTerminationTest {

  private static final int POOL_SIZE = 5;
  private static final int TERMINATIONS = 40;

  private static final String TERMINATE_ONE =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?"
          + " AND application_name = 'taskstore' ORDER BY random() LIMIT 1";

  @Test
  void sessionsThatAreEndedUnderLoadLoseNothingThatWasAcknowledged() throws SQLException {
    ServerProcess server = ServerProcess.shared();
    String database = server.newDatabase();
    try (TaskStore store = server.store(database).maximumPoolSize(POOL_SIZE).open()) {
      PostgresWorkload workload = new PostgresWorkload(store, 8, FaultSettings.seed());
      ServerSessions sessions = new ServerSessions(server, database);
      PostgresAudit audit = new PostgresAudit(server, database, store, workload);
      int[] terminated = new int[1];
      workload.runDuring(
          () -> {
            terminated[0] = terminate(server, database);
            long calm = System.nanoTime();
            while (!workload.allSucceededSince(calm)) {
              assertThat(System.nanoTime() - calm).isLessThan(10_000_000_000L);
              ServerProcess.pause(10);
            }
          });
      audit.checkUnits();
      sessions.checkPool(store, POOL_SIZE);
      System.out.println(terminated[0] + " sessions terminated: " + audit.summary());
    }
  }

  private static int terminate(ServerProcess server, String database) {
    int terminated = 0;
    try (Connection connection = server.connect(database);
        PreparedStatement statement = connection.prepareStatement(TERMINATE_ONE)) {
      statement.setString(1, database);
      for (int i = 0; i < TERMINATIONS; i++) {
        ServerProcess.pause(40);
        try (ResultSet resultSet = statement.executeQuery()) {
          terminated += resultSet.next() && resultSet.getBoolean(1) ? 1 : 0;
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return terminated;
  }
}
