package dev.taskstore.differential;

import dev.taskstore.TaskStore;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** Makes the databases that programs run on. */
final class Databases {

  private Databases() {}

  /** A database file that is not there yet. */
  static LibrarySubject sqlite(Path file, UnaryOperator<TaskStore.Builder> change) {
    TaskStore.Builder builder = TaskStore.builder().url("jdbc:sqlite:" + file);
    return new LibrarySubject("sqlite", change.apply(builder), () -> {});
  }

  /** Under a locale whose own order of text is not that of code points. */
  static LibrarySubject postgres(UnaryOperator<TaskStore.Builder> change) throws SQLException {
    TckDatabase database =
        PostgresServer.shared().newDatabase("LOCALE_PROVIDER icu ICU_LOCALE 'en-US'");
    TaskStore.Builder builder =
        TaskStore.builder().url(database.url()).credentials(database.user(), database.password());
    return new LibrarySubject("postgres", change.apply(builder), database::close);
  }
}
