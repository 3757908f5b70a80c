package dev.taskstore.codegen.postgres;

import dev.taskstore.codegen.SchemaOptions.PostgresServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Starts PostgreSQL from embedded binaries. The server ends with the virtual machine. */
final class EmbeddedServer {

  private static final String USER = "postgres";

  private EmbeddedServer() {}

  /** Returns empty, and adds the reason, where the binaries do not run. */
  static Optional<PostgresServer> start(List<String> reasons) {
    try {
      // The data is temporary; many tables are dropped at once.
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("full_page_writes", "off")
              .setServerConfig("max_locks_per_transaction", "1024")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      return Optional.of(new PostgresServer(server.getJdbcUrl(USER, USER), USER, USER));
    } catch (IOException | RuntimeException e) {
      reasons.add("the embedded binaries cannot be started: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      // The virtual machine ends; nobody can react.
    }
  }
}
