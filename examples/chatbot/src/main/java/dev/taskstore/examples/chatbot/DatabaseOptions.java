package dev.taskstore.examples.chatbot;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Secrets;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that select the database. */
final class DatabaseOptions {

  private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(10);

  @Option(
      names = "--db",
      paramLabel = "URL",
      required = true,
      defaultValue = "${env:TASKSTORE_DB}",
      description =
          "The JDBC URL of the database, such as jdbc:sqlite:/home/ada/tasks.db. Default: the"
              + " environment variable TASKSTORE_DB.")
  private String url;

  @Option(
      names = "--db-user",
      paramLabel = "NAME",
      description =
          "The database user. The environment variable TASKSTORE_DB_PASSWORD contains the password,"
              + " or TASKSTORE_DB_PASSWORD_FILE names its file.")
  private String user;

  /** Opens the store and applies pending changesets. */
  TaskStore open(Environment environment) {
    TaskStore.Builder builder =
        TaskStore.builder()
            .url(url)
            .clock(environment.clock())
            .idGenerator(environment.ids())
            .queryTimeout(QUERY_TIMEOUT);
    if (user != null) {
      builder.credentials(
          user, Secrets.ofEnvironment(environment.variables(), "TASKSTORE_DB_PASSWORD").orElse(""));
    }
    return builder.open();
  }
}
