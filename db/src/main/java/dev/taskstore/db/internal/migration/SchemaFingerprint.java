package dev.taskstore.db.internal.migration;

import dev.taskstore.db.internal.OpenDatabase;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a database remembers of the changelog that it was last migrated with, so that it can be told
 * to be up to date without Liquibase: a digest of the changelog's files, and one of the changesets
 * that were applied then. When either differs from what is found, the answer is that it is not
 * known to be, and Liquibase has to look.
 */
final class SchemaFingerprint {

  /** The table; one row for each changelog that migrates the database. */
  static final String TABLE = "taskstore_schema_state";

  /** Changes when the digests are made in another way. */
  private static final String FORMAT = "1";

  private static final System.Logger LOGGER = System.getLogger(SchemaFingerprint.class.getName());

  private record State(String files, String changelogDigest, String appliedDigest) {}

  private final OpenDatabase database;
  private final String changelog;
  private final Set<String> contexts;
  private final ClassLoader loader;

  SchemaFingerprint(
      OpenDatabase database, String changelog, Set<String> contexts, ClassLoader loader) {
    this.database = database;
    this.changelog = changelog;
    this.contexts = contexts;
    this.loader = loader;
  }

  /** Tells whether the database is known to have exactly what the changelog asks for. */
  boolean isCurrent() {
    try (Connection connection = database.connections().writer()) {
      // In a transaction of the application, a table that is not there would end it.
      return connection.getAutoCommit() && isCurrent(connection);
    } catch (SQLException | IOException e) {
      return notKnown(e);
    }
  }

  private boolean isCurrent(Connection connection) throws SQLException, IOException {
    State state = read(connection);
    return state != null
        && state.changelogDigest().equals(changelogDigest(List.of(state.files().split("\n"))))
        && state.appliedDigest().equals(appliedDigest(connection));
  }

  /** A table that is not there yet, or cannot be read, makes opening slower and not less right. */
  private boolean notKnown(Exception reason) {
    LOGGER.log(System.Logger.Level.DEBUG, "No state of the schema of {0}: {1}", changelog, reason);
    return false;
  }

  /**
   * Remembers that the database has everything that these files of the changelog ask for.
   *
   * @param connection a connection that is not in auto-commit mode; its transaction is ended
   */
  void remember(Connection connection, Collection<String> files) throws SQLException {
    try {
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
      notKnown(e);
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

  /** Over the contents of the files and over all else that decides which changesets apply. */
  private String changelogDigest(Collection<String> files) throws IOException {
    MessageDigest digest = sha256();
    add(digest, FORMAT);
    add(digest, String.join(",", new TreeSet<>(contexts)));
    new TreeMap<>(database.dialect().changelogParameters())
        .forEach((name, value) -> add(digest, name + "=" + value));
    for (String file : new TreeSet<>(files)) {
      add(digest, file);
      try (InputStream stream = loader.getResourceAsStream(file)) {
        if (stream == null) {
          throw new IOException("There is no resource " + file);
        }
        digest.update(stream.readAllBytes());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Over what Liquibase has noted: somebody else may have taken changesets back. */
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
