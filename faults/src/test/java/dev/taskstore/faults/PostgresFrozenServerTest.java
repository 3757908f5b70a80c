package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Tests that calls to an unresponsive server fail in time with a typed exception, and that the same
 * store works again within seconds after the server resumes.
 */
class PostgresFrozenServerTest {

  private static final int POOL_SIZE = 5;
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(1);

  /** The connection timeout, the query timeout, and the time until the connection is abandoned. */
  private static final Duration ANSWER_BOUND =
      CONNECTION_TIMEOUT.plus(QUERY_TIMEOUT).plusSeconds(5);

  private static final Duration MARGIN = Duration.ofSeconds(1);
  private static final Duration FREEZE = Duration.ofSeconds(9);
  private static final Duration RECOVERY_BOUND = Duration.ofSeconds(5);

  @Test
  void callsToAFrozenServerEndInTimeAndTheStoreWorksOnAfterwards() throws SQLException {
    ServerProcess server = ServerProcess.shared();
    String database = server.newDatabase();
    try (TaskStore store =
        server
            .store(database)
            .maximumPoolSize(POOL_SIZE)
            .connectionTimeout(CONNECTION_TIMEOUT)
            .queryTimeout(QUERY_TIMEOUT)
            .open()) {
      PostgresWorkload workload = new PostgresWorkload(store, 8, FaultSettings.seed());
      ServerSessions sessions = new ServerSessions(server, database);
      PostgresAudit audit = new PostgresAudit(server, database, store, workload);
      long[] recovery = new long[1];
      workload.runDuring(() -> recovery[0] = freezeAndThaw(server, workload));
      sessions.awaitQuiet(POOL_SIZE);
      audit.checkUnits();
      sessions.checkPool(store, POOL_SIZE);
      System.out.printf(
          "Server frozen for %s: longest call %d ms; all threads wrote within %d ms after resuming;"
              + " %s%n",
          FREEZE,
          TimeUnit.NANOSECONDS.toMillis(workload.longestCall()),
          TimeUnit.NANOSECONDS.toMillis(recovery[0]),
          audit.summary());
      assertThat(Duration.ofNanos(workload.longestCall())).isLessThan(ANSWER_BOUND.plus(MARGIN));
      assertThat(Duration.ofNanos(recovery[0])).isLessThan(RECOVERY_BOUND);
    }
  }

  /** Returns the time from the resumption until all threads have written again. */
  private static long freezeAndThaw(ServerProcess server, PostgresWorkload workload) {
    ServerProcess.pause(300);
    server.suspend();
    ServerProcess.pause(FREEZE.toMillis());
    server.resume();
    long resumed = System.nanoTime();
    while (!workload.allSucceededSince(resumed)
        && System.nanoTime() - resumed < 4 * RECOVERY_BOUND.toNanos()) {
      ServerProcess.pause(10);
    }
    return System.nanoTime() - resumed;
  }
}
