package dev.taskstore.transfer;

import dev.taskstore.db.Database;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** A database of a test, empty unless it is a copy, and how it is opened. */
final class TestDatabase implements AutoCloseable {

  enum Kind {
    SQLITE,
    POSTGRES
  }

  /** The databases that are copied, by their kind and changelog. */
  private static final Map<String, TestDatabase> ORIGINALS = new HashMap<>();

  final Kind kind;
  private final TckDatabase database;

  private TestDatabase(Kind kind, TckDatabase database) {
    this.kind = kind;
    this.database = database;
  }

  static TestDatabase create(Kind kind, Path folder) {
    try {
      return new TestDatabase(
          kind,
          kind == Kind.POSTGRES
              ? PostgresServer.shared().newDatabase("")
              : TckDatabase.of(
                  "jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"), () -> {}));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Creates a database that a changelog has migrated, as a copy: to migrate each takes longer.
   *
   * @param folder the folder of a file
   */
  static synchronized TestDatabase migrated(Kind kind, String changelog, Path folder) {
    try {
      TestDatabase original = ORIGINALS.get(kind + changelog);
      if (original == null) {
        Path own = Files.createTempDirectory("taskstore-transfer");
        own.toFile().deleteOnExit();
        original = create(kind, own);
        if (kind == Kind.SQLITE) {
          original.file(original.database).toFile().deleteOnExit();
        }
        original.open(changelog).close();
        ORIGINALS.put(kind + changelog, original);
      }
      return original.copy(folder);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Copies a database that is not open. */
  TestDatabase copy(Path folder) throws IOException, SQLException {
    if (kind == Kind.POSTGRES) {
      return new TestDatabase(kind, PostgresServer.shared().copyOf(database));
    }
    TestDatabase copy = create(kind, folder);
    Files.copy(copy.file(database), copy.file(copy.database));
    return copy;
  }

  private Path file(TckDatabase sqlite) {
    return Path.of(sqlite.url().substring("jdbc:sqlite:".length()));
  }

  String url() {
    return database.url();
  }

  private Database.Builder builder(String changelog, MigrationMode mode) {
    return Database.builder().changelog(changelog).migrationMode(mode);
  }

  Database open(String changelog, MigrationMode mode) {
    Database.Builder builder = builder(changelog, mode).url(database.url());
    if (database.user() != null) {
      builder.credentials(database.user(), database.password());
    }
    return builder.open();
  }

  /** Opens a database that was migrated. */
  Database open(String changelog) {
    return open(changelog, MigrationMode.UPDATE);
  }

  /** Opens the target of a copy. */
  Database target(String changelog) {
    return open(changelog, MigrationMode.NONE);
  }

  Database target(String changelog, DataSource connections) {
    return builder(changelog, MigrationMode.NONE).dataSource(connections).open();
  }

  Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(database.url(), database.user(), database.password());
    if (kind == Kind.SQLITE) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA foreign_keys = ON");
        statement.execute("PRAGMA busy_timeout = 10000");
      }
    }
    return connection;
  }

  /** Runs statements without the library. */
  void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
