package dev.taskstore.codegen.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.codegen.sql.AlterTable.AddColumn;
import dev.taskstore.codegen.sql.AlterTable.AddConstraint;
import dev.taskstore.codegen.sql.AlterTable.AlterColumn;
import dev.taskstore.codegen.sql.AlterTable.DropColumn;
import dev.taskstore.codegen.sql.AlterTable.DropConstraint;
import dev.taskstore.codegen.sql.AlterTable.OtherAction;
import dev.taskstore.codegen.sql.AlterTable.RenameColumn;
import dev.taskstore.codegen.sql.AlterTable.RenameConstraint;
import dev.taskstore.codegen.sql.AlterTable.RenameTable;
import dev.taskstore.codegen.sql.ConstraintDefinition.Kind;
import dev.taskstore.codegen.sql.ConstraintDefinition.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

  @Test
  void statementsEndAtSemicolonsThatAreNotInStringsNamesCommentsOrParentheses() {
    assertThat(
            SqlScript.read(
                "INSERT INTO t VALUES ('a;''b;'); -- c;\n/* d; */ DELETE FROM \"e;\" ;;"
                    + " SELECT E'\\';' || $x$ ; $$ ; $x$; VALUES (1; 2)"))
        .extracting(Statement::text)
        .containsExactly(
            "INSERT INTO t VALUES ('a;''b;')",
            "DELETE FROM \"e;\"",
            "SELECT E'\\';' || $x$ ; $$ ; $x$",
            "VALUES (1; 2)");
  }

  @Test
  void theBodyOfATriggerBelongsToIt() {
    String trigger =
        "CREATE TRIGGER tr AFTER UPDATE ON t BEGIN UPDATE t SET a = CASE WHEN b THEN 1 ELSE 2 END;"
            + " DELETE FROM u; END";

    assertThat(SqlScript.read(trigger + "; DROP TABLE t;"))
        .containsExactly(
            new OtherStatement(trigger, "CREATE"),
            new DropObject("DROP TABLE t", "TABLE", List.of("t"), false, false));
  }

  @Test
  void aTableIsReadWithColumnsConstraintsAndOptions() {
    CreateTable table =
        (CreateTable)
            only(
                """
                CREATE TABLE IF NOT EXISTS app.Tasks ( -- a comment, with a comma
                  id BLOB NOT NULL,
                  "User Id" uuid NOT NULL,
                  title text COLLATE "C" DEFAULT 'it''s, new' NOT NULL,
                  seen timestamp(6) with time zone,
                  amount numeric(10, 2) DEFAULT (1 + 2),
                  CONSTRAINT pk_tasks PRIMARY KEY (id),
                  CONSTRAINT fk_tasks_user FOREIGN KEY ("User Id") REFERENCES users (id)
                    ON UPDATE NO ACTION ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
                  CHECK (length(title) BETWEEN 1 AND 64),
                  UNIQUE (title COLLATE nocase DESC, id)
                ) STRICT, without  rowid
                """);

    assertThat(table.table()).isEqualTo("tasks");
    assertThat(table.options()).containsExactly("STRICT", "WITHOUT ROWID");
    assertThat(table.columns())
        .extracting(ColumnDefinition::name)
        .containsExactly("id", "User Id", "title", "seen", "amount");
    assertThat(table.columns())
        .extracting(ColumnDefinition::type)
        .containsExactly("BLOB", "uuid", "text", "timestamp(6) with time zone", "numeric(10, 2)");
    assertThat(table.columns())
        .extracting(ColumnDefinition::notNull)
        .containsExactly(true, true, true, false, false);
    assertThat(table.columns().get(2).defaultExpression()).contains("'it''s, new'");
    assertThat(table.columns().get(2).collation()).contains("C");
    assertThat(table.columns().get(4).defaultExpression()).contains("(1 + 2)");
    assertThat(table.constraints())
        .containsExactly(
            key(Kind.PRIMARY_KEY, Optional.of("pk_tasks"), "id"),
            new ConstraintDefinition(
                Kind.FOREIGN_KEY,
                Optional.of("fk_tasks_user"),
                List.of("User Id"),
                Optional.empty(),
                Optional.of(
                    new Reference(
                        "users", List.of("id"), Optional.of("SET NULL"), Optional.of("NO ACTION"))),
                false,
                Optional.empty()),
            check(Optional.empty(), List.of(), "length(title) BETWEEN 1 AND 64", false),
            key(Kind.UNIQUE, Optional.empty(), "title", "id"));
  }

  @Test
  void aColumnBearsItsConstraintsInAnyOrder() {
    ColumnDefinition column =
        column(
            "code varchar(8) CONSTRAINT uq_code UNIQUE DEFAULT NULL CHECK (code <> '')"
                + " CONSTRAINT nn_code NOT NULL REFERENCES codes ON DELETE CASCADE NOT VALID");

    assertThat(column.type()).isEqualTo("varchar(8)");
    assertThat(column.defaultExpression()).contains("NULL");
    assertThat(column.notNull()).isTrue();
    assertThat(column.constraints())
        .containsExactly(
            key(Kind.UNIQUE, Optional.of("uq_code"), "code"),
            check(Optional.empty(), List.of("code"), "code <> ''", false),
            key(Kind.NOT_NULL, Optional.of("nn_code"), "code"),
            new ConstraintDefinition(
                Kind.FOREIGN_KEY,
                Optional.empty(),
                List.of("code"),
                Optional.empty(),
                Optional.of(
                    new Reference("codes", List.of(), Optional.of("CASCADE"), Optional.empty())),
                true,
                Optional.empty()));
  }

  @Test
  void aColumnThatMakesItsOwnValuesIsReadAsGenerated() {
    assertThat(column("id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY").generated())
        .contains("IDENTITY");
    assertThat(column("total int GENERATED ALWAYS AS (a + b) STORED").generated())
        .contains("(a + b) STORED");
    assertThat(column("id int AUTO_INCREMENT").generated()).contains("AUTO_INCREMENT");
    assertThat(column("seen timestamp DEFAULT now() ON UPDATE now()").defaultExpression())
        .contains("now()");
    assertThat(column("\"key\"").type()).isEmpty();
  }

  @Test
  void theActionsOfAnAlterationAreReadOneByOne() {
    AlterTable alteration =
        (AlterTable)
            only(
                "ALTER TABLE ONLY public.tasks ADD COLUMN due timestamptz NOT NULL,"
                    + " ADD note text, ADD CONSTRAINT ck_due CHECK (due > now()) NOT VALID,"
                    + " ADD CONSTRAINT uq_due UNIQUE USING INDEX ix_due,"
                    + " DROP COLUMN IF EXISTS old, DROP CONSTRAINT ck_old CASCADE,"
                    + " ALTER COLUMN note TYPE varchar(4), VALIDATE CONSTRAINT ck_due");

    assertThat(alteration.table()).isEqualTo("tasks");
    assertThat(alteration.actions())
        .containsExactly(
            new AddColumn(column("due timestamptz NOT NULL")),
            new AddColumn(column("note text")),
            new AddConstraint(check(Optional.of("ck_due"), List.of(), "due > now()", true)),
            new AddConstraint(
                new ConstraintDefinition(
                    Kind.UNIQUE,
                    Optional.of("uq_due"),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.of("ix_due"))),
            new DropColumn("old"),
            new DropConstraint("ck_old"),
            new AlterColumn("note", "TYPE varchar(4)"),
            new OtherAction("VALIDATE CONSTRAINT ck_due"));
    assertThat(((AlterTable) only("ALTER TABLE t ADD (a int, CHECK (a > 1))")).actions())
        .containsExactly(
            new AddColumn(column("a int")),
            new AddConstraint(check(Optional.empty(), List.of(), "a > 1", false)));
  }

  @Test
  void renamesAndShortFormsOfAnAlterationAreRead() {
    assertThat(actions("ALTER TABLE t RENAME TO \"T 2\"")).containsExactly(new RenameTable("T 2"));
    assertThat(actions("ALTER TABLE t RENAME COLUMN a TO b"))
        .containsExactly(new RenameColumn("a", "b"));
    assertThat(actions("ALTER TABLE t RENAME a TO b")).containsExactly(new RenameColumn("a", "b"));
    assertThat(actions("ALTER TABLE t ALTER COLUMN a RENAME TO b"))
        .containsExactly(new RenameColumn("a", "b"));
    assertThat(actions("ALTER TABLE t RENAME CONSTRAINT a TO b"))
        .containsExactly(new RenameConstraint("a", "b"));
    assertThat(actions("ALTER TABLE t DROP a, DROP IF EXISTS b CASCADE"))
        .containsExactly(new DropColumn("a"), new DropColumn("b"));
    assertThat(actions("ALTER TABLE t ALTER a SET NOT NULL"))
        .containsExactly(new AlterColumn("a", "SET NOT NULL"));
    for (String action :
        List.of("DROP PRIMARY KEY", "DROP INDEX ix", "RENAME INDEX a TO b", "ALTER CONSTRAINT c")) {
      assertThat(actions("ALTER TABLE t " + action)).containsExactly(new OtherAction(action));
    }
    assertThat(only("ALTER INDEX IF EXISTS s.a RENAME TO b"))
        .isEqualTo(new RenameIndex("ALTER INDEX IF EXISTS s.a RENAME TO b", "a", "b"));
    assertThat(only("ALTER INDEX a SET (fillfactor = 70)"))
        .isEqualTo(new OtherStatement("ALTER INDEX a SET (fillfactor = 70)", "ALTER"));
  }

  private static List<AlterTable.Action> actions(String sql) {
    return ((AlterTable) only(sql)).actions();
  }

  @Test
  void anIndexIsReadWithOrderExpressionsAndPredicate() {
    CreateIndex index =
        (CreateIndex)
            only(
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ix ON tasks USING GIN"
                    + " (lower(title) DESC, \"Due\" COLLATE \"C\" ASC NULLS LAST,"
                    + " note gin_trgm_ops) INCLUDE (id) WHERE due IS NOT NULL");

    assertThat(index.index()).contains("ix");
    assertThat(index.table()).isEqualTo("tasks");
    assertThat(index.unique()).isTrue();
    assertThat(index.concurrently()).isTrue();
    assertThat(index.method()).contains("gin");
    assertThat(index.predicate()).contains("due IS NOT NULL");
    assertThat(index.keys())
        .containsExactly(
            new CreateIndex.Key(Optional.empty(), "lower(title)", Optional.empty(), true),
            new CreateIndex.Key(Optional.of("Due"), "\"Due\"", Optional.of("C"), false),
            new CreateIndex.Key(Optional.of("note"), "note gin_trgm_ops", Optional.empty(), false));
    assertThat(((CreateIndex) only("CREATE INDEX ON t (a)")).index()).isEmpty();
  }

  @Test
  void aCommentIsReadWithWhatItIsOn() {
    String table = "COMMENT ON TABLE app.t IS 'it''s'";
    String column = "COMMENT ON COLUMN app.t.\"C\" IS NULL";

    assertThat(SqlScript.read(table + ";" + column))
        .containsExactly(
            new CommentOn(table, "TABLE", "t", Optional.empty(), Optional.of("it's")),
            new CommentOn(column, "COLUMN", "t", Optional.of("C"), Optional.empty()));
  }

  @Test
  void whatIsDroppedIsNamed() {
    assertThat(only("DROP TABLE IF EXISTS a, b CASCADE"))
        .isEqualTo(
            new DropObject(
                "DROP TABLE IF EXISTS a, b CASCADE", "TABLE", List.of("a", "b"), false, true));
    assertThat(((DropObject) only("DROP INDEX CONCURRENTLY ix")).concurrently()).isTrue();
    assertThat(((DropObject) only("DROP MATERIALIZED VIEW v")).kind())
        .isEqualTo("MATERIALIZED VIEW");
  }

  @Test
  void strangeStatementsAreOthers() {
    for (String sql :
        List.of(
            "CREATE TABLE",
            "CREATE TABLE t AS SELECT 1",
            "CREATE TABLE t (a int, CONSTRAINT)",
            "CREATE INDEX ix ON",
            "ALTER TABLE",
            "COMMENT ON",
            "COMMENT ON TABLE t",
            "DROP",
            "CREATE TABLE t (a int DEFAULT)",
            "CREATE TABLE t (FOREIGN KEY (a) b)",
            "CREATE FUNCTION f() RETURNS int AS $$ SELECT 1; $$ LANGUAGE sql")) {
      assertThat(only(sql)).as(sql).isInstanceOf(OtherStatement.class);
    }
    assertThat(only("(SELECT 1)")).isEqualTo(new OtherStatement("(SELECT 1)", ""));
  }

  @Test
  void brokenTextIsReadWithoutFailing() throws IOException {
    String changelog =
        Files.readString(Path.of("src/test/resources/scenarios/join-tables/change-log/master.sql"));
    Random random = new Random(42);
    int statements = 0;
    for (int i = 0; i < 2_000; i++) {
      StringBuilder broken = new StringBuilder(changelog);
      for (int j = 0; j < 5; j++) {
        int at = random.nextInt(broken.length() - 40);
        broken.delete(at, at + random.nextInt(40));
        broken.insert(at, "'\"(),;$[]`/*--".charAt(random.nextInt(14)));
      }
      statements += SqlScript.read(broken.toString()).size();
    }
    assertThat(statements).isGreaterThan(2_000);
    assertThat(SqlScript.read("")).isEmpty();
    assertThat(SqlScript.read(" ;; -- nothing")).isEmpty();
  }

  private static ColumnDefinition column(String declaration) {
    CreateTable table = (CreateTable) only("CREATE TABLE t (" + declaration + ")");
    return table.columns().get(0);
  }

  private static Statement only(String sql) {
    List<Statement> statements = SqlScript.read(sql);
    assertThat(statements).hasSize(1);
    return statements.get(0);
  }

  private static ConstraintDefinition key(Kind kind, Optional<String> name, String... columns) {
    return new ConstraintDefinition(
        kind, name, List.of(columns), Optional.empty(), Optional.empty(), false, Optional.empty());
  }

  private static ConstraintDefinition check(
      Optional<String> name, List<String> columns, String expression, boolean notValid) {
    return new ConstraintDefinition(
        Kind.CHECK,
        name,
        columns,
        Optional.of(expression),
        Optional.empty(),
        notValid,
        Optional.empty());
  }
}
