package dev.taskstore.differential;

import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.postgres.PostgresRoleServer;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.schema.DefaultSchema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** Creates the databases for programs. */
final class Databases {

  private Databases() {}

  /** Returns the URL of a new database file. */
  static LibrarySubject sqlite(Path file, UnaryOperator<TaskStore.Builder> change) {
    TaskStore.Builder builder = TaskStore.builder().url("jdbc:sqlite:" + file);
    return new LibrarySubject("sqlite", change.apply(builder), () -> {});
  }

  /** Creates a database with a locale whose collation differs from code point order. */
  static LibrarySubject postgres(UnaryOperator<TaskStore.Builder> change) throws SQLException {
    TckDatabase database =
        PostgresServer.shared().newDatabase("LOCALE_PROVIDER icu ICU_LOCALE 'en-US'");
    return new LibrarySubject("postgres", change.apply(builder(database)), database::close);
  }

  /** Creates a database whose policies limit the role of the application. */
  static PoliciesSubject policies() throws SQLException {
    TckDatabase database = PostgresRoleServer.copyOf(Limited.ORIGINAL);
    return new PoliciesSubject(
        builder(database).migrationMode(MigrationMode.VALIDATE), database::close);
  }

  /** A database with policies, to which nobody is connected. */
  private static final class Limited {
    static final TckDatabase ORIGINAL = create();

    private static TckDatabase create() {
      try {
        TckDatabase database = PostgresRoleServer.newDatabase();
        PostgresRoleServer.migrate(
            database,
            DefaultSchema.DEFAULT_SCHEMA,
            owned -> {
              try (TaskStore owner = builder(owned).open()) {
                owner.database().rowSecurity(TaskStore.OWNERSHIP).enable();
              }
            });
        return database;
      } catch (SQLException e) {
        throw new IllegalStateException("No database with policies", e);
      }
    }
  }

  private static TaskStore.Builder builder(TckDatabase database) {
    return TaskStore.builder()
        .url(database.url())
        .credentials(database.user(), database.password());
  }
}
