package dev.taskstore.db.spi;

import com.zaxxer.hikari.HikariConfig;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connects with a driver for a pool. A failure becomes a {@link ConnectFailedException}, which
 * names the database and contains the driver's reason without secrets.
 *
 * <p>{@link #connectFor} makes the first connection before the pool is created, so that a wrong
 * setting fails at once. The pool receives this connection as its first.
 *
 * <p>Thread-safe.
 */
public final class ConnectingDataSource implements DataSource {

  /** Makes a connection with a driver. */
  @FunctionalInterface
  public interface Connector {

    /**
     * Makes a connection.
     *
     * @return a new connection; null if the driver does not accept the URL
     * @throws SQLException if the driver cannot connect
     */
    @Nullable Connection connect() throws SQLException;
  }

  /** Makes a connection with a driver to a database that checks credentials. */
  @FunctionalInterface
  public interface AuthenticatedConnector {

    /**
     * Makes a connection.
     *
     * @param current the settings of this connection: the user and the password are those that the
     *     provider of credentials supplied for it, if there is one
     * @return a new connection; null if the driver does not accept the URL
     * @throws SQLException if the driver cannot connect
     */
    @Nullable Connection connect(ConnectionSettings current) throws SQLException;
  }

  private static final System.Logger LOGGER =
      System.getLogger(ConnectingDataSource.class.getName());

  private final ConnectionSettings settings;
  private final String target;
  private final FailureClassifier classifier;
  private final AuthenticatedConnector connector;
  private final boolean authenticates;
  private final AtomicReference<@Nullable Connection> first = new AtomicReference<>();
  private final AtomicBoolean failing = new AtomicBoolean();
  private volatile int loginTimeout;

  /** The settings of the latest attempt, which contain its password. */
  private volatile ConnectionSettings latest;

  /**
   * Creates a data source for a database that does not check credentials. The provider of
   * credentials is never called.
   *
   * @param settings the settings of the connections
   * @param target the database in messages, without secrets: host, port and name, or the file
   * @param classifier classifies failures to connect. {@link FailureKind#CONNECTION}, {@link
   *     FailureKind#TIMEOUT}, {@link FailureKind#TRANSIENT}, {@link FailureKind#STORAGE_FULL} and
   *     {@link FailureKind#READ_ONLY} are kept; all others become {@link FailureKind#OPEN}
   * @param connector makes connections
   */
  public ConnectingDataSource(
      ConnectionSettings settings,
      String target,
      FailureClassifier classifier,
      Connector connector) {
    this(settings, target, classifier, current -> connector.connect(), false);
  }

  /**
   * Creates a data source for a database that checks credentials. The provider of credentials, if
   * there is one, is called for each connection.
   *
   * @param settings the settings of the connections
   * @param target the database in messages, as above
   * @param classifier classifies failures to connect, as above
   * @param connector makes connections
   */
  public ConnectingDataSource(
      ConnectionSettings settings,
      String target,
      FailureClassifier classifier,
      AuthenticatedConnector connector) {
    this(settings, target, classifier, connector, true);
  }

  private ConnectingDataSource(
      ConnectionSettings settings,
      String target,
      FailureClassifier classifier,
      AuthenticatedConnector connector,
      boolean authenticates) {
    this.settings = settings;
    this.target = target;
    this.classifier = classifier;
    this.connector = connector;
    this.authenticates = authenticates;
    this.latest = settings;
  }

  /**
   * Makes the first connection, and configures a pool with this data source. The pool is read-only
   * if the driver's settings make the connection read-only.
   *
   * @param configuration the configuration of the pool
   * @throws ConnectFailedException if no connection can be made
   */
  public void connectFor(HikariConfig configuration) throws SQLException {
    Connection connection = connect();
    first.set(connection);
    try {
      configuration.setDataSource(this);
      configuration.setReadOnly(connection.isReadOnly());
    } catch (SQLException e) {
      closeFirst();
      throw failed(e);
    }
  }

  /**
   * Closes the first connection if no pool took it.
   *
   * @throws SQLException if the connection cannot be closed
   */
  public void closeFirst() throws SQLException {
    Connection connection = first.getAndSet(null);
    if (connection != null) {
      connection.close();
    }
  }

  /**
   * Returns the first connection, or a new one.
   *
   * @return a connection
   * @throws ConnectFailedException if no connection can be made
   */
  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = first.getAndSet(null);
    if (connection != null) {
      return connection;
    }
    try {
      Connection made = connect();
      failing.set(false);
      return made;
    } catch (SQLException e) {
      if (!failing.getAndSet(true)) {
        LOGGER.log(
            System.Logger.Level.WARNING,
            "Cannot connect to {0}. Calls wait up to connectionTimeout ({1}) for a connection.",
            e.getMessage(),
            settings.connectionTimeout());
      }
      throw e;
    }
  }

  /**
   * Makes a connection that no pool uses.
   *
   * @return a new connection, which the caller closes
   * @throws ConnectFailedException if no connection can be made
   */
  public Connection connect() throws SQLException {
    ConnectionSettings current =
        authenticates ? SuppliedCredentials.of(settings, target, Clock.systemUTC()) : settings;
    latest = current;
    try {
      Connection connection = connector.connect(current);
      if (connection != null) {
        return connection;
      }
    } catch (SQLException e) {
      throw failed(e, current);
    }
    throw failed(new SQLException("the driver does not accept the URL. Correct the URL", "08001"));
  }

  /** Returns the exception to throw for an exception of the driver or of the pool. */
  SQLException failed(SQLException exception) {
    return failed(exception, latest);
  }

  private SQLException failed(SQLException exception, ConnectionSettings current) {
    if (exception instanceof ConnectFailedException) {
      return exception;
    }
    Classification found = classifier.classify(exception);
    FailureKind kind =
        switch (found.kind()) {
          case CONNECTION, TIMEOUT, TRANSIENT, STORAGE_FULL, READ_ONLY -> found.kind();
          default -> FailureKind.OPEN;
        };
    String reason = found.message() != null ? found.message() : reason(exception);
    return new ConnectFailedException(
        kind, target + ": " + current.withoutSecrets(reason), exception);
  }

  /**
   * Returns the messages of an exception and its causes, each once, without a period at the end.
   *
   * @param exception an exception of a driver
   * @return the messages, which may contain secrets
   */
  public static String reason(Throwable exception) {
    Set<String> messages = new LinkedHashSet<>();
    Throwable cause = exception;
    for (int depth = 0; cause != null && depth < 8; depth++) {
      String message = String.valueOf(cause.getMessage()).strip();
      String name = cause.getClass().getSimpleName();
      boolean bare = cause.getMessage() == null || cause instanceof java.net.UnknownHostException;
      String text = bare ? name + (cause.getMessage() == null ? "" : ": " + message) : message;
      text = text.replaceFirst("[.]+$", "");
      String added = text;
      if (messages.stream().noneMatch(known -> known.contains(added))) {
        messages.add(added);
      }
      cause = cause.getCause();
    }
    return String.join(": ", messages);
  }

  /**
   * Not supported.
   *
   * @throws SQLFeatureNotSupportedException always
   */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("The settings contain the credentials.");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    // Failures are exceptions.
  }

  /** Has no effect on an attempt, whose time the driver's own settings limit. */
  @Override
  public void setLoginTimeout(int seconds) {
    loginTimeout = seconds;
  }

  /** Returns how long the pool waits at its end for attempts that have begun. */
  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("This data source does not use java.util.logging.");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("Not a wrapper of " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
