package dev.taskstore.observability;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.observation.DatabaseObserver;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/** Stores on a new file and on a new database of the server. */
final class Stores {

  enum Kind {
    SQLITE,
    POSTGRES
  }

  private Stores() {}

  static TckDatabase database(Kind kind, Path folder) throws SQLException {
    return kind == Kind.POSTGRES
        ? PostgresServer.shared().newDatabase("")
        : TckDatabase.of("jdbc:sqlite:" + folder.resolve("tasks.db"), () -> {});
  }

  static TaskStore open(TckDatabase database, DatabaseObserver observer) {
    TaskStore.Builder builder = TaskStore.builder().url(database.url()).observers(observer);
    if (database.user() != null) {
      builder.credentials(database.user(), database.password());
    }
    return builder.open();
  }

  static NewUser user(String name) {
    return NewUser.of(name, name + "@example.com", PasswordHash.locked());
  }

  static NewTask task(UUID user, String title) {
    return NewTask.of(user, title);
  }
}
