package dev.taskstore.db.spi;

import dev.taskstore.db.Credentials;
import dev.taskstore.db.CredentialsProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The settings with which a dialect opens its pools. Immutable.
 *
 * @param url the JDBC URL
 * @param user the user, or null if the URL or the driver supplies it
 * @param password the password, or null if the URL or the driver supplies it
 * @param properties properties for the driver, which override the dialect's defaults
 * @param maximumPoolSize the maximum number of connections, at least 2; a dialect with a single
 *     writer uses one connection for writes and the others for reads
 * @param connectionTimeout how long a call waits for a connection, at least 250 ms
 * @param queryTimeout how long a statement may run before the library cancels it; zero for no
 *     limit. A network timeout of the dialect should be somewhat longer
 * @param credentialsProvider supplies user and password for each connection, or null. {@link
 *     ConnectingDataSource} calls it for an {@link ConnectingDataSource.AuthenticatedConnector}. A
 *     dialect that checks no credentials does not use it
 */
public record ConnectionSettings(
    String url,
    @Nullable String user,
    @Nullable String password,
    Map<String, String> properties,
    int maximumPoolSize,
    Duration connectionTimeout,
    Duration queryTimeout,
    @Nullable CredentialsProvider credentialsProvider) {

  /** Copies the properties. */
  public ConnectionSettings {
    properties = Map.copyOf(properties);
  }

  /**
   * Returns the properties for the driver, with the user and the password under the names of JDBC:
   * {@code user} and {@code password}.
   *
   * @return new properties, which contain secrets
   */
  public Properties driverProperties() {
    Properties driver = new Properties();
    driver.putAll(properties);
    if (user != null) {
      driver.setProperty("user", user);
    }
    if (password != null) {
      driver.setProperty("password", password);
    }
    return driver;
  }

  /**
   * Returns these settings for another URL.
   *
   * @param otherUrl the JDBC URL
   * @return the copy
   */
  public ConnectionSettings withUrl(String otherUrl) {
    return new ConnectionSettings(
        otherUrl,
        user,
        password,
        properties,
        maximumPoolSize,
        connectionTimeout,
        queryTimeout,
        credentialsProvider);
  }

  /**
   * Returns these settings with another property for the driver.
   *
   * @param name the property's name
   * @param value its value, which replaces that of the same name
   * @return the copy
   */
  public ConnectionSettings withProperty(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(properties);
    changed.put(name, value);
    return new ConnectionSettings(
        url,
        user,
        password,
        changed,
        maximumPoolSize,
        connectionTimeout,
        queryTimeout,
        credentialsProvider);
  }

  /** Returns these settings with the user and password of one connection. */
  ConnectionSettings with(Credentials credentials) {
    return new ConnectionSettings(
        url,
        credentials.user(),
        credentials.password(),
        properties,
        maximumPoolSize,
        connectionTimeout,
        queryTimeout,
        null);
  }

  /**
   * Returns a text without the secrets of these settings: the password, and the values of the URL
   * and of the properties whose names are those of passwords, keys or tokens. User names remain.
   *
   * @param text a message of the driver
   * @return the text, in which {@code ***} replaces each secret
   */
  public String withoutSecrets(String text) {
    List<String> secrets = new ArrayList<>(JdbcUrls.secrets(url));
    if (password != null) {
      secrets.add(password);
    }
    properties.forEach(
        (name, value) -> {
          if (JdbcUrls.isSecret(name)) {
            secrets.add(value);
          }
        });
    String safe = text.replace(url, JdbcUrls.withoutSecrets(url));
    for (String secret : secrets) {
      safe = JdbcUrls.without(secret, safe);
    }
    return safe;
  }

  /** Omits the URL, user and properties, which may contain secrets. */
  @Override
  public String toString() {
    return "ConnectionSettings[maximumPoolSize="
        + maximumPoolSize
        + ", connectionTimeout="
        + connectionTimeout
        + ", queryTimeout="
        + queryTimeout
        + "]";
  }
}
