package dev.taskstore.dialect.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.spi.ConnectingDataSource;
import dev.taskstore.db.spi.ConnectionPools;
import dev.taskstore.db.spi.ConnectionSettings;
import dev.taskstore.db.spi.JdbcUrls;
import dev.taskstore.db.spi.ReplicaPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** The pool of connections to a server. */
final class PostgresPools {

  private static final String CONNECT_SECONDS = "5";
  private static final String CANCEL_SECONDS = "2";
  private static final int GRACE_SECONDS = 5;
  private static final Duration REPLICA_WAIT = Duration.ofSeconds(1);
  private static final String PROBE_SECONDS = "2";

  /** The driver counts milliseconds in an int. */
  private static final long LONGEST_SECONDS = Integer.MAX_VALUE / 1_000L - GRACE_SECONDS;

  /** Characters that begin credentials in the URLs of other databases, and how names write them. */
  private static final Map<Character, String> ENCODED = Map.of('@', "%40", ';', "%3B");

  /** By default, the pool also closes the connection of an unsupported feature or an old plan. */
  private static final SQLExceptionOverride KEEP_CONNECTION =
      new SQLExceptionOverride() {
        @java.lang.Override
        public Override adjudicate(SQLException exception) {
          return PostgresFailures.FEATURE_NOT_SUPPORTED.equals(exception.getSQLState())
              ? Override.DO_NOT_EVICT
              : Override.CONTINUE_EVICT;
        }
      };

  private PostgresPools() {}

  static ConnectionPools open(ConnectionSettings settings) throws SQLException {
    HikariConfig configuration = ConnectionPools.configuration(settings, "taskstore-postgres");
    configuration.setExceptionOverride(KEEP_CONNECTION);
    return ConnectionPools.single(
        ConnectionPools.open(configuration, connections(settings, connection -> {})));
  }

  /**
   * Opens the pool of a replica, without a connection. Calls wait shortly for a connection to a
   * replica, because another server may run the read.
   */
  static ReplicaPool openReplica(ConnectionSettings settings) throws SQLException {
    HikariConfig configuration =
        ConnectionPools.configuration(settings, "taskstore-postgres-replica");
    configuration.setExceptionOverride(KEEP_CONNECTION);
    configuration.setConnectionTimeout(
        Math.min(settings.connectionTimeout().toMillis(), REPLICA_WAIT.toMillis()));
    configuration.setInitializationFailTimeout(-1);
    OpenConnections open = new OpenConnections();
    configuration.setDataSource(connections(settings, open::add));
    ConnectingDataSource probes =
        connections(
            settings
                .withProperty(PGProperty.CONNECT_TIMEOUT.getName(), PROBE_SECONDS)
                .withProperty(PGProperty.SOCKET_TIMEOUT.getName(), PROBE_SECONDS),
            connection -> {});
    HikariDataSource pool = new HikariDataSource(configuration);
    return new ReplicaPool(
        target(settings.url()),
        pool,
        probes,
        () -> {
          pool.getHikariPoolMXBean().softEvictConnections();
          open.abort();
        },
        pool::close);
  }

  private static ConnectingDataSource connections(
      ConnectionSettings settings, Consumer<Connection> opened) throws SQLException {
    refuseMisplacedCredentials(settings.url());
    PostgresUrl url = PostgresUrl.of(settings.url());
    refuseUndecodable(url);
    refuseSecondCredentials(settings, url);
    Properties defaults = defaults(settings);
    Properties parsed = Driver.parseURL(url.text(), properties(defaults, settings, url));
    if (parsed == null) {
      throw refused(
          target(settings.url())
              + ": the URL is not valid. Its form is jdbc:postgresql://host:port/database, with"
              + " parameters after a question mark");
    }
    if (PGProperty.READ_ONLY.getBoolean(parsed)) {
      // Otherwise the driver allows writes that are not in a transaction.
      defaults.putIfAbsent(PGProperty.READ_ONLY_MODE.getName(), "always");
    }
    verifyServer(defaults, parsed);
    Driver driver = new Driver();
    return new ConnectingDataSource(
        settings,
        target(parsed),
        PostgresConnectFailures::classify,
        current -> {
          Connection connection = driver.connect(url.text(), properties(defaults, current, url));
          if (connection != null) {
            opened.accept(connection);
          }
          return connection;
        });
  }

  /** The properties of the settings override those of the dialect. */
  private static Properties defaults(ConnectionSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("logServerErrorDetail", "false");
    properties.setProperty("ApplicationName", "taskstore");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("cancelSignalTimeout", CANCEL_SECONDS);
    properties.setProperty("socketTimeout", socketSeconds(settings.queryTimeout()));
    settings.properties().forEach(properties::setProperty);
    return properties;
  }

  /** Returns the properties of one connection. */
  private static Properties properties(
      Properties defaults, ConnectionSettings current, PostgresUrl url) {
    Properties properties = new Properties();
    properties.putAll(defaults);
    properties.putAll(current.driverProperties());
    properties.putAll(url.secrets());
    return properties;
  }

  private static void verifyServer(Properties defaults, Properties parsed) {
    Optional<String> mode = PostgresTls.defaultMode(parsed);
    mode.ifPresent(
        value -> {
          defaults.setProperty(PGProperty.SSL_MODE.getName(), value);
          parsed.setProperty(PGProperty.SSL_MODE.getName(), value);
        });
    PostgresTls.missingAuthorities(parsed)
        .ifPresent(
            file -> {
              throw refused(
                  target(parsed)
                      + ": the file "
                      + file
                      + " of trusted authorities does not exist or cannot be read"
                      + (mode.isPresent()
                          ? ", and sslmode=verify-full, the default for hosts other than loopback,"
                              + " requires it. "
                          : ". ")
                      + PostgresTls.TRUST_ADVICE);
            });
    PostgresTls.warnIfUnverified(parsed, target(parsed));
  }

  /** Later than a statement that is cancelled, so that only a dead server is given up. */
  private static String socketSeconds(Duration queryTimeout) {
    long seconds = queryTimeout.minusNanos(1).toSeconds() + 1;
    boolean endless = queryTimeout.isZero() || seconds > LONGEST_SECONDS;
    return endless ? "0" : String.valueOf(seconds + GRACE_SECONDS);
  }

  /**
   * The driver takes credentials before the host, and parameters after a semicolon, for a part of a
   * name, and prints them.
   */
  private static void refuseMisplacedCredentials(String url) {
    for (Map.Entry<Character, String> misplaced : ENCODED.entrySet()) {
      if (withoutParameters(url).indexOf(misplaced.getKey()) >= 0) {
        throw refused(
            "the URL contains the character "
                + misplaced.getKey()
                + " before its parameters. PostgreSQL's driver does not support credentials in this"
                + " place: use jdbc:postgresql://host:port/database and credentials(user, password)"
                + " of the builder, and write "
                + misplaced.getValue()
                + " for it in a name");
      }
    }
  }

  /** The driver logs a value that it cannot decode. */
  private static void refuseUndecodable(PostgresUrl url) {
    url.undecodable()
        .ifPresent(
            name -> {
              throw refused(
                  target(url.text())
                      + ": the value of the parameter "
                      + name
                      + " in the URL is not encoded. Write %25 for a percent sign in it, or use"
                      + " credentials(user, password) of the builder");
            });
  }

  private static void refuseSecondCredentials(ConnectionSettings settings, PostgresUrl url) {
    if (settings.credentialsProvider() != null && url.credential().isPresent()) {
      throw refused(
          "the URL contains the parameter "
              + url.credential().get()
              + ", which overrides what the provider in credentials(...) supplies. Remove the"
              + " parameter");
    }
  }

  private static boolean hasMisplacedCredentials(String url) {
    return ENCODED.keySet().stream().anyMatch(c -> withoutParameters(url).indexOf(c) >= 0);
  }

  private static String withoutParameters(String url) {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  private static DatabaseOpenException refused(String reason) {
    return new DatabaseOpenException(
        "The database cannot be opened: " + reason + ".", FailureContext.NONE, null);
  }

  /** Returns the hosts, ports and the database of a URL, or the URL if it is not valid. */
  static String target(String url) {
    // The driver logs a URL that is not valid.
    Properties parsed =
        hasMisplacedCredentials(url)
            ? null
            : Driver.parseURL(PostgresUrl.of(url).text(), new Properties());
    return parsed == null ? JdbcUrls.withoutSecrets(url) : target(parsed);
  }

  private static String target(Properties parsed) {
    String[] hosts = parsed.getProperty("PGHOST", "localhost").split(",", -1);
    String[] ports = parsed.getProperty("PGPORT", "5432").split(",", -1);
    List<String> servers = new ArrayList<>();
    for (int i = 0; i < hosts.length; i++) {
      servers.add(hosts[i] + ":" + ports[Math.min(i, ports.length - 1)]);
    }
    String target = String.join(",", servers) + "/" + database(parsed);
    // Parameters that do not follow a question mark are part of the name.
    return target.indexOf('=') < 0 ? target : JdbcUrls.withoutUserInfo(target);
  }

  private static String database(Properties parsed) {
    @Nullable String name = parsed.getProperty("PGDBNAME");
    return name != null ? name : parsed.getProperty("user", "");
  }
}
