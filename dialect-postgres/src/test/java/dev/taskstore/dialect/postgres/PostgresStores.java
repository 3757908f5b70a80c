package dev.taskstore.dialect.postgres;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.schema.DefaultSchema;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Stores on the databases of {@link PostgresRoleServer}. */
final class PostgresStores {

  private PostgresStores() {}

  /** Returns the builder of a store. */
  static TaskStore.Builder builder(TckDatabase target) {
    return TaskStore.builder().url(target.url()).credentials(target.user(), target.password());
  }

  /** Creates a database that the owner has migrated, with the privileges of both roles. */
  static TckDatabase migrated(Consumer<TaskStore> asOwner) throws SQLException {
    TckDatabase database = PostgresRoleServer.newDatabase();
    PostgresRoleServer.migrate(
        database,
        DefaultSchema.DEFAULT_SCHEMA,
        owned -> {
          try (TaskStore store = builder(owned).open()) {
            asOwner.accept(store);
          }
        });
    return database;
  }

  /** Returns a user with a name, for an insert. */
  static NewUser user(String name) {
    return NewUser.of(name, name + "@example.com", PasswordHash.locked());
  }
}
