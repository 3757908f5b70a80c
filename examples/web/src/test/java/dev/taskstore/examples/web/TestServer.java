package dev.taskstore.examples.web;

import dev.taskstore.TaskStore;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
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

  /** Starts the application on a new database, with settings. */
  public static TestServer start(Kind kind, Path folder, Map<String, String> settings)
      throws SQLException {
    TckDatabase database =
        kind == Kind.POSTGRES
            ? PostgresServer.shared().newDatabase("")
            : TckDatabase.of("jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"), () -> {});
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put("server.port", "0");
    defaults.put("web.sample-data", "false");
    defaults.put("logging.level.root", "warn");
    defaults.put("logging.level.org.openqa.selenium", "error");
    defaults.put("taskstore.url", database.url());
    if (database.user() != null) {
      defaults.put("taskstore.user", database.user());
      defaults.put("taskstore.password", database.password());
    }
    defaults.putAll(settings);
    String[] arguments =
        defaults.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    return new TestServer(SpringApplication.run(WebApplication.class, arguments), database);
  }

  /** Starts the application on a new database. */
  public static TestServer start(Kind kind, Path folder) throws SQLException {
    return start(kind, folder, Map.of());
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
