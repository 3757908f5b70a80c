package dev.taskstore.db.internal.migration;

import dev.taskstore.db.internal.DatabaseSettings;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.migration.IncompleteTransfer;
import dev.taskstore.db.migration.UnknownChangeSets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A row in the database that records the changelog with which it was last migrated: a digest of the
 * changelog's files, and a digest of the applied changesets. If both are unchanged, the schema is
 * up to date, and opening the database does not load Liquibase. Otherwise, Liquibase determines the
 * state.
 */
final class SchemaFingerprint {

  /** The table, with one row for each changelog that migrates the database. */
  static final String TABLE = "taskstore_schema_state";

  /** The version of the digests; changes with their algorithm. */
  private static final String FORMAT = "2";

  private static final System.Logger LOGGER = System.getLogger(SchemaFingerprint.class.getName());

  private record State(String files, String changelogDigest, String appliedDigest) {}

  private final OpenDatabase database;
  private final String changelog;
  private final DatabaseSettings settings;
  private final ClassLoader loader;

  SchemaFingerprint(
      OpenDatabase database, String changelog, DatabaseSettings settings, ClassLoader loader) {
    this.database = database;
    this.changelog = changelog;
    this.settings = settings;
    this.loader = loader;
  }

  /** Returns whether the recorded state matches the changelog and the history. */
  boolean isCurrent() {
    try (Connection connection = database.connections().writer()) {
      // In a transaction of the application, a query of a missing table would abort it.
      return connection.getAutoCommit() && isCurrent(connection);
    } catch (SQLException | IOException e) {
      return notAvailable(e);
    }
  }

  private boolean isCurrent(Connection connection) throws SQLException, IOException {
    State state = read(connection);
    return state != null
        && state.changelogDigest().equals(changelogDigest(List.of(state.files().split("\n"))))
        && state.appliedDigest().equals(appliedDigest(connection));
  }

  /** If the table is missing or cannot be read, Liquibase determines the state instead. */
  private boolean notAvailable(Exception reason) {
    LOGGER.log(
        System.Logger.Level.DEBUG,
        "Schema state of changelog {0} not available: {1}",
        changelog,
        reason);
    return false;
  }

  /**
   * Records that the schema is up to date with these files of the changelog, unless the database is
   * the target of an incomplete copy: otherwise opening it would not detect that.
   *
   * @param connection a connection that is not in auto-commit mode; this method ends its
   *     transaction
   */
  void record(Connection connection, Collection<String> files) throws SQLException {
    try {
      if (IncompleteTransfer.find(connection).isPresent()) {
        connection.rollback();
        return;
      }
      create(connection);
      delete(connection);
      insert(
          connection,
          new State(
              String.join("\n", new TreeSet<>(files)),
              changelogDigest(files),
              appliedDigest(connection)));
      connection.commit();
    } catch (SQLException | IOException e) {
      connection.rollback();
      notAvailable(e);
    }
  }

  private static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + TABLE
              + " (changelog varchar(1024) NOT NULL, files varchar(1000000) NOT NULL,"
              + " changelog_digest varchar(64) NOT NULL, applied_digest varchar(64) NOT NULL,"
              + " CONSTRAINT pk_"
              + TABLE
              + " PRIMARY KEY (changelog))");
    }
  }

  private void delete(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM " + TABLE + " WHERE changelog = ?")) {
      statement.setString(1, changelog);
      statement.executeUpdate();
    }
  }

  private void insert(Connection connection, State state) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO "
                + TABLE
                + " (changelog, files, changelog_digest, applied_digest) VALUES (?, ?, ?, ?)")) {
      statement.setString(1, changelog);
      statement.setString(2, state.files());
      statement.setString(3, state.changelogDigest());
      statement.setString(4, state.appliedDigest());
      statement.executeUpdate();
    }
  }

  /**
   * Returns the files that were recorded for each changelog of the database; empty if none were
   * recorded or the table cannot be read.
   *
   * @param connection a connection that is not in auto-commit mode; this method ends its
   *     transaction
   */
  Map<String, Set<String>> recordedFiles(Connection connection) throws SQLException {
    Map<String, Set<String>> files = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT changelog, files FROM " + TABLE)) {
      while (row.next()) {
        files.put(row.getString(1), Set.of(row.getString(2).split("\n")));
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      notAvailable(e);
    }
    return files;
  }

  private @Nullable State read(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT files, changelog_digest, applied_digest FROM "
                + TABLE
                + " WHERE changelog = ?")) {
      statement.setString(1, changelog);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? new State(row.getString(1), row.getString(2), row.getString(3)) : null;
      }
    }
  }

  /**
   * Covers the contents of the files, the contexts, the changelog parameters and whether unknown
   * changesets are accepted: otherwise they must be reported by every opening.
   */
  private String changelogDigest(Collection<String> files) throws IOException {
    MessageDigest digest = sha256();
    add(digest, FORMAT);
    add(digest, String.join(",", new TreeSet<>(settings.contexts)));
    add(digest, String.valueOf(settings.unknownChangeSets == UnknownChangeSets.ACCEPT));
    new TreeMap<>(database.dialect().changelogParameters())
        .forEach((name, value) -> add(digest, name + "=" + value));
    for (String file : new TreeSet<>(files)) {
      add(digest, file);
      try (InputStream stream = loader.getResourceAsStream(file)) {
        if (stream == null) {
          throw new IOException("Resource not found: " + file);
        }
        digest.update(stream.readAllBytes());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Covers the history, because another process may have rolled back changesets. */
  private static String appliedDigest(Connection connection) throws SQLException {
    MessageDigest digest = sha256();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT filename, author, id, md5sum, exectype FROM databasechangelog"
                    + " ORDER BY orderexecuted, filename, author, id")) {
      while (row.next()) {
        for (int column = 1; column <= 5; column++) {
          add(digest, String.valueOf(row.getString(column)));
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
