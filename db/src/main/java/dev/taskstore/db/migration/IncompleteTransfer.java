package dev.taskstore.db.migration;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * The mark of a database that is the target of a copy or a restore: it may not contain all rows
 * yet. While a database has this mark, {@link MigrationMode#UPDATE} and {@link
 * MigrationMode#VALIDATE} do not open it. Copies and restores set and remove it; applications need
 * not use this class.
 *
 * <p>The mark is a row of the table {@code taskstore_transfer}. Immutable and thread-safe.
 *
 * @param kind what writes the database
 * @param source the database or the file whose rows are written, without credentials
 * @param startedAt when the copy or restore started, in microseconds
 */
public record IncompleteTransfer(Kind kind, String source, Instant startedAt) {

  /** The table of the mark. */
  public static final String TABLE = "taskstore_transfer";

  /** Its row records that the schema is up to date, so that opening does not look for marks. */
  private static final String SCHEMA_STATE = "taskstore_schema_state";

  private static final int SOURCE_LENGTH = 1_000;

  /** What writes the database. */
  public enum Kind {
    /** A copy of another database. */
    COPY,
    /** A restore of a backup. */
    RESTORE
  }

  /** Limits the source to 1,000 characters and the time to microseconds. */
  public IncompleteTransfer {
    source = source.substring(0, Math.min(source.length(), SOURCE_LENGTH));
    startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Sets the mark in the current transaction of a connection, and replaces an earlier one.
   *
   * @param connection a connection of the database, with an active transaction
   * @throws SQLException if the mark cannot be written
   */
  public void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + TABLE
              + " (kind varchar(20) NOT NULL, source varchar("
              + SOURCE_LENGTH
              + ") NOT NULL, started_at varchar(40) NOT NULL)");
      statement.executeUpdate("DELETE FROM " + TABLE);
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO " + TABLE + " (kind, source, started_at) VALUES (?, ?, ?)")) {
      statement.setString(1, kind.name().toLowerCase(Locale.ROOT));
      statement.setString(2, source);
      statement.setString(3, startedAt.toString());
      statement.executeUpdate();
    }
    if (exists(connection, SCHEMA_STATE)) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate("DELETE FROM " + SCHEMA_STATE);
      }
    }
  }

  /**
   * Finds the mark of a database.
   *
   * @param connection a connection of the database
   * @return the mark; empty if the database has none
   * @throws SQLException if the database cannot be read
   */
  public static Optional<IncompleteTransfer> find(Connection connection) throws SQLException {
    if (!exists(connection, TABLE)) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT kind, source, started_at FROM " + TABLE)) {
      return row.next()
          ? Optional.of(
              new IncompleteTransfer(
                  Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                  row.getString(2),
                  Instant.parse(row.getString(3))))
          : Optional.empty();
    }
  }

  /**
   * Removes the mark in the current transaction of a connection. Without effect if there is none.
   *
   * @param connection a connection of the database, with an active transaction
   * @throws SQLException if the mark cannot be removed
   */
  public static void end(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS " + TABLE);
    }
  }

  /** A query of a missing table would abort the transaction on some databases. */
  private static boolean exists(Connection connection, String table) throws SQLException {
    DatabaseMetaData catalog = connection.getMetaData();
    String pattern = table.replace("_", catalog.getSearchStringEscape() + "_");
    try (ResultSet row =
        catalog.getTables(
            connection.getCatalog(), connection.getSchema(), pattern, new String[] {"TABLE"})) {
      return row.next();
    }
  }
}
