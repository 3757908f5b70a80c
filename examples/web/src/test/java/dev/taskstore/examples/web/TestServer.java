package dev.taskstore.examples.web;

import dev.taskstore.TaskStore;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application on a port of its own.
 *
 * @param context the application
 * @param database its database
 */
public record TestServer(ConfigurableApplicationContext context, TckDatabase database)
    implements AutoCloseable {

  /** The databases that the tests run on. */
  public enum Kind {
    SQLITE,
    POSTGRES
  }

  /** Starts the application on a new database. */
  public static TestServer start(Kind kind, Path folder, String... settings) throws SQLException {
    TckDatabase database =
        kind == Kind.POSTGRES
            ? PostgresServer.shared().newDatabase("")
            : TckDatabase.of("jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"), () -> {});
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    arguments.add("--web.sample-data=false");
    arguments.add("--logging.level.root=warn");
    arguments.add("--taskstore.url=" + database.url());
    if (database.user() != null) {
      arguments.add("--taskstore.user=" + database.user());
      arguments.add("--taskstore.password=" + database.password());
    }
    arguments.addAll(List.of(settings));
    return new TestServer(
        SpringApplication.run(WebApplication.class, arguments.toArray(String[]::new)), database);
  }

  /** Returns an address of the application. */
  public String url(String path) {
    int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    return "http://localhost:" + port + path;
  }

  /** Returns the store of the application. */
  public TaskStore store() {
    return context.getBean(TaskStore.class);
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
