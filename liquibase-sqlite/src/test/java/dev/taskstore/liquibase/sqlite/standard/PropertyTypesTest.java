package dev.taskstore.liquibase.sqlite.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of columns whose types are properties of types.xml, in plain SQL and in createTable. */
class PropertyTypesTest {

  private static final String TYPES = "<include file='dev/taskstore/change-log/types.xml'/>";

  @TempDir Path folder;

  @Test
  void insertIntoPlainSqlTablesHasTheStoredForm() {
    try (Migration sqlite = Migration.sqlite(folder).run("standard/strictins.xml")) {
      assertThat(sqlite.query("SELECT id, price FROM sales")).containsExactly("1|1200");
    }
  }

  @Test
  void loadDataIntoPlainSqlTablesHasTheStoredForm() {
    Migration.file(
        folder, "s.csv", "id,price,sold_at,sold_on\n1,12,2024-05-06T07:08:09,2024-05-06\n");
    try (Migration sqlite = Migration.sqlite(folder).run("standard/strictcsv.xml")) {
      assertThat(sqlite.query("SELECT * FROM sales"))
          .containsExactly("1|1200|1714979289000000|19849");
    }
  }

  private static final String SALES =
      """
      <sql>CREATE TABLE "sales" (
        id ${type.bigint} NOT NULL, -- the key
        price ${type.decimal(10,2)} NOT NULL CHECK (price > 0), sold_at ${type.instant}, sold_on ${type.date},
        code ${type.uuid}, active ${type.boolean}, doc ${type.json}, body ${type.binary},
        CONSTRAINT pk_sales PRIMARY KEY (id)) ${table.options};
        ALTER TABLE sales ADD COLUMN tax ${type.decimal(6,3)};</sql>
      """;

  private static final String SALE =
      """
      <insert tableName="sales">
        <column name="id" valueNumeric="1"/><column name="price" valueNumeric="12.5"/>
        <column name="sold_at" value="2024-05-06T07:08:09Z"/><column name="sold_on" valueDate="2024-05-06"/>
        <column name="code" value="019a0000-0000-7000-8000-0000000000aa"/><column name="active" valueBoolean="true"/>
        <column name="doc" value="{}"/><column name="body" value="\\x0102"/><column name="tax" valueNumeric="2"/>
      </insert>
      """;

  private static final String STORED =
      "1|1250|1714979289000000|19849|019A00000000700080000000000000AA|1|{}|0102|2000";

  private static final String QUERY =
      "SELECT id, price, sold_at, sold_on, hex(code), active, doc, hex(body), tax FROM sales";

  @Test
  void everyPropertyIsFoundInXml() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(TYPES, SALES, SALE);
      assertThat(sqlite.query(QUERY)).containsExactly(STORED);
    }
  }

  @Test
  void propertiesOfCreateTableAndAddedColumnsAreFound() {
    String table =
        """
        <createTable tableName="sales">
          <column name="id" type="${type.bigint}"><constraints primaryKey="true"/></column>
          <column type="${type.decimal(10,2)}" name="price"/>
          <column name="sold_at" type="${type.instant}"/><column name="sold_on" type="${type.date}"/>
          <column name="code" type="${type.uuid}"/><column name="active" type="${type.boolean}"/>
          <column name="doc" type="${type.json}"/><column name="body" type="${type.binary}"/>
          <column name="tax" type="${type.decimal(6,3)}"/>
        </createTable>
        """;
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(TYPES, table, SALE);
      assertThat(sqlite.query(QUERY)).containsExactly(STORED);
    }
  }

  @Test
  void everyPropertyIsFoundInYaml() {
    Migration.file(
        folder,
        "changelog.yaml",
        """
        databaseChangeLog:
          - include: {file: dev/taskstore/change-log/types.xml}
          - changeSet:
              id: "1"
              author: me
              changes:
                - createTable:
                    tableName: sales
                    columns:
                      - column: {name: id, type: "${type.bigint}"}
                      - column:
                          name: price
                          type: ${type.decimal(10,2)}
                - sql:
                    sql: "CREATE TABLE paid (id ${type.bigint}, \\"price\\" ${type.decimal(10,2)})\\n ${table.options}"
                - insert: {tableName: sales, columns: [{column: {name: price, valueNumeric: 1.5}}]}
                - insert: {tableName: paid, columns: [{column: {name: price, valueNumeric: 1.5}}]}
        """);
    try (Migration sqlite = Migration.sqlite(folder).run("changelog.yaml")) {
      assertThat(sqlite.query("SELECT price FROM sales UNION ALL SELECT price FROM paid"))
          .containsExactly("150", "150");
    }
  }

  @Test
  void everyPropertyIsFoundInSqlFiles() {
    Migration.file(
        folder,
        "changelog.sql",
        """
        --liquibase formatted sql
        --changeset me:1
        CREATE TABLE paid (id INTEGER, price ${type.decimal(10,2)}) STRICT;
        """);
    Migration.file(
        folder, "plain.sql", "CREATE TABLE owed (id INTEGER, price ${type.decimal(10,2)}) STRICT;");
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(
          TYPES,
          "<include file='changelog.sql'/>",
          "<sqlFile path='plain.sql'/>",
          "<insert tableName='paid'><column name='price' valueNumeric='1.5'/></insert>"
              + "<insert tableName='owed'><column name='price' valueNumeric='2'/></insert>");
      assertThat(sqlite.query("SELECT price FROM paid UNION ALL SELECT price FROM owed"))
          .containsExactly("150", "200");
    }
  }

  @Test
  void wholeNumbersAreRefusedWhereAPropertyCannotBeFound() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      assertThatThrownBy(
              () ->
                  sqlite.update(
                      "<property name='t' value='sales'/>",
                      TYPES,
                      "<sql>CREATE TABLE ${t} (id ${type.bigint}, price ${type.decimal(10,2)})"
                          + " ${table.options}</sql>",
                      "<insert tableName='sales'><column name='price'"
                          + " valueNumeric='12'/></insert>"))
          .hasMessageContaining("Column sales.price in changelog.xml::2::me: its type is not known")
          .hasMessageContaining(
              "write the type as a comment, for example INTEGER /* decimal(10,2) */");
    }
  }

  @Test
  void typesOfChangesThatWereNotRequiredAreKnown() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(
          "<sql>CREATE TABLE t (price INTEGER) STRICT</sql>",
          "<preConditions onFail='MARK_RAN'><not><tableExists"
              + " tableName='t'/></not></preConditions><createTable tableName='t'><column"
              + " name='price' type='decimal(10,2)'/></createTable>",
          "<insert tableName='t'><column name='price' valueNumeric='12'/></insert>");
      assertThat(sqlite.query("SELECT price FROM t")).containsExactly("1200");
    }
  }

  @Test
  void commentsOfPlainSqlAreRecordedTypes() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(
          "<sql>CREATE TABLE t (price INTEGER /* decimal(10,2) */, note TEXT /* in words */)"
              + " STRICT</sql>",
          "<insert tableName='t'><column name='price' valueNumeric='1.5'/><column name='note'"
              + " value='n'/></insert>");
      assertThat(sqlite.query("SELECT * FROM t")).containsExactly("150|n");
    }
  }

  @Test
  void valuesThatAreNotStoredAreRefusedWhereTheTypeIsNotKnown() {
    String table = "<sql>CREATE TABLE t (n INTEGER, b BLOB, s TEXT) STRICT</sql>";
    try (Migration sqlite = Migration.sqlite(folder)) {
      for (String value :
          new String[] {
            "name='n' valueNumeric='1.5'",
            "name='n' valueDate='2024-05-06'",
            "name='n' value='2024-05-06'",
            "name='n' valueComputed='CURRENT_TIMESTAMP'",
            "name='b' value='019a0000-0000-7000-8000-0000000000aa'",
            "name='b' valueNumeric='1'"
          }) {
        assertThatThrownBy(
                () ->
                    sqlite.update(table, "<insert tableName='t'><column " + value + "/></insert>"))
            .hasMessageContaining("Column t." + value.charAt(6) + " of type")
            .hasMessageContaining("in changelog.xml::2::me");
        assertThat(sqlite.query("SELECT * FROM t")).isEmpty();
      }
      sqlite.update(
          table,
          "<insert tableName='t'><column name='n' valueNumeric='12'/><column name='b'"
              + " value='\\x01'/><column name='s' valueNumeric='1.5'/></insert>");
      assertThat(sqlite.query("SELECT n, hex(b), s FROM t")).containsExactly("12|01|1.5");
    }
  }

  @Test
  void declaredStandardTypesOfPlainSqlAreKnown() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(
          "<sql>CREATE TABLE t (id bigint NOT NULL, price decimal(10,2), at timestamp, PRIMARY KEY"
              + " (id))</sql>",
          "<insert tableName='t'><column name='id' valueNumeric='1'/><column name='price'"
              + " valueNumeric='1.5'/><column name='at' valueDate='2024-05-06'/></insert>");
      assertThat(sqlite.query("SELECT * FROM t")).containsExactly("1|150|1714953600000000");
    }
  }

  @Test
  void generatedKeysAndTextsOfPropertiesAreCreated() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.run("standard/types_id2.xml");
      assertThat(sqlite.createTable("visits"))
          .isEqualTo(
              "CREATE TABLE visits (id INTEGER CONSTRAINT pk_visits PRIMARY KEY AUTOINCREMENT NOT"
                  + " NULL, label TEXT) STRICT");
    }
  }
}
