package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.FailureKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Classifies SQLite's failures by the extended result code, and reads names from its messages,
 * which never contain values.
 *
 * @see <a href="https://www.sqlite.org/rescode.html">Result and Error Codes</a>
 */
final class SqliteFailures {

  private static final Pattern COLUMNS =
      Pattern.compile("constraint failed: ([^()]+?)\\)?$", Pattern.DOTALL);
  private static final Pattern INDEX = Pattern.compile("index '([^']+)'");
  private static final Pattern MISSING =
      Pattern.compile("no such (table|column|index|view)|has no column");

  /** What SQLite raises for {@code ON DELETE RESTRICT} and {@code ON UPDATE RESTRICT}. */
  private static final String RESTRICTED = "(FOREIGN KEY constraint failed)";

  private static final String RAISED =
      "a trigger or a function raised an error. Its text is omitted, because it can contain values";

  /**
   * How the messages of SQLite's compiler begin, which contain words of the statement and names of
   * the schema. Other messages, for example those of functions and virtual tables, can contain
   * values.
   */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "near \"|incomplete input|unrecognized token|no such (function|module|savepoint|collation"
              + "|trigger|window|database)|no query solution|no tables specified|ambiguous column"
              + "|wrong number of arguments|misuse of|duplicate column|foreign key mismatch|cannot "
              + "|(table|index|view|trigger|there is already) .*(already exists|already another"
              + "|has \\d+ columns)|\\d+ values for|\\d+ columns assigned|sub-select returns"
              + "|SELECTs to the left|all VALUES|(\\w+ )?(ORDER|GROUP) BY|ON CONFLICT clause"
              + "|statement too long|too many |not authorized|aggregate functions|RETURNING"
              + "|parser stack overflow|integer overflow|malformed JSON");

  /** A literal of the statement, which SQLite quotes up to its end. */
  private static final Pattern LITERAL =
      Pattern.compile("(?s)(near \"|unrecognized token: \")[xX]?'.*");

  private SqliteFailures() {}

  static Classification classify(SQLException exception) {
    if (exception instanceof FileMovedException) {
      return Classification.of(FailureKind.CONNECTION, exception.getMessage());
    }
    SQLiteException failure = find(exception);
    if (failure == null) {
      return Classification.of(FailureKind.OTHER, exception.getMessage());
    }
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    SQLiteErrorCode code = failure.getResultCode();
    return switch (code) {
      case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
          ofColumns(FailureKind.UNIQUE, message);
      case SQLITE_CONSTRAINT_NOTNULL -> ofColumns(FailureKind.NOT_NULL, message);
      case SQLITE_CONSTRAINT_FOREIGNKEY -> Classification.of(FailureKind.FOREIGN_KEY, null);
      case SQLITE_CONSTRAINT_CHECK ->
          new Classification(FailureKind.CHECK, afterColon(message), null, List.of(), null);
      case SQLITE_CONSTRAINT_TRIGGER -> raised(message);
      case SQLITE_CONSTRAINT_DATATYPE, SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_RANGE ->
          Classification.of(FailureKind.INVALID_VALUE, null);
      case SQLITE_INTERRUPT -> Classification.of(FailureKind.TIMEOUT, null);
      case SQLITE_FULL, SQLITE_IOERR_SHMSIZE -> Classification.of(FailureKind.STORAGE_FULL, null);
      default -> byPrimaryCode(code, message);
    };
  }

  private static Classification raised(String message) {
    if (message.contains(SqliteChangeCapture.SEALED)) {
      return Classification.of(FailureKind.SEALED, null);
    } else if (message.contains(SqliteAuditTriggers.APPEND_ONLY)) {
      return new Classification(FailureKind.APPEND_ONLY, null, AuditTrail.TABLE, List.of(), null);
    }
    return message.contains(RESTRICTED)
        ? Classification.of(FailureKind.FOREIGN_KEY, null)
        : Classification.of(FailureKind.OTHER, RAISED);
  }

  private static Classification byPrimaryCode(SQLiteErrorCode code, String message) {
    String name = code.name();
    if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
      return Classification.of(FailureKind.TRANSIENT, null);
    } else if (name.startsWith("SQLITE_READONLY")) {
      return Classification.of(FailureKind.READ_ONLY, null);
    } else if (name.startsWith("SQLITE_NOTADB")) {
      return Classification.of(
          FailureKind.OPEN,
          "the file is not a SQLite database, or it is encrypted. Name another file");
    } else if (name.startsWith("SQLITE_CANTOPEN")
        || name.startsWith("SQLITE_PERM")
        || name.startsWith("SQLITE_AUTH")) {
      return Classification.of(
          FailureKind.OPEN, "the file cannot be read or created. Check its path and permissions");
    } else if (name.startsWith("SQLITE_IOERR")) {
      return Classification.of(FailureKind.CONNECTION, name);
    } else if (name.equals("SQLITE_SCHEMA") || MISSING.matcher(message).find()) {
      return Classification.of(FailureKind.SCHEMA, message);
    }
    return Classification.of(FailureKind.OTHER, withoutValues(code, message));
  }

  /** Returns a message about the text of a statement, or else the name of the result code. */
  private static String withoutValues(SQLiteErrorCode code, String message) {
    int reason = message.indexOf('(') + 1;
    boolean harmless = HARMLESS.matcher(message).region(reason, message.length()).lookingAt();
    return harmless
        ? LITERAL.matcher(message).replaceAll("$1...")
        : code.name() + ", " + code.message;
  }

  /** Returns the name of the result code, or null if the exception is not one of SQLite. */
  static @Nullable String resultCode(SQLException exception) {
    SQLiteException failure = find(exception);
    return failure == null ? null : failure.getResultCode().name();
  }

  private static @Nullable SQLiteException find(SQLException exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException failure) {
        return failure;
      }
    }
    return null;
  }

  /** Reads {@code ... constraint failed: table.column, table.column}, or the name of an index. */
  private static Classification ofColumns(FailureKind kind, String message) {
    Matcher index = INDEX.matcher(message);
    if (index.find()) {
      return new Classification(kind, index.group(1), null, List.of(), null);
    }
    String table = null;
    List<String> columns = new ArrayList<>();
    for (String qualified : afterColon(message).split(",")) {
      int dot = qualified.indexOf('.');
      if (dot > 0) {
        table = qualified.substring(0, dot).strip();
        columns.add(qualified.substring(dot + 1).strip());
      }
    }
    return new Classification(kind, null, table, columns, null);
  }

  private static String afterColon(String message) {
    Matcher matcher = COLUMNS.matcher(message);
    return matcher.find() ? matcher.group(1).strip() : "";
  }
}
