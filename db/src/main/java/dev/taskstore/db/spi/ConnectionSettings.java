package dev.taskstore.db.spi;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dialect opens its pools with.
 *
 * @param url the JDBC URL
 * @param user the user, or null when the URL or the driver knows
 * @param password the password, or null
 * @param properties properties for the driver, which win over the dialect's own
 * @param maximumPoolSize the greatest number of connections, at least 2: on a dialect with a single
 *     writer one writes and the others read
 * @param connectionTimeout how long a caller waits for a connection, at least 250 ms
 * @param queryTimeout how long a statement may run before the library cancels it, zero for ever;
 *     what waits for a server that has stopped answering should give up somewhat later
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

  /** Names the URL's scheme only: URLs may hold passwords. */
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
