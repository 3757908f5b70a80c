package dev.taskstore.backup;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.db.DatabaseOptions;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/** The databases of the tests. */
enum Engine {
  SQLITE {
    @Override
    TckDatabase create(Path folder) {
      return TckDatabase.of("jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"), () -> {});
    }
  },
  POSTGRES {
    @Override
    TckDatabase create(Path folder) throws SQLException {
      return PostgresServer.shared().newDatabase("");
    }
  };

  /** Creates an empty database. */
  abstract TckDatabase create(Path folder) throws SQLException;

  static TaskStore store(TckDatabase database) {
    return connect(TaskStore.builder(), database).open();
  }

  /** Opens a database as a restore requires it. */
  static TaskStore unmigrated(TckDatabase database) {
    return connect(TaskStore.builder(), database).migrationMode(MigrationMode.NONE).open();
  }

  static Database open(TckDatabase database, String changelog, MigrationMode mode) {
    return connect(Database.builder().changelog(changelog), database).migrationMode(mode).open();
  }

  static <B extends DatabaseOptions<B>> B connect(B builder, TckDatabase database) {
    builder.url(database.url());
    return database.user() == null
        ? builder
        : builder.credentials(database.user(), database.password());
  }
}
