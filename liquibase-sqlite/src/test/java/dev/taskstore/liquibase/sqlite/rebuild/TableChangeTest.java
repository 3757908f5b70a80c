package dev.taskstore.liquibase.sqlite.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.liquibase.sqlite.SqliteFile;
import java.nio.file.Path;
import java.util.List;
import liquibase.exception.DatabaseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableChangeTest {

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("test.db");
  }

  private static void rebuild(SqliteFile database, String table) throws Exception {
    new TableChange(new Schema(database.connection()), table).run();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION"})
  void theRowsOfChildrenAreNotTouchedWhateverTheirForeignKeyDoes(String action) throws Exception {
    try (SqliteFile database = new SqliteFile(file)) {
      database.run(
          "CREATE TABLE p (id INTEGER PRIMARY KEY, up INT REFERENCES p ON DELETE " + action + ")",
          "CREATE TABLE c (id INT, p INT DEFAULT 1 REFERENCES p (id) ON DELETE " + action + ")",
          "INSERT INTO p VALUES (1, NULL), (2, 1), (3, 2)",
          "INSERT INTO c VALUES (1, 1), (2, 3)");

      rebuild(database, "p");

      assertThat(database.rows("SELECT * FROM p")).containsExactly("1|null", "2|1", "3|2");
      assertThat(database.rows("SELECT * FROM c")).containsExactly("1|1", "2|3");
      assertThat(database.problems()).isEmpty();
      assertThatThrownBy(() -> database.run("INSERT INTO c VALUES (3, 9)"))
          .hasRootCauseMessage(
              "[SQLITE_CONSTRAINT_FOREIGNKEY] A foreign key constraint failed (FOREIGN KEY"
                  + " constraint failed)");
    }
  }

  @Test
  void everythingAroundTheTableIsKept() throws Exception {
    try (SqliteFile database = new SqliteFile(file)) {
      database.run(
          "CREATE TABLE T (id INTEGER PRIMARY KEY AUTOINCREMENT, \"a b\" TEXT COLLATE NOCASE"
              + " UNIQUE, n INT CHECK (n > 0) DEFAULT 7, g AS (n * 2), UNIQUE (n, \"a b\"))",
          "CREATE UNIQUE INDEX i1 ON t (lower(\"a b\"), n DESC) WHERE n > 1",
          "CREATE INDEX i2 ON t (\"a b\" COLLATE RTRIM)",
          "CREATE TABLE log (what TEXT)",
          "CREATE VIEW v AS SELECT x.n FROM (SELECT * FROM t) x",
          "CREATE TRIGGER z1 AFTER INSERT ON t BEGIN INSERT INTO log VALUES ('in ' || new.n); END",
          "CREATE TRIGGER z2 BEFORE DELETE ON t WHEN old.n = 5 BEGIN SELECT RAISE(ABORT, 'no');"
              + " END",
          "CREATE TRIGGER z3 AFTER INSERT ON log BEGIN UPDATE t SET n = n + 1; END",
          "CREATE TEMP TRIGGER z4 AFTER UPDATE ON main.t BEGIN INSERT INTO log VALUES ('temp');"
              + " END",
          "DROP TRIGGER z3",
          "INSERT INTO t (\"a b\", n) VALUES ('x', 3), ('y', 4), ('z', 5)",
          "DELETE FROM t WHERE n = 3",
          "INSERT INTO t (id, \"a b\", n) VALUES (90, 'w', 8)",
          "DELETE FROM t WHERE id = 90",
          "DELETE FROM log");
      List<String> before =
          database.rows(
              "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name <> 'sqlite_stat1'"
                  + " ORDER BY type, name");

      rebuild(database, "t");

      assertThat(
              database.rows(
                  "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"))
          .isEqualTo(before);
      assertThat(database.rows("SELECT * FROM t")).containsExactly("2|y|4|8", "3|z|5|10");
      assertThat(database.rows("SELECT * FROM log")).isEmpty();
      assertThat(database.problems()).isEmpty();
      database.run("INSERT INTO t (\"a b\") VALUES ('v')", "UPDATE t SET n = 6 WHERE id = 2");
      assertThat(database.rows("SELECT max(id) FROM t")).containsExactly("91");
      assertThat(database.rows("SELECT * FROM log")).containsExactly("in 7", "temp");
      assertThat(database.rows("SELECT * FROM sqlite_sequence")).containsExactly("T|91");
      assertThatThrownBy(() -> database.run("INSERT INTO t (\"a b\") VALUES ('V')"))
          .rootCause()
          .hasMessageContaining("index 'i1'");
    }
  }

  @Test
  void rowidsAreKeptWhereNoColumnIsTheirAlias() throws Exception {
    try (SqliteFile database = new SqliteFile(file)) {
      database.run(
          "CREATE TABLE t (rowid TEXT PRIMARY KEY, a INT)",
          "CREATE VIRTUAL TABLE f USING fts5(a, content='t', content_rowid='_rowid_')",
          "INSERT INTO t (_rowid_, rowid, a) VALUES (17, 'x', 1), (-4, 'y', 2)",
          "INSERT INTO f (rowid, a) SELECT _rowid_, a FROM t");

      rebuild(database, "t");

      assertThat(database.rows("SELECT _rowid_, rowid, a FROM t ORDER BY a"))
          .containsExactly("17|x|1", "-4|y|2");
      assertThat(database.rows("SELECT rowid, a FROM f WHERE f MATCH '2'")).containsExactly("-4|2");
    }
  }

  @Test
  void optionsOfTablesAndStrangeNamesAreKept() throws Exception {
    try (SqliteFile database = new SqliteFile(file)) {
      database.run(
          "CREATE TABLE \"it's \"\"a\"\" table\" (\"select\" TEXT PRIMARY KEY, [x y] ANY)"
              + " STRICT, WITHOUT ROWID",
          "INSERT INTO \"it's \"\"a\"\" table\" VALUES ('k', x'00ff'), ('l', 1.5)");
      List<String> before = database.rows("SELECT * FROM sqlite_schema WHERE type = 'table'");

      rebuild(database, "IT'S \"A\" TABLE");

      assertThat(database.rows("SELECT sql FROM sqlite_schema WHERE type = 'table'"))
          .hasSize(1)
          .allMatch(sql -> before.get(0).endsWith(sql));
      assertThat(database.rows("SELECT \"select\", typeof([x y]) FROM \"it's \"\"a\"\" table\""))
          .containsExactly("k|blob", "l|real");
      assertThat(database.problems()).isEmpty();
    }
  }

  @Test
  void aRebuildCanBeRolledBack() throws Exception {
    try (SqliteFile database = new SqliteFile(file)) {
      database.run("CREATE TABLE t (a INT UNIQUE)", "INSERT INTO t VALUES (1)");
      String before = database.definition("t");
      database.connection().setAutoCommit(false);
      TableChange change = new TableChange(new Schema(database.connection()), "t");
      change.define(t -> t.addColumn("b INT DEFAULT 2", 0));
      change.run();
      assertThat(database.rows("SELECT * FROM t")).containsExactly("2|1");

      database.connection().rollback();

      assertThat(database.definition("t")).isEqualTo(before);
      assertThat(database.rows("SELECT * FROM t")).containsExactly("1");
      database.connection().setAutoCommit(true);
      assertThat(database.problems()).isEmpty();
    }
  }

  @Test
  void otherConnectionsSeeTheNewDefinition() throws Exception {
    try (SqliteFile database = new SqliteFile(file);
        SqliteFile other = new SqliteFile(file)) {
      database.run("PRAGMA journal_mode = WAL", "CREATE TABLE t (a INT UNIQUE)");
      other.rows("SELECT a FROM t");
      TableChange change = new TableChange(new Schema(database.connection()), "t");
      change.define(t -> t.addColumn("b INT DEFAULT 2", 0));
      change.run();

      other.run("INSERT INTO t (a) VALUES (1)");

      assertThat(other.rows("SELECT * FROM t")).containsExactly("2|1");
      assertThat(other.problems()).isEmpty();
    }
  }

  @Test
  void theSettingsOfTheConnectionAreRestored() throws Exception {
    try (SqliteFile database = new SqliteFile(file)) {
      database.run("CREATE TABLE t (a INT)", "PRAGMA legacy_alter_table = ON");

      rebuild(database, "t");

      assertThat(database.value("PRAGMA foreign_keys")).isEqualTo("1");
      assertThat(database.value("PRAGMA legacy_alter_table")).isEqualTo("1");
      assertThat(database.value("PRAGMA defer_foreign_keys")).isEqualTo("0");
      assertThat(database.value("PRAGMA writable_schema")).isEqualTo("0");
    }
  }

  @Test
  void aViewOfADroppedColumnIsNamed() {
    try (SqliteFile database = new SqliteFile(file)) {
      database.run("CREATE TABLE t (a INT, b INT)", "CREATE VIEW v AS SELECT b FROM t");

      assertThatThrownBy(
              () -> {
                TableChange change = new TableChange(new Schema(database.connection()), "t");
                change.define(t -> t.dropColumn("b"));
                change.run();
              })
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("view v");
      assertThat(database.rows("SELECT * FROM v")).isEmpty();
      assertThat(database.problems()).isEmpty();
    }
  }

  @Test
  void rowsThatViolatedAForeignKeyBeforeDoNotPreventAChange() throws Exception {
    try (SqliteFile database = new SqliteFile(file, "?foreign_keys=off")) {
      database.run(
          "CREATE TABLE p (id INTEGER PRIMARY KEY)",
          "CREATE TABLE c (a INT REFERENCES p)",
          "INSERT INTO c VALUES (1)",
          "PRAGMA foreign_keys = ON");

      rebuild(database, "c");

      assertThat(database.rows("SELECT * FROM c")).containsExactly("1");
    }
  }

  @Test
  void virtualAndMissingTablesAreRefusedByName() {
    try (SqliteFile database = new SqliteFile(file)) {
      database.run("CREATE VIRTUAL TABLE f USING fts5(a)");

      assertThatThrownBy(() -> rebuild(database, "f"))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("The table f cannot be changed");
      assertThatThrownBy(() -> rebuild(database, "g"))
          .isInstanceOf(DatabaseException.class)
          .hasMessage("The table g does not exist.");
    }
  }
}
