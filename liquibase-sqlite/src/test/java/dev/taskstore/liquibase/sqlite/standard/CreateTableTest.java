package dev.taskstore.liquibase.sqlite.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The change createTable. */
class CreateTableTest {

  @TempDir Path folder;

  @Test
  void tableHasItsConstraintsByName() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(
          """
          <createTable tableName="depots">
            <column name="id" type="int" autoIncrement="true"><constraints primaryKey="true" primaryKeyName="pk_depots"/></column>
            <column name="name" type="varchar(20)"><constraints nullable="false" notNullConstraintName="nn_depots_name" unique="true" uniqueConstraintName="uq_depots_name"/></column>
          </createTable>
          <createTable tableName="shelves" remarks="Shelves">
            <column name="depot_id" type="int" remarks="The depot">
              <constraints primaryKey="true" primaryKeyName="pk_shelves" foreignKeyName="fk_shelves_depot" references="depots(id)" deleteCascade="true"/></column>
            <column name="place" type="smallint"><constraints primaryKey="true" primaryKeyName="pk_shelves" unique="true" uniqueConstraintName="uq_shelves"/></column>
            <column name="price" type="decimal(6,2)" defaultValueNumeric="1.5"><constraints nullable="false" unique="true" uniqueConstraintName="uq_shelves"/></column>
            <column name="parent" type="int"><constraints foreignKeyName="fk_shelves_parent" referencedTableName="depots" referencedColumnNames="id" deferrable="true" initiallyDeferred="true" checkConstraint="parent > 0"/></column>
          </createTable>
          """);
      assertThat(sqlite.createTable("depots"))
          .isEqualTo(
              "CREATE TABLE depots (id INTEGER /* integer */ CONSTRAINT pk_depots PRIMARY KEY"
                  + " AUTOINCREMENT NOT NULL, name TEXT /* varchar(20) */ CONSTRAINT nn_depots_name"
                  + " NOT NULL, CONSTRAINT ck_depots_id_range CHECK (id BETWEEN -2147483648 AND"
                  + " 2147483647), CONSTRAINT ck_depots_name_length CHECK (length(name) <= 20),"
                  + " CONSTRAINT uq_depots_name UNIQUE (name)) STRICT");
      assertThat(sqlite.createTable("shelves"))
          .isEqualTo(
              "CREATE TABLE shelves (depot_id INTEGER /* integer */ NOT NULL, place INTEGER /*"
                  + " smallint */ NOT NULL, price INTEGER /* decimal(6,2) */ DEFAULT 150 NOT NULL,"
                  + " parent INTEGER /* integer */, CONSTRAINT ck_shelves_depot_id_range CHECK"
                  + " (depot_id BETWEEN -2147483648 AND 2147483647), CONSTRAINT"
                  + " ck_shelves_place_range CHECK (place BETWEEN -32768 AND 32767), CONSTRAINT"
                  + " ck_shelves_price_range CHECK (price BETWEEN -999999 AND 999999), CONSTRAINT"
                  + " ck_shelves_parent_range CHECK (parent BETWEEN -2147483648 AND 2147483647),"
                  + " CONSTRAINT pk_shelves PRIMARY KEY (depot_id, place), CONSTRAINT"
                  + " fk_shelves_depot FOREIGN KEY (depot_id) REFERENCES depots(id) ON DELETE"
                  + " CASCADE, CONSTRAINT fk_shelves_parent FOREIGN KEY (parent) REFERENCES depots"
                  + " (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT uq_shelves UNIQUE (place,"
                  + " price)) STRICT");
      assertThat(
              sqlite
                  .rollback(1)
                  .query("SELECT name FROM sqlite_master WHERE name IN ('depots', 'shelves')"))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "smallint|32768|range",
        "int|-2147483649|range",
        "boolean|2|boolean",
        "decimal(4,2)|10000|range",
        "decimal(20,0)|x'00'|size",
        "varchar(2)|'abc'|length",
        "char(2)|'abc'|length",
        "uuid|x'00'|size",
        "date|2932897|range",
        "time|86400000000|range",
        "timestamp|253402300800000000|range",
        "timestamp(3)|1|precision",
        "json|'{'|json",
        "jsonb|'[1,]'|json",
        "real|1e39|range",
        "double|9e999|range",
        "decimal(20,0)|x'FFFFFFFFFFFFFFFFFF'|range"
      })
  void limitsRefuseValuesByTheNameOfTheirCheck(String type, String value, String kind) {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(
          "<createTable tableName='t'><column name='c' type='" + type + "'/></createTable>");
      assertThatThrownBy(() -> sqlite.execute("INSERT INTO t (c) VALUES (" + value + ")"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("CHECK constraint failed: ck_t_c_" + kind);
    }
  }

  @Test
  void strictTablesRefuseValuesOfAnotherStorageClass() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update("<createTable tableName='t'><column name='c' type='bigint'/></createTable>");
      assertThatThrownBy(() -> sqlite.execute("INSERT INTO t (c) VALUES ('abc')"))
          .hasMessageContaining("cannot store TEXT value in INTEGER column t.c");
    }
  }

  @Test
  void longNamesOfChecksEndWithAHash() {
    String table = "t".repeat(40);
    String column = "ä".repeat(20);
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(
          "<createTable tableName='"
              + table
              + "'><column name='"
              + column
              + "' type='int'/><column name='"
              + column
              + "2' type='int'/></createTable>");
      assertThat(sqlite.createTable(table))
          .containsPattern("CONSTRAINT \"?ck_t{40}_ä{5}_[0-9a-f]{8}\"? CHECK")
          .contains("STRICT");
    }
  }

  @Test
  void defaultsHaveTheStoredForm() {
    String defaults =
        """
        <createTable tableName="defaults">
          <column name="id" type="int"><constraints primaryKey="true"/></column>
          <column name="price" type="decimal(10,2)" defaultValueNumeric="12.34"/>
          <column name="mass" type="decimal(20,1)" defaultValueNumeric="-1"/>
          <column name="amount" type="decimal(10,2)" defaultValue="5"/>
          <column name="counted" type="decimal(10,2)" defaultValueComputed="7.5"/>
          <column name="active" type="boolean" defaultValueBoolean="true"/>
          <column name="passive" type="boolean" defaultValue="false"/>
          <column name="flag" type="boolean" defaultValueNumeric="1"/>
          <column name="sold_on" type="date" defaultValueDate="2024-05-06"/>
          <column name="seen_at" type="timestamp with time zone" defaultValueDate="2024-05-06T07:08:09"/>
          <column name="made_at" type="timestamp" defaultValueDate="2024-05-06T07:08:09.123456"/>
          <column name="opens" type="time" defaultValueDate="07:08:09"/>
          <column name="code" type="uuid" defaultValueComputed="'019a0000-0000-7000-8000-0000000000aa'::uuid"/>
          <column name="since" type="date" defaultValueComputed="DATE '2024-05-06'"/>
          <column name="until" type="timestamp with time zone" defaultValueComputed="timestamp with time zone '2024-05-06 07:08+02'"/>
          <column name="empty" type="jsonb" defaultValueComputed="'{}'::jsonb"/>
          <column name="label" type="varchar(20)" defaultValue="it's"/>
          <column name="zip" type="varchar(20)" defaultValue="007"/>
          <column name="few" type="smallint" defaultValueNumeric="7"/>
          <column name="ratio" type="double" defaultValueNumeric="0.5"/>
          <column name="doc" type="jsonb" defaultValue='{"b":1,"a":[]}'/>
        </createTable>
        """;
    try (BothDatabases both = new BothDatabases(folder)) {
      both.update(
          defaults, "<insert tableName='defaults'><column name='id' valueNumeric='1'/></insert>");
      assertThat(both.rows("defaults")).hasSize(1);
    }
  }

  @Test
  void functionsOfTheCurrentTimeHaveTheStoredForm() {
    String table =
        """
        <createTable tableName="moments">
          <column name="id" type="int"><constraints primaryKey="true"/></column>
          <column name="a" type="timestamp with time zone" defaultValueComputed="CURRENT_TIMESTAMP"/>
          <column name="b" type="timestamp" defaultValueComputed="now()"/>
          <column name="c" type="datetime(3)" defaultValueDate="CURRENT_TIMESTAMP"/>
          <column name="d" type="timestamp(0)" defaultValue="now()"/>
          <column name="e" type="date" defaultValueComputed="CURRENT_DATE"/>
          <column name="f" type="time" defaultValueComputed="LOCALTIME"/>
          <column name="g" type="uuid" defaultValueComputed="gen_random_uuid()"/>
          <column name="h" type="date" defaultValueComputed="CURRENT_TIMESTAMP"/>
        </createTable>
        """;
    try (BothDatabases both = new BothDatabases(folder)) {
      both.update(
          table, "<insert tableName='moments'><column name='id' valueNumeric='1'/></insert>");
      assertThat(
              both.sqlite.query(
                  "SELECT abs(a - unixepoch('now', 'subsec') * 1e6) < 6e7, abs(b - a) < 1e6, abs(c"
                      + " - a) < 1e6, abs(d - a) < 2e6, e = unixepoch('now') / 86400 OR e + 1 ="
                      + " unixepoch('now') / 86400, abs(f - a % 86400000000) < 1e6, length(g),"
                      + " substr(hex(g), 13, 1), h = e FROM moments"))
          .containsExactly("1|1|1|1|1|1|16|4|1");
      assertThat(
              both.postgres.query(
                  "SELECT count(*) FROM moments WHERE abs(extract(epoch FROM now() - a)) < 60"))
          .containsExactly("1");
    }
  }

  @Test
  void generatedKeysBeginWithTheFirstValue() {
    String table =
        """
        <createTable tableName="parcels">
          <column name="id" type="bigint" autoIncrement="true" startWith="1050"><constraints primaryKey="true" primaryKeyName="pk_parcels"/></column>
          <column name="label" type="text"/>
        </createTable>
        <insert tableName="parcels"><column name="id" autoIncrement="true"/><column name="label" value="a"/></insert>
        <insert tableName="parcels"><column name="label" value="b"/></insert>
        """;
    try (BothDatabases both = new BothDatabases(folder).update(table)) {
      assertThat(both.rows("parcels")).containsExactly("id=1050; label=a", "id=1051; label=b");
    }
  }

  @Test
  void generatedColumnsOutsideOfTheKeyAreRefusedByName() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      assertThatThrownBy(
              () ->
                  sqlite.update(
                      "<createTable tableName='t'><column name='c' type='int'"
                          + " autoIncrement='true'/></createTable>"))
          .hasMessageContaining("changelog.xml::1::me")
          .hasMessageContaining(
              "Column t.c: SQLite generates the values of a primary key of one column only");
    }
  }

  @Test
  void aColumnOfATypeWithoutAnEqualExistsAndTakesNoValuesOfChanges() {
    String table =
        "<createTable tableName='t'><column name='c' type='inet'/><column name='d'"
            + " type='decimal'/></createTable>";
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(table);
      assertThat(sqlite.createTable("t"))
          .isEqualTo("CREATE TABLE t (c ANY /* inet */, d ANY /* decimal */) STRICT");
      assertThatThrownBy(
              () ->
                  sqlite.update(
                      table, "<insert tableName='t'><column name='c' value='10.0.0.1'/></insert>"))
          .hasMessageContaining("inet")
          .hasMessageContaining("has no equal on SQLite")
          .hasMessageNotContaining("10.0.0.1");
    }
  }

  @Test
  void reservedWordsAreNames() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(
          "<createTable tableName='order'><column name='group' type='int'/></createTable>",
          "<insert tableName='order'><column name='group' valueNumeric='1'/></insert>",
          "<update tableName='order'><column name='group' valueNumeric='2'/></update>");
      assertThat(sqlite.query("SELECT \"group\" FROM \"order\"")).containsExactly("2");
    }
  }

  @Test
  void reservedWordsAreNamesInARunThatCreatesNoTable() {
    String table = "<createTable tableName='order'><column name='group' type='int'/></createTable>";
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(table);
      sqlite.update(
          table,
          "<createIndex tableName='order' indexName='select'><column name='group'/></createIndex>");
      assertThat(sqlite.query("SELECT name FROM sqlite_master WHERE type = 'index'"))
          .contains("select");
    }
  }

  @Test
  void keysWithoutNamesHaveThoseOfPostgres() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(
          "<createTable tableName='t'><column name='a' type='int'><constraints"
              + " primaryKey='true'/></column><column name='b' type='int'><constraints"
              + " unique='true'/></column></createTable>");
      assertThat(sqlite.createTable("t"))
          .contains("CONSTRAINT t_pkey PRIMARY KEY (a)", "CONSTRAINT t_b_key UNIQUE (b)");
    }
  }

  @Test
  void invalidDefaultsAreRefusedByName() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      assertThatThrownBy(
              () ->
                  sqlite.update(
                      "<createTable tableName='t'><column name='c' type='decimal(4,2)'"
                          + " defaultValueNumeric='1234.5'/></createTable>"))
          .hasMessageContaining(
              "The default of column t.c of type decimal(4,2): the number is out of the range")
          .hasMessageNotContaining("1234.5");
    }
  }

  @Test
  void temporaryTablesAndExistingTablesArePermitted() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(
          "<createTable tableName='t' ifNotExists='true'><column name='c'"
              + " type='int'/></createTable>",
          "<createTable tableName='t' ifNotExists='true'><column name='c'"
              + " type='int'/></createTable>",
          "<createTable tableName='u' tableType='TEMPORARY'><column name='c'"
              + " type='decimal(4,1)'/></createTable><insert tableName='u'><column name='c'"
              + " valueNumeric='1.5'/></insert>");
      assertThat(sqlite.query("SELECT c FROM u")).containsExactly("15");
    }
  }

  @Test
  void historyOfLiquibaseKeepsItsOwnForm() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update("<createTable tableName='t'><column name='c' type='int'/></createTable>");
      assertThat(sqlite.query("SELECT id, author, exectype FROM databasechangelog"))
          .containsExactly("1|me|EXECUTED");
      assertThat(sqlite.createTable("DATABASECHANGELOG")).doesNotContain("STRICT");
    }
  }

  /** The properties of types.xml have the same values. */
  @Test
  void storageClassesThatTheChangelogContainsAreStandardTypes() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(
          "<include file='dev/taskstore/change-log/types.xml'/>",
          "<createTable tableName='t'><column name='a' type='INTEGER'/><column type='BLOB'"
              + " name='b'/><column name='c' type='${type.bigint}'/><column name='d'"
              + " type='TEXT'/></createTable>");
      assertThat(sqlite.createTable("t"))
          .startsWith(
              "CREATE TABLE t (a INTEGER /* integer */, b BLOB /* bytea */, c INTEGER, d TEXT /*"
                  + " text */, CONSTRAINT ck_t_a_range");
    }
  }

  @Test
  void printedSqlContainsTheStoredForm() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.write(
          "<createTable tableName='t'><column name='c' type='decimal(4,1)'/></createTable>",
          "<insert tableName='t'><column name='c' valueNumeric='1.5'/></insert>");
      assertThat(sqlite.updateSql())
          .contains("CREATE TABLE t (c INTEGER /* decimal(4,1) */")
          .contains("INSERT INTO t (c) VALUES (15);");
      assertThat(sqlite.query("SELECT name FROM sqlite_master WHERE name = 't'"))
          .isEqualTo(List.of());
    }
  }
}
