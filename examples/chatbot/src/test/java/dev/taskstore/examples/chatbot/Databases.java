package dev.taskstore.examples.chatbot;

import dev.taskstore.TaskStore;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/** Empty databases for tests, and stores on them. */
final class Databases {

  private Databases() {}

  static TckDatabase sqlite(Path folder) {
    return TckDatabase.of("jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"), () -> {});
  }

  static TckDatabase postgres() throws SQLException {
    return PostgresServer.shared().newDatabase("");
  }

  static TaskStore open(TckDatabase database) {
    TaskStore.Builder builder =
        TaskStore.builder()
            .url(database.url())
            .clock(FixedChatbot.CLOCK)
            .idGenerator(new SequentialIds());
    if (database.user() != null) {
      builder.credentials(database.user(), database.password());
    }
    return builder.open();
  }
}
