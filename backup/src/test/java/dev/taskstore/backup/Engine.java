package dev.taskstore.backup;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.db.DatabaseOptions;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The databases of the tests. */
enum Engine {
  SQLITE {
    @Override
    TckDatabase create(Path folder) {
      return TckDatabase.of("jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"), () -> {});
    }

    @Override
    TckDatabase copyOf(TckDatabase original, Path folder) throws IOException {
      TckDatabase copy = create(folder);
      Files.copy(file(original), file(copy));
      return copy;
    }
  },
  POSTGRES {
    @Override
    TckDatabase create(Path folder) throws SQLException {
      return PostgresServer.shared().newDatabase("");
    }

    @Override
    TckDatabase copyOf(TckDatabase original, Path folder) throws SQLException {
      return PostgresServer.shared().copyOf(original);
    }
  };

  /** The databases that are copied, by the number of tasks of each user. */
  private final Map<Integer, TckDatabase> originals = new HashMap<>();

  /** Creates an empty database. */
  abstract TckDatabase create(Path folder) throws SQLException;

  /** Copies a database to which nobody is connected. */
  abstract TckDatabase copyOf(TckDatabase original, Path folder) throws IOException, SQLException;

  /** Creates a migrated database without rows. */
  final TckDatabase migrated(Path folder) throws IOException, SQLException {
    return filled(folder, 0);
  }

  /**
   * Creates a database with the rows of {@link SampleTasks}, as a copy: to migrate and to fill each
   * takes longer.
   */
  final synchronized TckDatabase filled(Path folder, int tasks) throws IOException, SQLException {
    TckDatabase original = originals.get(tasks);
    if (original == null) {
      Path own = Files.createTempDirectory("taskstore-backup");
      own.toFile().deleteOnExit();
      original = create(own);
      if (this == SQLITE) {
        file(original).toFile().deleteOnExit();
      }
      try (TaskStore store = store(original)) {
        if (tasks > 0) {
          SampleTasks.insert(store, tasks);
        }
      }
      originals.put(tasks, original);
    }
    return copyOf(original, folder);
  }

  private static Path file(TckDatabase sqlite) {
    return Path.of(sqlite.url().substring("jdbc:sqlite:".length()));
  }

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
