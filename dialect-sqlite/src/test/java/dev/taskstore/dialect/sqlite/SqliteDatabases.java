package dev.taskstore.dialect.sqlite;

import dev.taskstore.dialect.tck.SchemaAlteration;
import dev.taskstore.dialect.tck.TckDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The databases of the contracts, in a folder. */
record SqliteDatabases(Path folder) {

  static String urlOf(Path file) {
    return "jdbc:sqlite:" + file;
  }

  private Path newFile() {
    return folder.resolve(UUID.randomUUID() + ".db");
  }

  TckDatabase newDatabase() {
    return TckDatabase.of(urlOf(newFile()), () -> {});
  }

  TckDatabase copyOf(TckDatabase migrated) throws IOException {
    Path copy = newFile();
    Files.copy(Path.of(migrated.url().substring(urlOf(Path.of("")).length())), copy);
    return TckDatabase.of(urlOf(copy), () -> {});
  }

  static TckDatabase readOnly(TckDatabase target) {
    return TckDatabase.of(target.url() + "?open_mode=1", () -> {});
  }

  static DataSource applicationDataSource(TckDatabase target) {
    SQLiteConfig configuration = new SQLiteConfig();
    configuration.enforceForeignKeys(true);
    SQLiteDataSource dataSource = new SQLiteDataSource(configuration);
    dataSource.setUrl(target.url());
    return dataSource;
  }

  /** What ALTER TABLE cannot do is written into the schema itself. */
  static List<String> statementsFor(SchemaAlteration alteration) {
    return switch (alteration) {
      case CHANGED_TYPE ->
          rewriting("tags", "version    INTEGER  NOT NULL", "version    REAL NOT NULL");
      case CHANGED_NULLABILITY ->
          rewriting("tags", "updated_at INTEGER NOT NULL", "updated_at INTEGER");
      case CHANGED_DEFAULT -> rewriting("tasks", "DEFAULT 'medium'", "DEFAULT 'low'");
      case MISSING_DEFAULT -> rewriting("tasks", "DEFAULT 'pending'", "");
      case EXTRA_DEFAULT ->
          rewriting(
              "tags", "version    INTEGER  NOT NULL", "version    INTEGER DEFAULT 0 NOT NULL");
      case CHANGED_COLLATION ->
          rewriting("users", "password_hash TEXT", "password_hash TEXT COLLATE NOCASE");
      case CHANGED_PRIMARY_KEY ->
          rewriting("task_tags", "KEY (task_id, tag_id)", "KEY (tag_id, task_id)");
      case MISSING_UNIQUE_CONSTRAINT ->
          withoutIndex(
              "sqlite_autoindex_users_3",
              rewriting("users", "CONSTRAINT uq_users_email UNIQUE (email),", ""));
      case CHANGED_UNIQUE_CONSTRAINT ->
          rewriting("tags", "UNIQUE (name)", "UNIQUE (name, version)");
      case MISSING_FOREIGN_KEY ->
          rewriting(
              "tasks",
              "CONSTRAINT fk_tasks_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE"
                  + " CASCADE,",
              "");
      case CHANGED_DELETE_ACTION ->
          rewriting("task_tags", "tags (id) ON DELETE CASCADE", "tags (id) ON DELETE RESTRICT");
      case CHANGED_UPDATE_ACTION ->
          rewriting(
              "task_tags",
              "tags (id) ON DELETE CASCADE",
              "tags (id) ON DELETE CASCADE ON UPDATE CASCADE");
      case CHANGED_REFERENCE -> rewriting("task_tags", "REFERENCES tags", "REFERENCES users");
      case CHANGED_TABLE_OPTIONS -> rewriting("tags", "STRICT", "");
      default -> alteration.statements();
    };
  }

  private static List<String> rewriting(String table, String old, String replacement) {
    return List.of(
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = replace(sql, '%s', '%s') WHERE name = '%s'"
            .formatted(old.replace("'", "''"), replacement.replace("'", "''"), table),
        "PRAGMA writable_schema = RESET");
  }

  private static List<String> withoutIndex(String index, List<String> rewriting) {
    List<String> statements = new ArrayList<>(rewriting);
    statements.add(1, "DELETE FROM sqlite_schema WHERE name = '" + index + "'");
    return statements;
  }
}
