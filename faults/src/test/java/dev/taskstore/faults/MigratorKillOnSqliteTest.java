package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.Database;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;

/**
 * Tests that after a migrator of a SQLite file was killed, the next one completes the migration.
 * Every build kills a migrator of a SQLite file in {@link RebuildKillTest}.
 */
@Tag("long")
class MigratorKillOnSqliteTest extends MigratorKillContract {

  @Override
  TckDatabase newDatabase(Path empty) {
    return TckDatabase.of("jdbc:sqlite:" + empty.resolve(UUID.randomUUID() + ".db"), () -> {});
  }

  /** The slow changeset holds the write lock. */
  @Override
  void awaitSlowWork(MigratorTarget target, ChildProcess migrator) throws Exception {
    try (Connection connection = target.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 0");
      for (int turned = 0; turned < 10; ) {
        try {
          statement.execute("BEGIN IMMEDIATE");
          statement.execute("ROLLBACK");
          turned = 0;
        } catch (SQLException e) {
          turned++;
        }
        assertThat(migrator.isAlive()).as(migrator::output).isTrue();
        Thread.sleep(20);
      }
    }
  }

  @Override
  List<String> brokenIndexes(Database database) {
    return database
        .dsl()
        .fetch("PRAGMA integrity_check")
        .map(row -> String.valueOf(row.get(0)))
        .stream()
        .filter(line -> !line.equals("ok"))
        .toList();
  }
}
