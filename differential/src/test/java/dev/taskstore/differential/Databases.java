package dev.taskstore.differential;

import dev.taskstore.TaskStore;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
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
    TaskStore.Builder builder =
        TaskStore.builder().url(database.url()).credentials(database.user(), database.password());
    return new LibrarySubject("postgres", change.apply(builder), database::close);
  }
}
