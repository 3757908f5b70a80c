package dev.taskstore.codegen.postgres;

import dev.taskstore.codegen.SchemaOptions.PostgresServer;
import java.util.List;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Starts PostgreSQL in a container. Testcontainers removes it when the virtual machine ends. */
final class ContainerServer {

  private static final String IMAGE = "postgres:18";
  private static final String NAME = "taskstore";

  private ContainerServer() {}

  /** Returns empty, and adds the reason, where no container can be started. */
  @SuppressWarnings("resource")
  static Optional<PostgresServer> start(List<String> reasons) {
    try {
      if (!DockerClientFactory.instance().isDockerAvailable()) {
        reasons.add("Docker is not available");
        return Optional.empty();
      }
      PostgreSQLContainer container =
          new PostgreSQLContainer(IMAGE)
              .withUsername(NAME)
              .withPassword(NAME)
              .withUrlParam("loggerLevel", "OFF");
      container.start();
      return Optional.of(new PostgresServer(container.getJdbcUrl(), NAME, NAME));
    } catch (RuntimeException e) {
      reasons.add("a container cannot be started: " + e.getMessage());
      return Optional.empty();
    }
  }
}
