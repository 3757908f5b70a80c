package dev.taskstore.liquibase.sqlite.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableDefinitionTest {

  private static final String RICH =
      """
      CREATE TABLE "order" (
        -- the key
        [id] INTEGER CONSTRAINT pk PRIMARY KEY DESC ON CONFLICT ABORT, -- a trailing comment, with (
        `na me` VARCHAR(10) NOT NULL ON CONFLICT FAIL DEFAULT 'it''s, ok)' COLLATE NOCASE UNIQUE,
        'old' TEXT /* decimal(10,2) */ DEFAULT -1.5e-3 CHECK ("old" <> '--'),
        amount DOUBLE PRECISION DEFAULT (1 + 2) NULL,
        parent INT REFERENCES "order" (id) ON DELETE SET NULL ON UPDATE SET DEFAULT MATCH FULL
          NOT DEFERRABLE INITIALLY IMMEDIATE NOT NULL,
        other INT CONSTRAINT fk_other REFERENCES p DEFERRABLE INITIALLY DEFERRED,
        doubled INT GENERATED ALWAYS AS (amount * 2) STORED,
        tripled AS (amount * 3), /* before the constraints */
        CONSTRAINT uq UNIQUE (amount, "na me" COLLATE NOCASE DESC) ON CONFLICT IGNORE
        CONSTRAINT ck CHECK (amount > 0)
        , FOREIGN KEY (parent, other) REFERENCES x (a, b) ON DELETE NO ACTION
      ) STRICT, WITHOUT ROWID\
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        RICH,
        "CREATE TABLE t(a)",
        "CREATE TABLE t(a INT,b\nTEXT)",
        "CREATE TABLE t(a, b DEFAULT x'00', c DEFAULT CURRENT_TIMESTAMP, d DEFAULT NULL)",
        "CREATE TABLE \"a\"\"b\"(\"c,\"\"d\" TEXT, PRIMARY KEY(\"c,\"\"d\"))",
        "CREATE TABLE größe(ä TEXT /* unclosed */, b /* , */ INT)",
        "CREATE TABLE t(a INTEGER, PRIMARY KEY(a AUTOINCREMENT))"
      })
  void theTextOfAReadDefinitionIsUnchanged(String sql) {
    String comma =
        sql.equals(RICH) ? sql.replace("IGNORE\n  CONSTRAINT", "IGNORE,\n  CONSTRAINT") : sql;

    assertThat(TableDefinition.read(sql).sql()).isEqualTo(comma);
  }

  @Test
  void allPartsOfADefinitionAreRead() {
    TableDefinition table = TableDefinition.read(RICH);

    assertThat(table.name()).isEqualTo("order");
    assertThat(table.columns())
        .extracting(ColumnDefinition::name)
        .containsExactly("id", "na me", "old", "amount", "parent", "other", "doubled", "tripled");
    assertThat(table.columns().get(1).constraints())
        .extracting(ColumnConstraint::kind)
        .containsExactly(
            ColumnConstraint.Kind.NOT_NULL,
            ColumnConstraint.Kind.DEFAULT,
            ColumnConstraint.Kind.COLLATE,
            ColumnConstraint.Kind.UNIQUE);
    assertThat(table.columns().get(4).constraints())
        .extracting(ColumnConstraint::kind)
        .containsExactly(ColumnConstraint.Kind.REFERENCES, ColumnConstraint.Kind.NOT_NULL);
    assertThat(table.constraints())
        .extracting(TableConstraint::kind)
        .containsExactly(
            TableConstraint.Kind.UNIQUE,
            TableConstraint.Kind.CHECK,
            TableConstraint.Kind.FOREIGN_KEY);
    assertThat(table.constraints().get(0).columns()).containsExactly("amount", "na me");
    assertThat(table.constraints().get(2).referencedTable()).isEqualTo("x");
    assertThat(table.constraintNames()).containsExactly("pk", "fk_other", "uq", "ck");
    assertThat(table.isStrict()).isTrue();
    assertThat(table.isWithoutRowid()).isTrue();
    assertThat(table.columns().get(2).recordedType()).isEqualTo("decimal(10,2)");
    assertThat(table.columns().get(3).recordedType()).isEqualTo("DOUBLE PRECISION");
    assertThat(
            table
                .columns()
                .get(2)
                .find(ColumnConstraint.Kind.DEFAULT)
                .orElseThrow()
                .defaultExpression())
        .isEqualTo("-1.5e-3");
  }

  @Test
  void editsKeepTheTextOfEverythingElse() {
    TableDefinition table =
        TableDefinition.read(
            """
            CREATE TABLE t (
              id INTEGER PRIMARY KEY, -- the key
              a TEXT NOT NULL /* why */ DEFAULT 'x',
              b INT -- last
            )\
            """);

    TableDefinition changed =
        table
            .changeColumn("A", c -> c.without(k -> k.kind() == ColumnConstraint.Kind.NOT_NULL))
            .addColumn("\"c\" INT", 3)
            .addConstraint("CONSTRAINT uq UNIQUE (a, c)");

    assertThat(changed.sql())
        .isEqualTo(
            """
            CREATE TABLE t (
              id INTEGER PRIMARY KEY, -- the key
              a TEXT /* why */ DEFAULT 'x',
              b INT -- last
            ,
              "c" INT,
              CONSTRAINT uq UNIQUE (a, c)
            )\
            """);
    assertThat(changed.dropConstraints(c -> c.uses("C")).dropColumn("c").dropColumn("id").sql())
        .isEqualTo(
            """
            CREATE TABLE t (
              -- the key
              a TEXT /* why */ DEFAULT 'x',
              b INT -- last
            )\
            """
                .replace("  -- the key\n  a", " -- the key\n  a")
                .replace("(\n --", "( --"));
  }

  @Test
  void onlyAnIntegerPrimaryKeyIsAnAliasOfTheRowid() {
    assertThat(aliases("a INTEGER PRIMARY KEY")).containsExactly("a");
    assertThat(aliases("a INTEGER /* bigint */, PRIMARY KEY (A)")).containsExactly("a");
    assertThat(aliases("a INT PRIMARY KEY")).isEmpty();
    assertThat(aliases("a INTEGER PRIMARY KEY DESC")).isEmpty();
    assertThat(aliases("a INTEGER, b INTEGER, PRIMARY KEY (a, b)")).isEmpty();
  }

  private static List<String> aliases(String columns) {
    return TableDefinition.read("CREATE TABLE t (" + columns + ")").rowidAlias().stream()
        .map(ColumnDefinition::name)
        .toList();
  }

  @Test
  void otherStatementsAreRefused() {
    assertThatThrownBy(() -> TableDefinition.read("CREATE VIRTUAL TABLE t USING fts5(a)"))
        .isInstanceOf(UnreadableDefinitionException.class);
    assertThatThrownBy(() -> TableDefinition.read("CREATE TABLE t (a INT"))
        .isInstanceOf(UnreadableDefinitionException.class);
  }

  @Test
  void anIndexUsesTheColumnsAfterItsTable() {
    String sql = "CREATE INDEX b ON \"a\" (x DESC, lower([y z])) WHERE w IS NOT NULL AND 'v' <> u";

    assertThat(List.of("X", "y z", "w", "u")).allMatch(column -> IndexText.uses(sql, column));
    assertThat(List.of("a", "b", "v", "z")).noneMatch(column -> IndexText.uses(sql, column));
  }
}
