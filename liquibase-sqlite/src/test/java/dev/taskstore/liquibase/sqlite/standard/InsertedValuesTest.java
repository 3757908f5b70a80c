package dev.taskstore.liquibase.sqlite.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The changes insert, update and delete on tables of standard types. */
class InsertedValuesTest {

  @TempDir Path folder;

  private static final String PRICED =
      """
      <createTable tableName="priced">
        <column name="id" type="bigint"><constraints primaryKey="true" primaryKeyName="pk_priced"/></column>
        <column name="price" type="decimal(10,2)"/>
        <column name="mass" type="decimal(30,6)"/>
        <column name="sold_on" type="date"/>
        <column name="seen_at" type="timestamp(6) with time zone"/>
        <column name="made_at" type="datetime"/>
        <column name="opens" type="time"/>
        <column name="active" type="boolean"/>
        <column name="code" type="uuid"/>
        <column name="ratio" type="double"/>
        <column name="rough" type="real"/>
        <column name="few" type="smallint"/>
        <column name="many" type="int"/>
        <column name="label" type="varchar(10)"/>
        <column name="sign" type="char(5)"/>
        <column name="note" type="clob"/>
        <column name="body" type="bytea"/>
        <column name="doc" type="json"/>
        <column name="canon" type="jsonb"/>
      </createTable>
      """;

  @Test
  void insertStoresEveryTypeAsPostgresqlDoes() {
    try (BothDatabases both = new BothDatabases(folder)) {
      both.update(
          PRICED,
          """
          <insert tableName="priced">
            <column name="id" valueNumeric="1"/>
            <column name="price" valueNumeric="12.345"/>
            <column name="mass" valueNumeric="-123456789012345678901234.5"/>
            <column name="sold_on" valueDate="2024-05-06"/>
            <column name="seen_at" valueDate="2024-05-06T07:08:09"/>
            <column name="made_at" valueDate="2024-05-06T07:08:09.123456"/>
            <column name="opens" valueDate="07:08:09"/>
            <column name="active" valueBoolean="true"/>
            <column name="code" value="{019A0000-0000-7000-8000-0000000000AA}"/>
            <column name="ratio" valueNumeric="0.1"/>
            <column name="rough" valueNumeric="0.1"/>
            <column name="few" valueNumeric="7.5"/>
            <column name="many" value="42"/>
            <column name="label" value="it's short  "/>
            <column name="sign" value="ab  "/>
            <column name="note" value="äß𝄞"/>
            <column name="body" value="\\x00ff"/>
            <column name="doc" value='{"b": 1,  "a":2}'/>
            <column name="canon" value='{"b": 1.50,  "aa":[true,null,1e3], "b":"ä\\n"}'/>
          </insert>
          <insert tableName="priced">
            <column name="id" valueNumeric="2"/>
            <column name="price" value="0.005"/>
            <column name="mass" value="1"/>
            <column name="sold_on" value="1969-12-31"/>
            <column name="seen_at" value="1969-12-31T23:59:59.999999+02:00"/>
            <column name="made_at" value="0001-01-01 00:00"/>
            <column name="opens" value="23:59:59.9999994"/>
            <column name="active" value="no"/>
            <column name="ratio" valueNumeric="-0.0"/>
            <column name="body" value="a\\\\b\\001"/>
          </insert>
          <insert tableName="priced"><column name="id" valueNumeric="3"/><column name="price" value="NULL"/></insert>
          """);
      assertThat(both.rows("priced")).hasSize(3);
      assertThat(both.sqlite.query("SELECT price, sold_on, active FROM priced WHERE id = 1"))
          .containsExactly("1235|19849|1");
    }
  }

  @Test
  void updateAndDeleteCompareParametersInTheFormThatTheColumnStores() {
    try (BothDatabases both = new BothDatabases(folder)) {
      both.update(
          PRICED,
          """
          <insert tableName="priced"><column name="id" valueNumeric="1"/><column name="price" valueNumeric="12.5"/></insert>
          <insert tableName="priced"><column name="id" valueNumeric="2"/><column name="sold_on" valueDate="2024-05-06"/></insert>
          <insert tableName="priced"><column name="id" valueNumeric="3"/><column name="code" value="019a0000-0000-7000-8000-0000000000aa"/></insert>
          <update tableName="priced">
            <column name="price" valueNumeric="99.99"/>
            <column name="seen_at" value="2024-05-06T07:08:09Z"/>
            <where>:name = :value</where>
            <whereParams><param name="price" valueNumeric="12.5"/></whereParams>
          </update>
          <update tableName="priced">
            <column name="few" valueComputed="id + 5"/>
            <column name="price" valueComputed="7.25"/>
            <where>sold_on BETWEEN :value AND :value</where>
            <whereParams><param valueDate="2024-05-06"/><param valueDate="2024-05-07"/></whereParams>
          </update>
          <delete tableName="priced"><where>code = :value</where>
            <whereParams><param value="019a0000-0000-7000-8000-0000000000aa"/></whereParams></delete>
          """);
      assertThat(both.rows("priced")).hasSize(2);
      assertThat(both.sqlite.query("SELECT id, price, few FROM priced ORDER BY id"))
          .containsExactly("1|9999|null", "2|725|7");
    }
  }

  @Test
  void theNextValueOfTheSequenceOfAGeneratedColumnIsGenerated() {
    try (BothDatabases both = new BothDatabases(folder)) {
      both.update(
          """
          <createTable tableName="sports">
            <column name="id" type="bigint" autoIncrement="true"><constraints primaryKey="true"/></column>
            <column name="name" type="text"/>
          </createTable>
          """,
          """
          <insert tableName="sports"><column name="id" valueComputed="nextval('sports_id_seq')"/><column name="name" value="a"/></insert>
          <insert tableName="sports"><column name="id" valueComputed="NEXTVAL('public.sports_id_seq')"/><column name="name" value="b"/></insert>
          <insert tableName="sports"><column name="id" valueSequenceNext="sports_id_seq"/><column name="name" value="c"/></insert>
          """);
      assertThat(both.rows("sports")).hasSize(3);
      assertThat(both.sqlite.query("SELECT id, name FROM sports ORDER BY id"))
          .containsExactly("1|a", "2|b", "3|c");
    }
  }
}
