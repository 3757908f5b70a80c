package dev.taskstore.db.spi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 */
public record ConnectionSettings(
    String url,
    @Nullable String user,
    @Nullable String password,
    Map<String, String> properties,
    int maximumPoolSize,
    Duration connectionTimeout,
    Duration queryTimeout) {

  /** Copies the properties. */
  public ConnectionSettings {
    properties = Map.copyOf(properties);
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
