package dev.taskstore.backup;

import dev.taskstore.db.Database;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.transfer.rows.TableColumn;
import dev.taskstore.transfer.rows.TableShape;
import dev.taskstore.transfer.rows.ValueType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Versions of a changelog, as the versions of a program contain it. */
final class Changelogs {

  static final String MASTER = "notes/change-log.xml";

  static final String NOTES =
      changeSet(
          "notes",
          "",
          "CREATE TABLE notes (id bigint NOT NULL, body varchar(100) NOT NULL,"
              + " CONSTRAINT pk_notes PRIMARY KEY (id));"
              + "INSERT INTO notes (id, body) VALUES (1, 'welcome')");

  static final String SQLITE_ONLY =
      changeSet("sqlite-index", "dbms='sqlite'", "CREATE INDEX ix_notes_body ON notes (body)");

  static final String POSTGRES_ONLY =
      changeSet(
          "postgres-index", "dbms='postgresql'", "CREATE INDEX ix_notes_body ON notes (body)");

  static final String STARS =
      changeSet("stars", "", "ALTER TABLE notes ADD COLUMN stars bigint DEFAULT 3 NOT NULL");

  static final TableShape FIRST_SHAPE =
      new TableShape(
          "notes",
          List.of(
              new TableColumn("id", ValueType.BIGINT, false),
              new TableColumn("body", ValueType.TEXT, false)),
          List.of("id"),
          List.of(),
          null);

  static final TableShape SECOND_SHAPE =
      new TableShape(
          "notes",
          List.of(
              new TableColumn("id", ValueType.BIGINT, false),
              new TableColumn("body", ValueType.TEXT, false),
              new TableColumn("stars", ValueType.BIGINT, false)),
          List.of("id"),
          List.of(),
          null);

  private Changelogs() {}

  static String changeSet(String id, String attributes, String sql) {
    return "<changeSet id='%s' author='test' %s><sql>%s</sql><rollback/></changeSet>"
        .formatted(id, attributes, sql);
  }

  /** Opens a database with a version of the changelog. */
  static Database open(
      TckDatabase database, Path folder, MigrationMode mode, String... changeSets) {
    try {
      Path root = Files.createTempDirectory(folder, "changelog");
      Path master = root.resolve(MASTER);
      Files.createDirectories(master.getParent());
      Files.writeString(
          master,
          "<databaseChangeLog xmlns='http://www.liquibase.org/xml/ns/dbchangelog'>"
              + String.join("\n", changeSets)
              + "</databaseChangeLog>");
      return Engine.connect(Database.builder().changelog(MASTER, loader(root)), database)
          .migrationMode(mode)
          .open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Open until the end of the tests: Liquibase reads files at any time. */
  @SuppressWarnings("resource")
  private static ClassLoader loader(Path root) throws MalformedURLException {
    return new URLClassLoader(new URL[] {root.toUri().toURL()}, Changelogs.class.getClassLoader());
  }
}
