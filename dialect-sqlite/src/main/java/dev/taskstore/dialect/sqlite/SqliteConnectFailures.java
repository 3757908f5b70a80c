package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.ConnectingDataSource;
import dev.taskstore.db.spi.FailureKind;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/**
 * Classifies failures to open a file: which may pass by itself, and what to do. No rows are
 * involved, so that SQLite's messages contain no values of them.
 */
final class SqliteConnectFailures {

  static final String NO_LIBRARY = "the native library of SQLite cannot be loaded";

  private static final String LIBRARY_ADVICE =
      ". Set -Djava.io.tmpdir or -Dorg.sqlite.tmpdir to a writable directory that allows execution";

  private SqliteConnectFailures() {}

  static Classification classify(SQLException exception) {
    Classification found = SqliteFailures.classify(exception);
    String reason = ConnectingDataSource.reason(exception);
    return switch (found.kind()) {
      case TRANSIENT, TIMEOUT, STORAGE_FULL, CONNECTION -> found;
      case OPEN -> Classification.of(FailureKind.OPEN, reason + ": " + found.message());
      case READ_ONLY ->
          Classification.of(
              FailureKind.OPEN,
              reason
                  + ". Make the file and its directory writable, or open the file for reading: with"
                  + " the setting open_mode=1 if its directory is writable, or else with the URL"
                  + " jdbc:sqlite:file:, the path, and ?immutable=1");
      case INVALID_VALUE ->
          Classification.of(
              FailureKind.OPEN,
              reason + ". Remove the settings of the URL whose names begin with limit_");
      default ->
          Classification.of(
              FailureKind.OPEN,
              isOfLibrary(exception)
                  ? withoutRepetition(reason) + LIBRARY_ADVICE
                  : reason + ". Correct the path or the settings of the URL");
    };
  }

  /** The driver loads the library before it calls SQLite. */
  private static boolean isOfLibrary(SQLException exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException) {
        return false;
      } else if (cause instanceof LinkageError
          || String.valueOf(cause.getMessage()).startsWith("Error opening connection")) {
        return true;
      }
    }
    return false;
  }

  private static String withoutRepetition(String reason) {
    return reason.startsWith(NO_LIBRARY) ? reason : NO_LIBRARY + ": " + reason;
  }
}
