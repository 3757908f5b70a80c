package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.FailureKind;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Classifies PostgreSQL's failures by SQLSTATE. Messages of the classes for data and constraints
 * can contain values of rows and are left out.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL Error
 *     Codes</a>
 */
final class PostgresFailures {

  static final String FEATURE_NOT_SUPPORTED = "0A000";

  /** The server's function that rejects a prepared plan after the schema has changed. */
  private static final String REJECTS_PLANS = "RevalidateCachedQuery";

  /** The server's function that compares new rows with the policies of row-level security. */
  private static final String CHECKS_ROWS = "ExecWithCheckOptions";

  private static final Pattern LAST_NAME = Pattern.compile("\"([^\"]+)\"\\s*$");

  /** The function of the server that runs RAISE of PL/pgSQL, with any SQLSTATE. */
  private static final String RAISE = "exec_stmt_raise";

  private static final String RAISED =
      "a trigger or a function raised an error. Its text is omitted, because it can contain values;"
          + " the log of the server contains it";

  /** A literal of the statement, which the server quotes up to its end or to that of the text. */
  private static final Pattern LITERAL = Pattern.compile("(?s)(at or near \")[$EUX&]*'.*");

  private PostgresFailures() {}

  static Classification classify(SQLException exception) {
    SQLException failure = withState(exception);
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return switch (state) {
      case "23505" -> constraint(FailureKind.UNIQUE, failure);
      case "23503", "23001" -> constraint(FailureKind.FOREIGN_KEY, failure);
      case "23502" -> constraint(FailureKind.NOT_NULL, failure);
      case "23514", "23P01" -> constraint(FailureKind.CHECK, failure);
      case "40001", "40P01", "55P03" -> Classification.of(FailureKind.TRANSIENT, null);
      case FEATURE_NOT_SUPPORTED -> featureNotSupported(failure);
      case "57014" -> Classification.of(FailureKind.TIMEOUT, null);
      case "53100", "53400" -> Classification.of(FailureKind.STORAGE_FULL, null);
      case "25006" -> Classification.of(FailureKind.READ_ONLY, null);
      case "25P02" -> Classification.of(FailureKind.ROLLBACK_ONLY, null);
      case "42P01", "42703", "42704", "42883", "3F000" ->
          Classification.of(FailureKind.SCHEMA, message(failure));
      case "3D000" ->
          Classification.of(
              FailureKind.OPEN, "the database does not exist on the server. Create it");
      case "26000", "42P05" ->
          Classification.of(
              FailureKind.OTHER,
              "the prepared statements of the session differ from those of the driver. If a pooler"
                  + " in transaction mode is in between, add prepareThreshold=0 to the URL");
      case "42501" -> permission(failure);
      case PostgresAuditTriggers.APPEND_ONLY -> constraint(FailureKind.APPEND_ONLY, failure);
      case PostgresChangeCapture.SEALED -> Classification.of(FailureKind.SEALED, null);
      case PostgresChangeCapture.TRUNCATE_REFUSED ->
          Classification.of(FailureKind.OTHER, PostgresChangeCapture.TRUNCATE_ADVICE);
      case "P0001" -> Classification.of(FailureKind.OTHER, RAISED);
      case "57P01", "57P02", "57P03", "57P05", "25P03", "53300" ->
          Classification.of(FailureKind.CONNECTION, message(failure));
      default -> byClass(state, failure);
    };
  }

  /** The message of a refused row ends with the name of its table. */
  private static Classification permission(SQLException failure) {
    String message = message(failure);
    ServerErrorMessage server = server(failure);
    if (message == null || server == null || !CHECKS_ROWS.equals(server.getRoutine())) {
      return Classification.of(FailureKind.PERMISSION, message);
    }
    Matcher table = LAST_NAME.matcher(message);
    return new Classification(
        FailureKind.ROW_SECURITY, null, table.find() ? table.group(1) : null, List.of(), null);
  }

  /** Messages are translated to the server's language; the names of its functions are not. */
  private static Classification featureNotSupported(SQLException failure) {
    ServerErrorMessage server = server(failure);
    boolean isStalePlan = server != null && REJECTS_PLANS.equals(server.getRoutine());
    FailureKind kind = isStalePlan ? FailureKind.TRANSIENT : FailureKind.OTHER;
    String message = message(failure);
    return Classification.of(kind, message == null ? "SQLSTATE " + FEATURE_NOT_SUPPORTED : message);
  }

  private static Classification byClass(String state, SQLException failure) {
    if (state.startsWith("28")) {
      return Classification.of(FailureKind.OPEN, "authentication failed. Check user and password");
    } else if (state.startsWith("08")) {
      return Classification.of(FailureKind.CONNECTION, null);
    } else if (state.startsWith("22")) {
      return Classification.of(FailureKind.INVALID_VALUE, null);
    } else if (state.startsWith("42")) {
      return Classification.of(FailureKind.OTHER, message(failure));
    }
    return Classification.of(FailureKind.OTHER, "SQLSTATE " + state);
  }

  /** The innermost exception that has a state: a batch wraps the server's answer. */
  private static SQLException withState(SQLException exception) {
    SQLException found = exception;
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException server) {
        found = server;
      }
    }
    SQLException next = exception.getNextException();
    return next instanceof PSQLException server ? server : found;
  }

  /** Returns the server's message, or null if the driver made the exception. */
  static @Nullable ServerErrorMessage serverMessage(SQLException exception) {
    return server(withState(exception));
  }

  private static @Nullable ServerErrorMessage server(SQLException failure) {
    return failure instanceof PSQLException server ? server.getServerErrorMessage() : null;
  }

  /** Returns the server's message, unless it can contain values. */
  private static @Nullable String message(SQLException failure) {
    ServerErrorMessage server = server(failure);
    String message = server == null ? null : server.getMessage();
    if (message == null || server == null) {
      return null;
    }
    return RAISE.equals(server.getRoutine())
        ? RAISED
        : LITERAL.matcher(message).replaceAll("$1...");
  }

  private static Classification constraint(FailureKind kind, SQLException failure) {
    ServerErrorMessage server = server(failure);
    if (server == null) {
      return Classification.of(kind, null);
    }
    String column = server.getColumn();
    return new Classification(
        kind,
        server.getConstraint(),
        server.getTable(),
        column == null ? List.of() : List.of(column),
        null);
  }
}
