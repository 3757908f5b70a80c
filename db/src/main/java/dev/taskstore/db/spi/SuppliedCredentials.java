package dev.taskstore.db.spi;

import dev.taskstore.db.Credentials;
import dev.taskstore.db.CredentialsProvider;
import dev.taskstore.db.exception.DatabaseFailure;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The credentials that the application's provider supplies for a connection. Stateless. */
final class SuppliedCredentials {

  /** The state of a rejected login in the SQL standard. */
  private static final String INVALID_AUTHORIZATION = "28000";

  /** The number of causes in messages. */
  private static final int DEPTH = 8;

  private SuppliedCredentials() {}

  /**
   * Returns the settings with the user and password of the next connection.
   *
   * @param target the database in messages
   * @throws ConnectFailedException if the provider supplies no valid credentials
   */
  static ConnectionSettings of(ConnectionSettings settings, String target, Clock clock)
      throws ConnectFailedException {
    CredentialsProvider provider = settings.credentialsProvider();
    if (provider == null) {
      return settings;
    }
    @Nullable Credentials credentials;
    try {
      credentials = provider.credentials();
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw failed(
          isNetwork(e) ? FailureKind.CONNECTION : FailureKind.OPEN,
          target + ": the provider in credentials(...) failed: " + reason(e),
          e);
    }
    if (credentials == null) {
      throw failed(
          FailureKind.OPEN,
          target + ": the provider in credentials(...) returned null. Return credentials",
          null);
    }
    Instant end = credentials.expiresAt();
    if (end != null && !clock.instant().isBefore(end)) {
      throw failed(
          FailureKind.OPEN,
          target
              + ": the provider in credentials(...) returned credentials that expired at "
              + end
              + ". Return new ones",
          null);
    }
    return settings.with(credentials);
  }

  /** A service that is not reachable may be so later; a missing file is a wrong setting. */
  private static boolean isNetwork(Exception exception) {
    @Nullable Throwable cause = exception;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      if (cause instanceof IOException) {
        return !(cause instanceof FileSystemException);
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** The library's exceptions contain no secrets. */
  private static String reason(Exception exception) {
    if (exception instanceof DatabaseFailure) {
      return String.valueOf(exception.getMessage()).replaceFirst("[.]+$", "");
    }
    List<String> names = new ArrayList<>();
    @Nullable Throwable cause = exception;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      names.add(cause.getClass().getName());
      cause = cause.getCause();
    }
    return String.join(", caused by ", names)
        + ". Its message is omitted, because it can contain secrets. Log it in the provider";
  }

  private static ConnectFailedException failed(
      FailureKind kind, String message, @Nullable Exception exception) {
    SQLException origin = new SQLException(message, INVALID_AUTHORIZATION);
    if (exception != null) {
      origin.setStackTrace(exception.getStackTrace());
    }
    return new ConnectFailedException(kind, message, origin);
  }
}
