package dev.taskstore.dialect.postgres;

import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.spi.ConnectionSettings;
import dev.taskstore.db.spi.JdbcUrls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * The checked settings of the connections to a server: the URL without secrets, and properties for
 * the driver. Not changed after the pool is open.
 */
final class PostgresSettings {

  private static final String CONNECT_SECONDS = "5";
  private static final String CANCEL_SECONDS = "2";
  private static final int GRACE_SECONDS = 5;

  /** The driver counts milliseconds in an int. */
  private static final long LONGEST_SECONDS = Integer.MAX_VALUE / 1_000L - GRACE_SECONDS;

  /** Characters that begin credentials in the URLs of other databases, and how names write them. */
  private static final Map<Character, String> ENCODED = Map.of('@', "%40", ';', "%3B");

  private final PostgresUrl url;
  private final Properties defaults;
  private final Properties parsed;

  private PostgresSettings(PostgresUrl url, Properties defaults, Properties parsed) {
    this.url = url;
    this.defaults = defaults;
    this.parsed = parsed;
  }

  /**
   * Checks settings.
   *
   * @throws DatabaseOpenException if a setting is wrong
   */
  static PostgresSettings of(ConnectionSettings settings) {
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
    return new PostgresSettings(url, defaults, parsed);
  }

  /** Returns the URL without secrets. */
  String url() {
    return url.text();
  }

  /** Returns the hosts, ports and the database. */
  String target() {
    return target(parsed);
  }

  /** Returns the URL and the properties, with the default for the kind of server. */
  Properties parsed() {
    return parsed;
  }

  boolean isReadOnly() {
    return PGProperty.READ_ONLY.getBoolean(parsed);
  }

  /** Returns new properties for one connection, which contain secrets. */
  Properties properties(ConnectionSettings current) {
    return properties(defaults, current, url);
  }

  /** Of several servers, only the primary accepts writes, unless the settings name another kind. */
  void requirePrimary(PostgresHosts hosts) {
    String name = PGProperty.TARGET_SERVER_TYPE.getName();
    boolean isChosen = parsed.getProperty(name) != null;
    if (!hosts.isSingle() && !isChosen && !isReadOnly()) {
      defaults.setProperty(name, "primary");
      parsed.setProperty(name, "primary");
    }
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
