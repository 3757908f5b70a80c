package dev.taskstore.dialect.postgres;

import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.ConnectingDataSource;
import dev.taskstore.db.spi.FailureKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * Classifies failures to connect to a server: which may pass by itself, and what to do. No rows are
 * involved, so that the messages of the driver and the server contain no values of them.
 */
final class PostgresConnectFailures {

  private PostgresConnectFailures() {}

  static Classification classify(SQLException exception) {
    if (exception instanceof NoPrimaryException) {
      return Classification.of(
          FailureKind.CONNECTION,
          exception.getMessage() + ". Try again when a standby has been promoted");
    }
    String state = exception.getSQLState() == null ? "" : exception.getSQLState();
    boolean fromServer =
        exception instanceof PSQLException server && server.getServerErrorMessage() != null;
    String advice = fromServer ? adviceFor(state) : PostgresTlsFailures.advice(exception);
    FailureKind kind =
        (fromServer ? mayPass(state) : advice == null && isNetwork(exception))
            ? FailureKind.CONNECTION
            : FailureKind.OPEN;
    if (advice == null) {
      advice = kind == FailureKind.OPEN ? settingAdvice(state) : networkAdvice(exception);
    }
    return Classification.of(kind, reason(exception) + ". " + advice);
  }

  /** Starting, stopping, crashed, or too many connections. */
  private static boolean mayPass(String state) {
    return state.startsWith("57P") || state.startsWith("53") || state.startsWith("08");
  }

  /** The driver also reports wrong settings with class 08, but then without a failure of I/O. */
  private static boolean isNetwork(SQLException exception) {
    boolean network = false;
    for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof GeneralSecurityException
          || cause instanceof ReflectiveOperationException) {
        return false;
      }
      network |= cause instanceof IOException;
    }
    return network;
  }

  private static @Nullable String adviceFor(String state) {
    return switch (state) {
      case "28P01" -> "Check user and password";
      case "28000" ->
          "Check user and password, and allow this client, user and database in pg_hba.conf. If the"
              + " server requires TLS, set sslmode=verify-full; if it requires a certificate of the"
              + " client, set sslcert and sslkey";
      case "3D000" -> "The database does not exist on the server. Create it";
      case "42501" -> "Grant the role the privilege CONNECT on the database";
      case "53300" -> "Close other connections, set a smaller maximumPoolSize, or raise the limit";
      case "57P03" -> "Try again when the server has started";
      case "22023" ->
          "The server does not accept this setting. Correct it in the URL, in the driver"
              + " properties, or for TimeZone in the JVM: -Duser.timezone=UTC";
      default -> null;
    };
  }

  private static String settingAdvice(String state) {
    return state.equals("08P01")
        ? "The port does not speak PostgreSQL's protocol. Correct host and port"
        : "Correct the setting in the URL, in the driver properties or in credentials(...)";
  }

  private static String networkAdvice(SQLException exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "Check the name of the host";
      } else if (cause instanceof ConnectException) {
        return "Check host and port, and start the server";
      }
    }
    return "Check that PostgreSQL listens on this host and port";
  }

  private static String reason(SQLException exception) {
    String reason = ConnectingDataSource.reason(exception);
    return reason.replaceFirst("^(FATAL|ERROR): ", "");
  }
}
