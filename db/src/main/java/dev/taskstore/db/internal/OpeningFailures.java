package dev.taskstore.db.internal;

import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.StorageFullException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.internal.failure.FailureTranslator;
import dev.taskstore.db.spi.ConnectingDataSource;
import dev.taskstore.db.spi.JdbcUrls;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions that callers receive when a database cannot be opened. Each names the database and
 * contains the reason without secrets.
 */
final class OpeningFailures {

  private OpeningFailures() {}

  /**
   * Returns the exception to throw. What may pass keeps its type; everything else is a {@link
   * DatabaseOpenException}.
   *
   * @param target the database, or null if the application's data source determines it
   */
  static RuntimeException translate(
      Exception failure,
      FailureTranslator failures,
      @Nullable String target,
      UnaryOperator<String> withoutSecrets) {
    RuntimeException translated =
        failure instanceof SQLException e ? failures.translate(e) : (RuntimeException) failure;
    if (translated instanceof IllegalStateException) {
      return translated;
    }
    boolean own = translated instanceof DataAccessException;
    String reason = own ? translated.getMessage() : ConnectingDataSource.reason(translated);
    String safe = withoutSecrets.apply(String.valueOf(reason));
    if (own
        && (target == null || safe.contains(target))
        && (isOpen(translated) || mayPass(translated))) {
      return translated;
    }
    String message = target == null ? safe : withoutPeriod(safe) + " (database: " + target + ").";
    Throwable cause = own ? translated.getCause() : cause(translated, safe);
    if (mayPass(translated)) {
      return copy(translated, message, cause);
    }
    return new DatabaseOpenException(
        isOpen(translated) ? message : "The database cannot be opened: " + message,
        FailureContext.NONE,
        cause);
  }

  /** The dialect, and therefore the meaning of the driver's exception, is not known yet. */
  static RuntimeException noConnection(SQLException exception) {
    String reason = JdbcUrls.withoutUserInfo(ConnectingDataSource.reason(exception));
    String message = "The application's data source returned no connection: " + reason;
    SQLException cause = cause(exception, reason);
    boolean lost = String.valueOf(exception.getSQLState()).startsWith("08");
    return lost
        ? new ConnectionLostException(message + ".", FailureContext.NONE, cause)
        : new DatabaseOpenException(
            message + ". Correct the settings of the data source.", FailureContext.NONE, cause);
  }

  private static boolean isOpen(RuntimeException exception) {
    return exception instanceof DatabaseOpenException;
  }

  private static boolean mayPass(RuntimeException exception) {
    return exception instanceof ConnectionLostException
        || exception instanceof TransientFailureException
        || exception instanceof DatabaseTimeoutException
        || exception instanceof StorageFullException;
  }

  private static RuntimeException copy(
      RuntimeException exception, String message, @Nullable Throwable cause) {
    if (exception instanceof ConnectionLostException) {
      return new ConnectionLostException(message, FailureContext.NONE, cause);
    } else if (exception instanceof TransientFailureException) {
      return new TransientFailureException(message, FailureContext.NONE, cause);
    } else if (exception instanceof DatabaseTimeoutException) {
      return new DatabaseTimeoutException(message, FailureContext.NONE, cause);
    }
    return new StorageFullException(message, FailureContext.NONE, cause);
  }

  private static SQLException cause(Exception exception, String reason) {
    SQLException safe =
        exception instanceof SQLException sql
            ? new SQLException(reason, sql.getSQLState(), sql.getErrorCode())
            : new SQLException(reason);
    safe.setStackTrace(exception.getStackTrace());
    return safe;
  }

  private static String withoutPeriod(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
