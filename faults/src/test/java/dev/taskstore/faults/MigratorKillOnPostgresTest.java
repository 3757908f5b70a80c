package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.Database;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Tests that after a migrator of a PostgreSQL database was killed, the next one completes the
 * migration.
 */
class MigratorKillOnPostgresTest extends MigratorKillContract {

  @Override
  TckDatabase newDatabase(Path empty) throws SQLException {
    return PostgresServer.shared().newDatabase("");
  }

  @Override
  void awaitSlowWork(MigratorTarget target, ChildProcess migrator) throws Exception {
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      boolean runs = false;
      while (!runs) {
        assertThat(migrator.isAlive()).as(migrator::output).isTrue();
        Thread.sleep(10);
        try (ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND pid <> pg_backend_pid() AND state = 'active' AND query LIKE"
                    + " '%pg_sleep(units)%'")) {
          row.next();
          runs = row.getInt(1) > 0;
        }
      }
    }
  }

  /** A transaction with an old snapshot blocks the completion of the concurrent index build. */
  @Test
  void anIndexThatADeadMigratorLeftUnfinishedIsBuiltAnew() throws Exception {
    MigratorTarget target = target(MigratorTarget.SLOW);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (TckDatabase database = target.database();
        Database open = target.open();
        Connection reader = target.connect()) {
      open.migrations().update(3);
      reader.setAutoCommit(false);
      reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      reader.createStatement().execute("SELECT * FROM slow_work");
      try (ChildProcess migrator = MigratorProcess.update(target)) {
        while (brokenIndexes(open).isEmpty()) {
          assertThat(migrator.isAlive()).as(migrator::output).isTrue();
          Thread.sleep(10);
        }
        assertThat(migrator.kill()).isTrue();
      }

      Future<Integer> next = threads.submit(() -> open.migrations().update());
      Thread.sleep(500);
      assertThat(next).isNotDone();
      reader.rollback();

      assertThat(next.get(1, TimeUnit.MINUTES)).isEqualTo(1);
      assertSlowIsAppliedOnce(open);
    } finally {
      threads.shutdownNow();
    }
  }

  @Override
  List<String> brokenIndexes(Database database) {
    return database
        .dsl()
        .fetch("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid")
        .map(row -> String.valueOf(row.get(0)));
  }
}
