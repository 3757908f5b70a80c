package dev.taskstore.liquibase.sqlite.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.liquibase.sqlite.Changelogs;
import dev.taskstore.liquibase.sqlite.SqliteFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import liquibase.Scope;
import liquibase.change.AddColumnConfig;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.change.ChangeParameterMetaData;
import liquibase.change.core.AddColumnChange;
import liquibase.change.core.RawSQLChange;
import liquibase.database.core.H2Database;
import liquibase.database.core.PostgresDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The changes in Liquibase's own flow: transactions, scripts, checksums, preconditions. */
class LiquibaseFlowTest {

  private static final String UNIQUE =
      "<addUniqueConstraint tableName='p' columnNames='code' constraintName='uq_code'/>";

  @TempDir Path folder;

  private SqliteFile database;

  @BeforeEach
  void open() {
    database = new SqliteFile(folder.resolve("test.db"));
    database.run(
        "CREATE TABLE p (id INTEGER NOT NULL PRIMARY KEY, code TEXT NOT NULL, n INTEGER,"
            + " CONSTRAINT uq_n UNIQUE (n)) STRICT",
        "CREATE TABLE c (id INTEGER NOT NULL, p_id INTEGER, CONSTRAINT pk_c PRIMARY KEY (id),"
            + " CONSTRAINT fk_c FOREIGN KEY (p_id) REFERENCES p (id)) STRICT",
        "CREATE INDEX ix_code ON p (code)",
        "CREATE VIEW v AS SELECT id FROM p",
        "INSERT INTO p VALUES (1, 'a', 10)",
        "INSERT INTO c VALUES (1, 1)");
  }

  @AfterEach
  void closeWithoutProblems() {
    assertThat(database.problems()).isEmpty();
    database.close();
  }

  @Test
  void aChangesetThatFailsAfterARebuildLeavesNothing() {
    List<String> before =
        database.rows("SELECT sql FROM sqlite_schema WHERE tbl_name IN ('p', 'c')");

    assertThatThrownBy(
            () ->
                database.change(
                    UNIQUE,
                    "<dropColumn tableName='p' columnName='n'/>",
                    "<sql>INSERT INTO p (id, code) VALUES (2, 'b')</sql>",
                    "<sql>INSERT INTO nowhere VALUES (1)</sql>"))
        .hasMessageContaining("nowhere");

    assertThat(database.rows("SELECT sql FROM sqlite_schema WHERE tbl_name IN ('p', 'c')"))
        .isEqualTo(before);
    assertThat(database.rows("SELECT * FROM p")).containsExactly("1|a|10");
  }

  @Test
  void aChangesetWithoutATransactionIsRebuiltCompletelyOrNotAtAll() {
    database.run("DROP VIEW v");
    String changelog = Changelogs.changelog(UNIQUE, "<dropColumn tableName='p' columnName='id'/>");

    assertThatThrownBy(
            () ->
                Changelogs.update(
                    database.connection(),
                    changelog.replace("author=", "runInTransaction=\"false\" author=")))
        .hasMessageContaining("foreign key of the table c");

    assertThat(database.definition("p")).contains("uq_code").contains("id INTEGER");
    assertThat(database.rows("SELECT * FROM c")).containsExactly("1|1");
  }

  @Test
  void deletesInAChangesetStillCascadeAfterARebuild() {
    database.change(
        "<dropForeignKeyConstraint baseTableName='c' constraintName='fk_c'/>",
        "<addForeignKeyConstraint baseTableName='c' baseColumnNames='p_id' constraintName='fk_d'"
            + " referencedTableName='p' referencedColumnNames='id' onDelete='CASCADE'/>",
        "<delete tableName='p'/>");

    assertThat(database.rows("SELECT * FROM c")).isEmpty();
  }

  @Test
  void aScriptDoesNotPretendToContainARebuild() {
    String script = Changelogs.script(database.connection(), Changelogs.changelog(UNIQUE));

    assertThat(script)
        .contains("SELECT only_with_liquibase_update('add a unique constraint to the table p")
        .doesNotContain("_new_p");
    assertThat(database.definition("p")).doesNotContain("uq_code");
    assertThatThrownBy(() -> database.run("SELECT only_with_liquibase_update('x')"))
        .rootCause()
        .hasMessageContaining("no such function");
  }

  @Test
  void everyReplacedChangeHasTheChecksumAndTheParametersOfLiquibasesOwn() throws Exception {
    List<String> compared = new ArrayList<>();
    for (ServiceLoader.Provider<Change> provider :
        ServiceLoader.load(Change.class).stream().toList()) {
      Class<? extends Change> type = provider.type();
      if (!type.getPackageName().equals(getClass().getPackageName())) {
        continue;
      }
      Change replaced = provider.get();
      Change original = (Change) type.getSuperclass().getConstructor().newInstance();
      fill(original, replaced);

      assertThat(replaced.generateCheckSum())
          .as(type.getName())
          .isEqualTo(original.generateCheckSum());
      assertThat(replaced.getSerializedObjectName()).isEqualTo(original.getSerializedObjectName());
      assertThat(replaced.createChangeMetaData().getAppliesTo())
          .as(type.getName())
          .isEqualTo(original.createChangeMetaData().getAppliesTo());
      compared.add(replaced.getSerializedObjectName());
    }
    assertThat(compared).hasSize(28).contains("addColumn", "dropTable", "setColumnRemarks");
  }

  private static void fill(Change original, Change replaced) throws Exception {
    ChangeFactory factory = Scope.getCurrentScope().getSingleton(ChangeFactory.class);
    Map<String, ChangeParameterMetaData> parameters =
        factory.getChangeMetaData(original).getParameters();
    assertThat(factory.getChangeMetaData(replaced).getParameters().keySet())
        .isEqualTo(parameters.keySet());
    for (ChangeParameterMetaData parameter : parameters.values()) {
      boolean file = parameter.getParameterName().equals("path");
      if (parameter.getDataTypeClass() == String.class && !file) {
        parameter.setValue(original, "x");
        parameter.setValue(replaced, "x");
      }
    }
  }

  @Test
  void otherDatabasesGetLiquibasesOwnStatements() {
    AddColumnChange change = new AddColumnChangeSqlite();
    change.setTableName("t");
    AddColumnConfig column = new AddColumnConfig();
    column.setName("a");
    column.setType("int");
    change.addColumn(column);
    AddColumnChange own = new AddColumnChange();
    own.setTableName("t");
    own.addColumn(column);

    for (var other : List.of(new PostgresDatabase(), new H2Database())) {
      assertThat(change.supports(other)).isTrue();
      assertThat(change.validate(other).getErrorMessages()).isEmpty();
      assertThat(change.generateStatements(other))
          .hasSameSizeAs(own.generateStatements(other))
          .noneMatch(statement -> statement instanceof SchemaStatement);
    }
  }

  @Test
  void missingParametersAreReportedBeforeAnythingRuns() {
    assertThatThrownBy(() -> database.change("<dropColumn tableName='p'/>"))
        .hasMessageContaining("columnName");
    assertThatThrownBy(() -> database.change("<addUniqueConstraint tableName='p'/>"))
        .hasMessageContaining("columnNames");
    assertThatThrownBy(() -> database.change("<modifyDataType tableName='p' columnName='n'/>"))
        .hasMessageContaining("newDataType");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<columnExists tableName='p' columnName='code'/>; true",
        "<columnExists tableName='p' columnName='other'/>; false",
        "<columnExists tableName='v' columnName='id'/>; true",
        "<tableExists tableName='p'/>; true",
        "<tableExists tableName='q'/>; false",
        "<tableExists tableName='v'/>; false",
        "<viewExists viewName='v'/>; true",
        "<viewExists viewName='p'/>; false",
        "<indexExists indexName='ix_code'/>; true",
        "<indexExists indexName='ix_other'/>; false",
        "<indexExists tableName='p' columnNames='code'/>; true",
        "<indexExists tableName='p' columnNames='id, code'/>; false",
        "<foreignKeyConstraintExists foreignKeyTableName='c' foreignKeyName='fk_c'/>; true",
        "<foreignKeyConstraintExists foreignKeyTableName='c' foreignKeyName='fk_d'/>; false",
        "<primaryKeyExists tableName='p'/>; true",
        "<primaryKeyExists tableName='c' primaryKeyName='pk_c'/>; true",
        "<primaryKeyExists tableName='n'/>; false",
        "<uniqueConstraintExists tableName='p' constraintName='uq_n'/>; true",
        "<uniqueConstraintExists tableName='p' columnNames='n'/>; true",
        "<uniqueConstraintExists tableName='p' columnNames='id, code'/>; false",
        "<uniqueConstraintExists tableName='p' constraintName='uq_other'/>; false",
        "<sqlCheck expectedResult='1'>SELECT count(*) FROM p</sqlCheck>; true",
        "<sqlCheck expectedResult='2'>SELECT count(*) FROM p</sqlCheck>; false",
      },
      quoteCharacter = '`')
  void preconditionsReadTheSchema(String precondition, boolean holds) {
    database.run("CREATE TABLE n (a INTEGER)");

    database.change(
        "<preConditions onFail='MARK_RAN'>" + precondition + "</preConditions>",
        "<sql>CREATE TABLE ran (a INTEGER)</sql>");

    assertThat(database.rows("SELECT name FROM sqlite_schema WHERE name = 'ran'"))
        .hasSize(holds ? 1 : 0);
  }

  @Test
  void preconditionsSeeRebuiltTables() {
    database.change(
        UNIQUE,
        "<sql>UPDATE p SET n = 1</sql>",
        "<addForeignKeyConstraint baseTableName='p' baseColumnNames='n' constraintName='fk_self'"
            + " referencedTableName='p' referencedColumnNames='id'/>");

    database.change(
        "<preConditions onFail='HALT'><uniqueConstraintExists tableName='p'"
            + " constraintName='uq_code'/><foreignKeyConstraintExists foreignKeyTableName='p'"
            + " foreignKeyName='fk_self'/></preConditions>",
        "<sql>CREATE TABLE ran (a INTEGER)</sql>");

    assertThat(database.rows("SELECT name FROM sqlite_schema WHERE name = 'ran'")).hasSize(1);
  }

  @Test
  void plainSqlIsNotReplaced() {
    assertThat(Scope.getCurrentScope().getSingleton(ChangeFactory.class).create("sql"))
        .isExactlyInstanceOf(RawSQLChange.class);
  }
}
