package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.spi.MigrationLock;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresMigrationLockTest {

  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
  private TckDatabase database;

  @BeforeEach
  void create() throws SQLException {
    database = PostgresServer.shared().newDatabase("");
    dataSource.setUrl(database.url());
    dataSource.setUser(database.user());
    dataSource.setPassword(database.password());
  }

  @AfterEach
  void drop() {
    threads.shutdownNow();
    database.close();
  }

  @Test
  void aMigratorThatWaitsDoesNotStopTheOtherFromBuildingAnIndexConcurrently() throws Exception {
    MigrationLock lock = new PostgresMigrationLock(dataSource);
    MigrationLock.Held turn = lock.acquire();
    Future<MigrationLock.Held> next = threads.submit(lock::acquire);

    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      awaitTwoMigrators(statement);
      statement.execute("CREATE TABLE notes (id bigint)");
      statement.execute("SET statement_timeout = '20s'");
      statement.execute("CREATE INDEX CONCURRENTLY ix_notes_id ON notes (id)");
    }

    assertThat(next).isNotDone();
    turn.close();
    next.get(1, TimeUnit.MINUTES).close();
  }

  private static void awaitTwoMigrators(Statement statement) throws SQLException {
    long migrators = 0;
    while (migrators < 2) {
      try (ResultSet count =
          statement.executeQuery(
              "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                  + " AND pid <> pg_backend_pid()"
                  + " AND (query LIKE '%advisory_xact_lock%' OR query = 'ROLLBACK'"
                  + " OR query LIKE 'SET %')")) {
        count.next();
        migrators = count.getLong(1);
      }
    }
  }
}
