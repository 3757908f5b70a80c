package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Tests that a server killed under load loses no acknowledged unit and keeps no partial unit, and
 * that the open store recovers by itself after the server restarts.
 */
class PostgresServerKillTest {

  private static final int POOL_SIZE = 5;

  /** The pool waits up to 5 seconds between connection attempts; the machine may be loaded. */
  private static final Duration RECOVERY_BOUND = Duration.ofSeconds(20);

  @Test
  void nothingThatWasAcknowledgedIsLostWhenTheServerIsKilled() throws SQLException {
    ServerProcess server = ServerProcess.shared();
    String database = server.newDatabase();
    Random random = new Random(FaultSettings.seed());
    long longestRecovery = 0;
    try (TaskStore store =
        server
            .store(database)
            .maximumPoolSize(POOL_SIZE)
            .connectionTimeout(Duration.ofSeconds(5))
            .open()) {
      PostgresWorkload workload = new PostgresWorkload(store, 8, FaultSettings.seed());
      ServerSessions sessions = new ServerSessions(server, database);
      PostgresAudit audit = new PostgresAudit(server, database, store, workload);
      for (int i = 0; i < FaultSettings.killsOfServer(); i++) {
        long[] recovery = new long[1];
        workload.runDuring(() -> recovery[0] = killAndRestart(server, workload, random));
        longestRecovery = Math.max(longestRecovery, recovery[0]);
        audit.checkUnits();
      }
      sessions.checkPool(store, POOL_SIZE);
      System.out.printf(
          "%d kills of the server, seed %d: %s; longest recovery of all threads %d ms%n",
          FaultSettings.killsOfServer(),
          FaultSettings.seed(),
          audit.summary(),
          TimeUnit.NANOSECONDS.toMillis(longestRecovery));
    }
  }

  /** Returns the time from the restart until all threads have written again. */
  private static long killAndRestart(
      ServerProcess server, PostgresWorkload workload, Random random) {
    ServerProcess.pause(100 + random.nextInt(600));
    server.kill();
    ServerProcess.pause(random.nextInt(500));
    server.start();
    server.awaitReady();
    long ready = System.nanoTime();
    while (!workload.allSucceededSince(ready)) {
      assertThat(System.nanoTime() - ready)
          .as("recovery, seed %d", FaultSettings.seed())
          .isLessThan(RECOVERY_BOUND.toNanos());
      ServerProcess.pause(10);
    }
    return System.nanoTime() - ready;
  }
}
