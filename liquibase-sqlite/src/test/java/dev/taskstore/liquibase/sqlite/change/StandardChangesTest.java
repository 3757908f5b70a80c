package dev.taskstore.liquibase.sqlite.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.liquibase.sqlite.SqliteFile;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardChangesTest {

  @TempDir Path folder;

  private SqliteFile database;

  @BeforeEach
  void open() {
    database = new SqliteFile(folder.resolve("test.db"));
    database.run(
        "CREATE TABLE p (id INTEGER NOT NULL PRIMARY KEY, code TEXT, n INTEGER) STRICT",
        "CREATE TABLE c (id INTEGER NOT NULL PRIMARY KEY, p_id INTEGER, name TEXT DEFAULT 'x')"
            + " STRICT",
        "CREATE INDEX c_name ON c (name DESC) WHERE name IS NOT NULL",
        "INSERT INTO p VALUES (1, 'a', 10), (2, 'b', NULL)",
        "INSERT INTO c VALUES (1, 1, 'k'), (2, 2, NULL), (3, NULL, 'l')");
  }

  @AfterEach
  void closeWithoutProblems() {
    assertThat(database.problems()).isEmpty();
    database.close();
  }

  private static String foreignKey(String attributes) {
    return "<addForeignKeyConstraint constraintName=\"fk_c\" baseTableName=\"c\""
        + " baseColumnNames=\"p_id\" referencedTableName=\"p\" referencedColumnNames=\"id\" "
        + attributes
        + "/>";
  }

  @Test
  void aForeignKeyIsAddedWithItsActionsAndDropped() {
    database.change(
        foreignKey("onDelete=\"CASCADE\" deferrable=\"true\" initiallyDeferred=\"true\""));

    assertThat(database.definition("c"))
        .contains(
            "CONSTRAINT \"fk_c\" FOREIGN KEY (\"p_id\") REFERENCES \"p\" (\"id\") ON DELETE"
                + " CASCADE DEFERRABLE INITIALLY DEFERRED");
    database.run("DELETE FROM p WHERE id = 1");
    assertThat(database.rows("SELECT id FROM c")).containsExactly("2", "3");

    database.change("<dropForeignKeyConstraint constraintName=\"fk_c\" baseTableName=\"c\"/>");

    assertThat(database.rows("PRAGMA foreign_key_list(c)")).isEmpty();
    assertThat(database.rows("SELECT name FROM sqlite_schema WHERE type = 'index'"))
        .containsExactly("c_name");
  }

  @Test
  void aForeignKeyThatRowsViolateIsRefusedByNameAndNothingChanges() {
    database.run("INSERT INTO c VALUES (4, 99, 'z')");
    String before = database.definition("c");

    assertThatThrownBy(() -> database.change(foreignKey("")))
        .hasMessageContaining("Rows violate the foreign key fk_c of the table c");
    assertThat(database.definition("c")).isEqualTo(before);
    database.run("DELETE FROM c WHERE id = 4");
  }

  @Test
  void aForeignKeyToColumnsWithoutAKeyIsRefused() {
    assertThatThrownBy(
            () ->
                database.change(
                    foreignKey("")
                        .replace("referencedColumnNames=\"id\"", "referencedColumnNames=\"n\"")))
        .hasMessageContaining("p(n)")
        .hasMessageContaining("primary key or a unique constraint");
  }

  @Test
  void allForeignKeysOfATableAreDropped() {
    database.change(
        foreignKey(""),
        "<addColumn tableName=\"c\"><column name=\"q\" type=\"int\"><constraints"
            + " foreignKeyName=\"fk_q\" references=\"p(id)\"/></column></addColumn>",
        "<dropAllForeignKeyConstraints baseTableName=\"c\"/>");

    assertThat(database.rows("PRAGMA foreign_key_list(c)")).isEmpty();
  }

  @Test
  void aUniqueConstraintIsAddedAndDroppedByName() {
    String add =
        "<addUniqueConstraint tableName=\"p\" columnNames=\"code, n\" constraintName=\"uq_p\"/>";
    database.change(add);

    assertThat(database.definition("p")).contains("CONSTRAINT \"uq_p\" UNIQUE (\"code\", \"n\")");
    assertThatThrownBy(() -> database.run("INSERT INTO p VALUES (3, 'a', 10)"))
        .rootCause()
        .hasMessageContaining("p.code, p.n");

    database.change("<dropUniqueConstraint tableName=\"p\" constraintName=\"uq_p\"/>");

    database.run("INSERT INTO p VALUES (3, 'a', 10)");
    assertThatThrownBy(() -> database.change(add.replace("uq_p", "uq_q")))
        .hasMessageContaining("uq_q cannot be added")
        .hasMessageContaining("code, n");
  }

  @Test
  void aUniqueConstraintWithoutANameGetsTheNameThatPostgresGives() {
    database.change("<addUniqueConstraint tableName=\"p\" columnNames=\"code,n\"/>");

    assertThat(database.definition("p")).contains("CONSTRAINT \"p_code_n_key\" UNIQUE");
  }

  @Test
  void notNullIsAddedWithAValueForNullsAndDropped() {
    assertThatThrownBy(
            () -> database.change("<addNotNullConstraint tableName=\"p\" columnName=\"n\"/>"))
        .hasMessageContaining("The column n of the table p cannot be NOT NULL");

    database.change(
        "<addNotNullConstraint tableName=\"p\" columnName=\"n\" columnDataType=\"int\""
            + " defaultNullValue=\"7\"/>");

    assertThat(database.rows("SELECT n FROM p")).containsExactly("10", "7");
    assertThat(database.rows("SELECT \"notnull\" FROM pragma_table_info('p') WHERE name = 'n'"))
        .containsExactly("1");

    database.change("<dropNotNullConstraint tableName=\"p\" columnName=\"n\"/>");

    database.run("INSERT INTO p VALUES (3, 'c', NULL)");
    assertThatThrownBy(
            () -> database.change("<dropNotNullConstraint tableName=\"p\" columnName=\"id\"/>"))
        .hasMessageContaining("primary key");
  }

  @Test
  void defaultValuesAreSetReplacedAndDropped() {
    database.change(
        "<addDefaultValue tableName=\"c\" columnName=\"name\" columnDataType=\"varchar(10)\""
            + " defaultValue=\"it's\"/>",
        "<addDefaultValue tableName=\"c\" columnName=\"p_id\" columnDataType=\"int\""
            + " defaultValueNumeric=\"2\"/>");
    database.run("INSERT INTO c (id) VALUES (9)");

    assertThat(database.rows("SELECT p_id, name FROM c WHERE id = 9")).containsExactly("2|it's");

    database.change(
        "<dropDefaultValue tableName=\"c\" columnName=\"name\"/>",
        "<addDefaultValue tableName=\"c\" columnName=\"p_id\" columnDataType=\"int\""
            + " defaultValueComputed=\"abs(-3)\"/>");
    database.run("INSERT INTO c (id) VALUES (10)");

    assertThat(database.rows("SELECT p_id, name FROM c WHERE id = 10")).containsExactly("3|null");
  }

  @Test
  void aDefaultFromASequenceIsRefused() {
    assertThatThrownBy(
            () ->
                database.change(
                    "<createSequence sequenceName=\"s\"/>",
                    "<addDefaultValue tableName=\"c\" columnName=\"p_id\" columnDataType=\"int\""
                        + " defaultValueSequenceNext=\"s\"/>"))
        .hasMessageContaining("The column p_id of the table c")
        .hasMessageContaining("sequence");
  }

  @Test
  void columnsAreAddedWithEverythingThatTheyCanHave() {
    database.change(
        "<addColumn tableName=\"c\">"
            + "<column name=\"a\" type=\"varchar(5)\" defaultValue=\"d\"><constraints"
            + " nullable=\"false\"/></column>"
            + "<column name=\"b\" type=\"int\" valueNumeric=\"4\"><constraints nullable=\"false\""
            + " notNullConstraintName=\"nn_b\"/></column>"
            + "<column name=\"u\" type=\"int\" valueComputed=\"id * 10\"><constraints"
            + " unique=\"true\" uniqueConstraintName=\"uq_u\"/></column>"
            + "<column name=\"f\" type=\"int\"><constraints foreignKeyName=\"fk_f\""
            + " references=\"p(id)\" deleteCascade=\"true\"/></column>"
            + "<column name=\"s\" type=\"boolean\" defaultValueBoolean=\"true\""
            + " afterColumn=\"id\" remarks=\"x\"/>"
            + "</addColumn>");

    assertThat(database.rows("SELECT name FROM pragma_table_info('c')"))
        .containsExactly("id", "s", "p_id", "name", "a", "b", "u", "f");
    assertThat(database.rows("SELECT s, a, b, u, f FROM c"))
        .containsExactly("1|d|4|10|null", "1|d|4|20|null", "1|d|4|30|null");
    assertThat(database.definition("c"))
        .contains(
            "\"a\" TEXT /* varchar(5) */ NOT NULL DEFAULT 'd' CONSTRAINT \"ck_c_a_length\" CHECK")
        .contains("CONSTRAINT \"nn_b\" NOT NULL")
        .contains("CONSTRAINT \"uq_u\" UNIQUE")
        .contains("CONSTRAINT \"fk_f\" REFERENCES \"p\" (\"id\") ON DELETE CASCADE");
    assertThatThrownBy(() -> database.run("UPDATE c SET a = 'toolong'"))
        .rootCause()
        .hasMessageContaining("ck_c_a_length");
  }

  @Test
  void aSimpleColumnIsAddedWithoutARebuild() {
    String root = database.value("SELECT rootpage FROM sqlite_schema WHERE name = 'c'");

    database.change(
        "<addColumn tableName=\"c\"><column name=\"a\" type=\"varchar(5)\""
            + " value=\"v\"/></addColumn>",
        "<addColumn tableName=\"c\"><column name=\"b\" type=\"int\" defaultValueNumeric=\"4\">"
            + "<constraints nullable=\"false\"/></column></addColumn>");

    assertThat(database.value("SELECT rootpage FROM sqlite_schema WHERE name = 'c'"))
        .isEqualTo(root);
    assertThat(database.rows("SELECT a, b FROM c")).containsOnly("v|4");
  }

  @Test
  void aColumnWithoutValueForExistingRowsCannotBeNotNull() {
    assertThatThrownBy(
            () ->
                database.change(
                    "<addColumn tableName=\"c\"><column name=\"a\" type=\"int\"><constraints"
                        + " nullable=\"false\"/></column></addColumn>"))
        .hasMessageContaining("The column a cannot be NOT NULL: the table c has rows");
  }

  @Test
  void aDroppedColumnTakesItsConstraintsAndIndexesWithIt() {
    database.run(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT UNIQUE CHECK (a < 9), b INT CHECK (a <> b),"
            + " c INT REFERENCES p, CONSTRAINT uq UNIQUE (a, b), CONSTRAINT ck CHECK (a > c),"
            + " CONSTRAINT ck2 CHECK (b > 0))",
        "CREATE INDEX i1 ON t (b) WHERE a > 0",
        "CREATE INDEX i2 ON t (b)",
        "INSERT INTO t VALUES (1, 3, 2, 1)");

    database.change(
        "<dropColumn tableName=\"t\"><column name=\"a\"/><column name=\"c\"/></dropColumn>");

    assertThat(database.definition("t"))
        .isEqualTo("CREATE TABLE t (id INTEGER PRIMARY KEY, b INT, CONSTRAINT ck2 CHECK (b > 0))");
    assertThat(database.rows("SELECT name FROM sqlite_schema WHERE tbl_name = 't'"))
        .containsExactlyInAnyOrder("t", "i2");
    assertThat(database.rows("SELECT * FROM t")).containsExactly("1|2");
  }

  @Test
  void aColumnThatAForeignKeyReferencesCannotBeDropped() {
    database.run(
        "CREATE UNIQUE INDEX p_code ON p (code)", "CREATE TABLE d (x TEXT REFERENCES p (code))");

    assertThatThrownBy(() -> database.change("<dropColumn tableName=\"p\" columnName=\"code\"/>"))
        .hasMessageContaining("foreign key of the table d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "int; bigint; 42; 42",
        "int; varchar(5); 42; 42",
        "int; decimal(10,2); -42; -4200",
        "bigint; boolean; 1; 1",
        "boolean; int; 1; 1",
        "boolean; varchar(5); 0; false",
        "decimal(10,2); decimal(12,4); 1234; 123400",
        "decimal(10,2); decimal(10,1); -1255; -126",
        "decimal(10,2); int; 1250; 13",
        "decimal(10,2); varchar(20); -1205; -12.05",
        "decimal(10,2); double; 1250; 12.5",
        "varchar(10); varchar(3); 'abc'; abc",
        "varchar(10); text; 'abc'; abc",
        "varchar(10); int; '-17'; -17",
      })
  void valuesAndDefaultsAreConvertedToANewType(
      String from, String to, String stored, String expected) {
    String storage = ColumnType.of(from, false).storage();
    database.run(
        "CREATE TABLE t (a " + storage + " /* " + from + " */ DEFAULT " + stored + ") STRICT",
        "INSERT INTO t VALUES (" + stored + "), (NULL)");

    database.change(
        "<modifyDataType tableName=\"t\" columnName=\"a\" newDataType=\"" + to + "\"/>");

    database.run("INSERT INTO t DEFAULT VALUES");
    assertThat(database.rows("SELECT a FROM t")).containsExactly(expected, "null", expected);
    assertThat(database.definition("t")).contains("a " + ColumnType.of(to, false).definition());
  }

  /** PostgreSQL keeps the expression that was written, and converts it to each type. */
  @Test
  void aDefaultThatATypeRoundsIsNotLost() {
    database.run(
        "CREATE TABLE t (a INTEGER /* decimal(12,4) */ DEFAULT 9000, b INTEGER) STRICT",
        "INSERT INTO t (b) VALUES (1)");

    database.change("<modifyDataType tableName=\"t\" columnName=\"a\" newDataType=\"int\"/>");
    assertThat(database.definition("t")).contains("DEFAULT /* decimal(12,4) 9000 */ 1");
    database.run("INSERT INTO t (b) VALUES (2)");
    database.change(
        "<renameColumn tableName=\"t\" oldColumnName=\"b\" newColumnName=\"c\"/>",
        "<modifyDataType tableName=\"t\" columnName=\"a\" newDataType=\"bigint\"/>",
        "<modifyDataType tableName=\"t\" columnName=\"a\" newDataType=\"decimal(12,4)\"/>");
    database.run("INSERT INTO t (c) VALUES (3)");

    assertThat(database.rows("SELECT a FROM t ORDER BY c"))
        .containsExactly("10000", "10000", "9000");
    assertThat(database.definition("t")).contains("DEFAULT 9000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "varchar(10); varchar(2); 'abc'",
        "bigint; int; 3000000000",
        "int; varchar(2); 123",
        "varchar(10); int; 'x1'",
        "decimal(10,2); decimal(4,2); 999999",
        "bigint; decimal(18,9); 9000000000000",
        "uuid; int; x'00'",
      })
  void valuesThatDoNotFitANewTypeAreRefused(String from, String to, String stored) {
    String storage = ColumnType.of(from, false).storage();
    database.run(
        "CREATE TABLE t (a " + storage + " /* " + from + " */) STRICT",
        "INSERT INTO t VALUES (" + stored + ")");

    assertThatThrownBy(
            () ->
                database.change(
                    "<modifyDataType tableName=\"t\" columnName=\"a\" newDataType=\""
                        + to
                        + "\"/>"))
        .hasMessageContaining("The column a of the table t cannot change its type")
        .hasMessageNotContaining(stored.replace("'", ""));
    assertThat(database.rows("SELECT count(*) FROM t")).containsExactly("1");
  }

  @Test
  void aNewTypeReplacesTheLimitsOfTheOldOneAlsoAfterRenames() {
    database.change(
        "<addColumn tableName=\"c\"><column name=\"a\" type=\"varchar(5)\"/></addColumn>",
        "<renameColumn tableName=\"c\" oldColumnName=\"a\" newColumnName=\"b\"/>",
        "<renameTable oldTableName=\"c\" newTableName=\"d\"/>",
        "<modifyDataType tableName=\"d\" columnName=\"b\" newDataType=\"varchar(9)\"/>");

    database.run("UPDATE d SET b = '123456789'");
    assertThat(database.definition("d")).doesNotContain("<= 5").contains("ck_d_b_length");
  }

  @Test
  void aNewTypeReplacesTheLimitsOfCreatedTablesAndKeepsTheChecksOfOthers() {
    database.run(
        "CREATE TABLE t (a TEXT /* varchar(5) */ CONSTRAINT ck_a CHECK (length(a) > 1), b INT,"
            + " CONSTRAINT ck_t_a_length CHECK (length(a) <= 5),"
            + " CONSTRAINT ck_b_length CHECK (length(b) <= 5)) STRICT");

    database.change(
        "<modifyDataType tableName=\"t\" columnName=\"a\" newDataType=\"varchar(9)\"/>");

    assertThat(database.definition("t"))
        .contains("length(\"a\") <= 9", "ck_a CHECK (length(a) > 1)", "ck_b_length")
        .doesNotContain("length(a) <= 5");
  }

  @Test
  void renamesReachIndexesTriggersViewsAndForeignKeys() {
    database.change(foreignKey(""));
    database.run(
        "CREATE VIEW v AS SELECT p.code FROM p JOIN c ON c.p_id = p.id",
        "CREATE TRIGGER t AFTER UPDATE OF code ON p BEGIN UPDATE c SET name = new.code; END",
        "CREATE INDEX p_code ON p (lower(code))",
        "PRAGMA legacy_alter_table = ON");

    database.change(
        "<renameTable oldTableName=\"p\" newTableName=\"parent\"/>",
        "<renameColumn tableName=\"parent\" oldColumnName=\"code\" newColumnName=\"key\"/>",
        "<renameColumn tableName=\"parent\" oldColumnName=\"id\" newColumnName=\"number\"/>");

    assertThat(database.rows("SELECT \"table\", \"to\" FROM pragma_foreign_key_list('c')"))
        .containsExactly("parent|number");
    assertThat(database.rows("SELECT * FROM v")).containsExactly("a", "b");
    database.run("UPDATE parent SET key = 'q' WHERE number = 1");
    assertThat(database.rows("SELECT DISTINCT name FROM c")).containsExactly("q");
    assertThat(database.definition("p_code")).contains("lower(\"key\")");
  }

  @Test
  void twoColumnsAreMerged() {
    database.change(
        "<mergeColumns tableName=\"p\" column1Name=\"code\" joinString=\"-\" column2Name=\"n\""
            + " finalColumnName=\"merged\" finalColumnType=\"varchar(20)\"/>");

    assertThat(database.rows("SELECT * FROM p")).containsExactly("1|a-10", "2|null");
  }

  @Test
  void aLookupTableIsAddedAndRolledBack() {
    database.change(
        "<addLookupTable existingTableName=\"c\" existingColumnName=\"name\" newTableName=\"names\""
            + " newColumnName=\"name\" newColumnDataType=\"varchar(10)\""
            + " constraintName=\"fk_n\"/>");

    assertThat(database.rows("SELECT * FROM names")).containsExactlyInAnyOrder("k", "l");
    assertThatThrownBy(() -> database.run("INSERT INTO c VALUES (7, NULL, 'nope')"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void primaryKeysAreAddedAndDropped() {
    database.run("CREATE TABLE t (a TEXT, b TEXT)", "INSERT INTO t VALUES ('x', 'y')");
    database.change(
        "<addPrimaryKey tableName=\"t\" columnNames=\"a, b\" constraintName=\"pk_t\"/>");

    assertThat(database.definition("t"))
        .isEqualTo(
            "CREATE TABLE t (a TEXT NOT NULL, b TEXT NOT NULL, CONSTRAINT \"pk_t\" PRIMARY KEY"
                + " (\"a\", \"b\"))");
    assertThatThrownBy(
            () -> database.change("<dropPrimaryKey tableName=\"t\" constraintName=\"other\"/>"))
        .hasMessageContaining("is pk_t, not other");

    database.change("<dropPrimaryKey tableName=\"t\"/>");

    assertThat(database.definition("t"))
        .isEqualTo("CREATE TABLE t (a TEXT NOT NULL, b TEXT NOT NULL)");
  }

  @Test
  void aPrimaryKeyThatIsReferencedCannotBeDropped() {
    database.change(foreignKey(""));

    assertThatThrownBy(() -> database.change("<dropPrimaryKey tableName=\"p\"/>"))
        .hasMessageContaining("foreign key of the table c");
  }

  @Test
  void aColumnThatIsTheKeyAgainIsAutoIncrementAgain() {
    database.run(
        "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT)",
        "INSERT INTO t (a) VALUES ('x'), ('y'), ('z')",
        "DELETE FROM t WHERE id = 3");
    database.change("<dropPrimaryKey tableName=\"t\"/>");

    assertThat(database.definition("t"))
        .isEqualTo("CREATE TABLE t (id INTEGER NOT NULL /* auto-increment */, a TEXT)");
    assertThat(database.rows("SELECT id FROM t")).containsExactly("1", "2");
    assertThatThrownBy(() -> database.run("INSERT INTO t (a) VALUES ('z')"))
        .rootCause()
        .hasMessageContaining("NOT NULL");

    database.change("<renameTable oldTableName=\"t\" newTableName=\"u\"/>");
    database.change("<addColumn tableName=\"u\"><column name=\"b\" type=\"int\"/></addColumn>");
    database.change(
        "<addUniqueConstraint tableName=\"u\" columnNames=\"a\" constraintName=\"uq_a\"/>");
    database.change("<addPrimaryKey tableName=\"u\" columnNames=\"id\" constraintName=\"pk_u\"/>");
    database.run("INSERT INTO u (a) VALUES ('z')");

    assertThat(database.definition("u"))
        .contains("id INTEGER NOT NULL CONSTRAINT \"pk_u\" PRIMARY KEY AUTOINCREMENT")
        .doesNotContain("auto-increment");
    assertThat(database.rows("SELECT id FROM u ORDER BY id")).containsExactly("1", "2", "4");
  }

  @Test
  void aKeyOfOtherColumnsIsNotAutoIncrement() {
    database.run(
        "CREATE TABLE t (id INTEGER, a TEXT NOT NULL, CONSTRAINT pk_t PRIMARY KEY (id"
            + " AUTOINCREMENT))");
    database.change("<dropPrimaryKey tableName=\"t\" constraintName=\"pk_t\"/>");
    database.change("<addPrimaryKey tableName=\"t\" columnNames=\"a\" constraintName=\"pk_t\"/>");

    assertThat(database.definition("t"))
        .isEqualTo(
            "CREATE TABLE t (id INTEGER NOT NULL /* auto-increment */, a TEXT NOT NULL,"
                + " CONSTRAINT \"pk_t\" PRIMARY KEY (\"a\"))");
    database.change("<dropColumn tableName=\"t\" columnName=\"id\"/>");
    assertThat(database.definition("t")).doesNotContain("id INTEGER");
  }

  @Test
  void anIntegerKeyBecomesAutoIncrement() {
    database.change(
        "<addAutoIncrement tableName=\"p\" columnName=\"id\" columnDataType=\"int\""
            + " startWith=\"100\"/>");
    database.run("INSERT INTO p (code) VALUES ('c')");

    assertThat(database.rows("SELECT max(id) FROM p")).containsExactly("100");
    database.change("<addUniqueConstraint tableName=\"p\" columnNames=\"code\"/>");
    database.run("DELETE FROM p WHERE id = 100", "INSERT INTO p (code) VALUES ('d')");
    assertThat(database.rows("SELECT max(id) FROM p")).containsExactly("101");
  }

  @Test
  void aReferencedTableIsDroppedOnlyWithItsReferencesAndNeverWithRowsOfOthers() {
    database.change(foreignKey("onDelete=\"CASCADE\""));

    assertThatThrownBy(() -> database.change("<dropTable tableName=\"p\"/>"))
        .hasMessageContaining("foreign keys of the tables c reference it");

    database.change("<dropTable tableName=\"p\" cascadeConstraints=\"true\"/>");

    assertThat(database.rows("SELECT count(*) FROM c")).containsExactly("3");
    assertThat(database.rows("PRAGMA foreign_key_list(c)")).isEmpty();
  }

  @Test
  void aTableThatAViewUsesIsNotDropped() {
    database.run("CREATE VIEW v AS SELECT name FROM c");

    assertThatThrownBy(() -> database.change("<dropTable tableName=\"c\"/>"))
        .hasMessageContaining("view v");
    assertThat(database.rows("SELECT count(*) FROM v")).containsExactly("3");
  }

  @Test
  void aForeignKeyBetweenTypesThatAreStoredDifferentlyIsRefused() {
    database.change(
        "<addColumn tableName=\"c\"><column name=\"price\" type=\"decimal(10,2)\"/></addColumn>",
        "<addColumn tableName=\"p\"><column name=\"number\" type=\"bigint\"><constraints"
            + " unique=\"true\"/></column></addColumn>");

    assertThatThrownBy(
            () ->
                database.change(
                    "<addForeignKeyConstraint constraintName=\"fk\" baseTableName=\"c\""
                        + " baseColumnNames=\"price\" referencedTableName=\"p\""
                        + " referencedColumnNames=\"number\"/>"))
        .hasMessageContaining("type decimal(10,2) cannot reference p(number) of the type bigint");
  }

  @Test
  void sequencesAndRemarksChangeNothing() {
    List<String> before =
        database.rows("SELECT sql FROM sqlite_schema WHERE tbl_name IN ('p', 'c')");

    database.changeAndRollBack(
        "<createSequence sequenceName=\"s\" startValue=\"5\"/>",
        "<renameSequence oldSequenceName=\"s\" newSequenceName=\"r\"/>");
    database.change(
        "<setTableRemarks tableName=\"p\" remarks=\"x\"/>",
        "<alterSequence sequenceName=\"s\" incrementBy=\"5\"/>",
        "<dropSequence sequenceName=\"s\"/>",
        "<setColumnRemarks tableName=\"p\" columnName=\"n\" remarks=\"x\"/>");

    assertThat(database.rows("SELECT sql FROM sqlite_schema WHERE tbl_name IN ('p', 'c')"))
        .isEqualTo(before);
  }

  @Test
  void viewsAreReplacedAndRenamed() {
    database.change(
        "<createView viewName=\"v\" replaceIfExists=\"true\">SELECT id FROM p</createView>",
        "<createView viewName=\"v\" replaceIfExists=\"true\">SELECT code FROM p</createView>",
        "<renameView oldViewName=\"v\" newViewName=\"w\"/>");

    assertThat(database.rows("SELECT * FROM w")).containsExactly("a", "b");
    assertThat(database.rows("SELECT name FROM sqlite_schema WHERE type = 'view'"))
        .containsExactly("w");
  }

  @Test
  void indexesAreCreatedAndDropped() {
    database.changeAndRollBack(
        "<createIndex tableName=\"p\" indexName=\"i\" unique=\"true\"><column name=\"code\""
            + " descending=\"true\"/><column name=\"n\"/></createIndex>");
    database.change(
        "<createIndex tableName=\"p\" indexName=\"i\"><column name=\"n\"/></createIndex>",
        "<addNotNullConstraint tableName=\"p\" columnName=\"code\"/>",
        "<dropIndex tableName=\"p\" indexName=\"i\"/>");

    assertThat(database.rows("SELECT name FROM sqlite_schema WHERE tbl_name = 'p'"))
        .containsExactly("p");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<addColumn tableName=\"c\"><column name=\"a\" type=\"int\" defaultValueNumeric=\"1\">"
            + "<constraints nullable=\"false\" unique=\"false\"/></column></addColumn>",
        "<addColumn tableName=\"c\"><column name=\"a\" type=\"int\" valueComputed=\"id\">"
            + "<constraints unique=\"true\" nullable=\"false\"/></column></addColumn>",
        "<addDefaultValue tableName=\"p\" columnName=\"n\" columnDataType=\"int\""
            + " defaultValueNumeric=\"1\"/>",
        "<addForeignKeyConstraint constraintName=\"fk\" baseTableName=\"c\""
            + " baseColumnNames=\"p_id\" referencedTableName=\"p\" referencedColumnNames=\"id\"/>",
        "<addUniqueConstraint tableName=\"p\" columnNames=\"code\" constraintName=\"uq\"/>",
        "<addNotNullConstraint tableName=\"p\" columnName=\"code\"/>",
        "<addLookupTable existingTableName=\"c\" existingColumnName=\"name\" newTableName=\"names\""
            + " newColumnName=\"name\" newColumnDataType=\"varchar(10)\"/>",
        "<renameColumn tableName=\"p\" oldColumnName=\"code\" newColumnName=\"other\"/>",
        "<renameTable oldTableName=\"p\" newTableName=\"other\"/>",
        "<createView viewName=\"v\">SELECT code FROM p</createView>",
      })
  void rollbacksRestoreTheTables(String change) {
    List<String> before = database.rows("SELECT name, sql FROM sqlite_schema ORDER BY name");

    database.changeAndRollBack(change);

    assertThat(
            database.rows(
                "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'DATABASECHANGE%' ORDER BY"
                    + " name"))
        .allSatisfy(
            row ->
                assertThat(before.stream().map(StandardChangesTest::withoutQuotes))
                    .contains(withoutQuotes(row)));
    assertThat(database.rows("SELECT * FROM p")).containsExactly("1|a|10", "2|b|null");
    assertThat(database.rows("SELECT * FROM c")).containsExactly("1|1|k", "2|2|null", "3|null|l");
  }

  /** SQLite writes the names of renamed tables and columns in quotes. */
  private static String withoutQuotes(String sql) {
    return sql.replace("\"", "");
  }
}
