package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.Failure;
import dev.taskstore.db.spi.FailureKind;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Tells PostgreSQL's failures apart by SQLSTATE. Messages of the classes about data and constraints
 * can hold values of rows, so those are left out.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL Error
 *     Codes</a>
 */
final class PostgresFailures {

  private PostgresFailures() {}

  static Failure classify(SQLException exception) {
    SQLException failure = withState(exception);
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return switch (state) {
      case "23505" -> constraint(FailureKind.UNIQUE, failure);
      case "23503", "23001" -> constraint(FailureKind.FOREIGN_KEY, failure);
      case "23502" -> constraint(FailureKind.NOT_NULL, failure);
      case "23514", "23P01" -> constraint(FailureKind.CHECK, failure);
      case "40001", "40P01", "55P03" -> Failure.of(FailureKind.TRANSIENT, null);
      case "57014" -> Failure.of(FailureKind.TIMEOUT, null);
      case "53100", "53400" -> Failure.of(FailureKind.STORAGE_FULL, null);
      case "25006" -> Failure.of(FailureKind.READ_ONLY, null);
      case "25P02" -> Failure.of(FailureKind.ROLLBACK_ONLY, null);
      case "42P01", "42703", "42704", "42883", "3F000" ->
          Failure.of(FailureKind.SCHEMA, message(failure));
      case "3D000" -> Failure.of(FailureKind.OPEN, "the server has no such database. Create it");
      case "26000", "42P05" ->
          Failure.of(
              FailureKind.OTHER,
              "this session of the server has other prepared statements than the driver believes."
                  + " Behind a pooler in transaction mode, add prepareThreshold=0 to the URL");
      case "57P01", "57P02", "57P03", "57P05", "25P03", "53300" ->
          Failure.of(FailureKind.CONNECTION, message(failure));
      default -> byClass(state, failure);
    };
  }

  private static Failure byClass(String state, SQLException failure) {
    if (state.startsWith("28")) {
      return Failure.of(
          FailureKind.OPEN, "the server refuses the credentials. Check user and password");
    } else if (state.startsWith("08")) {
      return Failure.of(FailureKind.CONNECTION, null);
    } else if (state.startsWith("22")) {
      return Failure.of(FailureKind.INVALID_VALUE, null);
    } else if (state.startsWith("42")) {
      return Failure.of(FailureKind.OTHER, message(failure));
    }
    return Failure.of(FailureKind.OTHER, "SQLSTATE " + state);
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

  private static @Nullable ServerErrorMessage server(SQLException failure) {
    return failure instanceof PSQLException server ? server.getServerErrorMessage() : null;
  }

  private static @Nullable String message(SQLException failure) {
    ServerErrorMessage server = server(failure);
    return server == null ? null : server.getMessage();
  }

  private static Failure constraint(FailureKind kind, SQLException failure) {
    ServerErrorMessage server = server(failure);
    if (server == null) {
      return Failure.of(kind, null);
    }
    String column = server.getColumn();
    return new Failure(
        kind,
        server.getConstraint(),
        server.getTable(),
        column == null ? List.of() : List.of(column),
        null);
  }
}
