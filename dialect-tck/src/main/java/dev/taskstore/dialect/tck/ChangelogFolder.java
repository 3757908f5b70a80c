package dev.taskstore.dialect.tck;

import dev.taskstore.db.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A changelog that a test writes into a folder. */
record ChangelogFolder(Path folder) {

  /** The path of the master file. */
  static final String MASTER = "change-log/master.xml";

  private static final String NAMESPACE = "http://www.liquibase.org/xml/ns/dbchangelog";

  /** Writes the master file in XML. */
  ChangelogFolder master(String... content) {
    return xml(MASTER, content);
  }

  /** Writes a file in XML, without a schema location. */
  ChangelogFolder xml(String file, String... content) {
    return text(
        file,
        "<databaseChangeLog xmlns='"
            + NAMESPACE
            + "'>\n"
            + String.join("\n", content)
            + "\n</databaseChangeLog>");
  }

  /** Writes a file. */
  ChangelogFolder text(String file, String content) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a changeset of one statement. */
  static String changeSet(String id, String sql) {
    return changeSet(id, "", "<sql>" + sql + "</sql>");
  }

  /** Returns a changeset with further attributes and any content. */
  static String changeSet(String id, String attributes, String content) {
    return "<changeSet id='" + id + "' author='tck' " + attributes + ">" + content + "</changeSet>";
  }

  /** Returns a changeset that creates a table of one column, and drops it. */
  static String createTable(String name) {
    return changeSet(
        name,
        "",
        "<sql>CREATE TABLE %s (id integer NOT NULL)</sql><rollback>DROP TABLE %s</rollback>"
            .formatted(name, name));
  }

  /** Opens the database with the master file, and closes it. */
  void open(TckDatabase database) {
    open(database, options -> {}, open -> {});
  }

  /** Opens the database with the master file, runs work, and closes it. */
  void open(TckDatabase database, Consumer<Database.Builder> options, Consumer<Database> work) {
    open(database, MASTER, options, work);
  }

  /** Opens the database, runs work, and closes it. */
  void open(
      TckDatabase database,
      String master,
      Consumer<Database.Builder> options,
      Consumer<Database> work) {
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, ChangelogFolder.class.getClassLoader())) {
      Database.Builder builder =
          DialectFixture.connect(Database.builder(), database).changelog(master, loader);
      options.accept(builder);
      try (Database open = builder.open()) {
        work.accept(open);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
