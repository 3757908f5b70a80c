package dev.taskstore.codegen.postgres;

import dev.taskstore.codegen.SchemaOptions.PostgresServer;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Starts PostgreSQL in a container, with the JDBC driver of Testcontainers: so the generator does
 * not depend on it. Testcontainers removes the container when the virtual machine ends.
 */
final class ContainerServer {

  /** The driver, in the artifact org.testcontainers:testcontainers-jdbc. */
  static final String DRIVER = "org.testcontainers.jdbc.ContainerDatabaseDriver";

  private static final String URL = "jdbc:tc:postgresql:18:///taskstore?TC_DAEMON=true";
  private static final String USER = "test";

  private ContainerServer() {}

  /** Returns empty, and adds the reason, where no container can be started. */
  static Optional<PostgresServer> start(List<String> reasons) {
    Properties user = new Properties();
    user.setProperty("user", USER);
    user.setProperty("password", USER);
    try {
      Driver driver =
          Class.forName(DRIVER, true, ContainerServer.class.getClassLoader())
              .asSubclass(Driver.class)
              .getDeclaredConstructor()
              .newInstance();
      try (Connection connection = driver.connect(URL, user)) {
        return Optional.of(new PostgresServer(connection.getMetaData().getURL(), USER, USER));
      }
    } catch (ReflectiveOperationException | SQLException | RuntimeException e) {
      reasons.add("a container cannot be started: " + e.getMessage());
      return Optional.empty();
    }
  }
}
