package dev.taskstore.liquibase.sqlite.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole changelogs about types and values. */
class ChangelogsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "blob|files|body BLOB /* bytea */",
        "json|shelves|extra TEXT /* json */",
        "jsonb|shelves|extra TEXT /* jsonb */",
        "time6|shelves|opens_at INTEGER /* time */",
        "autoinc|parcels|id INTEGER /* bigint */ CONSTRAINT pk_parcels PRIMARY KEY AUTOINCREMENT"
            + " NOT NULL",
        "textpk|shelves|code TEXT /* text */ NOT NULL, CONSTRAINT pk_shelves PRIMARY KEY (code)",
        "textuq|shelves|code TEXT /* text */",
        "types_txt|visits|label TEXT",
        "dupfk|boxes|depot_id bigint"
      })
  void tablesHaveTheStoredTypes(String changelog, String table, String definition) {
    try (Migration sqlite = Migration.sqlite(folder).run("standard/" + changelog + ".xml")) {
      assertThat(sqlite.createTable(table)).contains(definition);
      assertThat(sqlite.run("standard/" + changelog + ".xml").query("PRAGMA integrity_check"))
          .containsExactly("ok");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"standard/seeds.xml", "standard/seeds2.xml"})
  void rowsOfChangelogsAreEqualOnBothDatabases(String changelog) {
    try (BothDatabases both = new BothDatabases(folder)) {
      both.sqlite.run(changelog);
      both.postgres.run(changelog);
      assertThat(both.rows("priced"))
          .singleElement()
          .asString()
          .startsWith(
              "id=1; price=12.34; sold_on=2024-05-06; seen_at=2024-05-06T07:08:09Z; active=true");
    }
  }

  @Test
  void functionsOfPlainSqlAreThoseOfTheDatabase() {
    try (Migration sqlite = Migration.sqlite(folder)) {
      assertThatThrownBy(() -> sqlite.run("standard/nowinsert.xml"))
          .hasMessageContaining("nowinsert.xml::s::me")
          .hasMessageContaining("no such function: now");
    }
  }

  @Test
  void textKeepsItsCollationOnPostgresql() {
    try (Migration postgres = Migration.postgres(folder).run("standard/types_txt.xml")) {
      assertThat(
              postgres.query(
                  "SELECT collname FROM pg_attribute JOIN pg_collation c ON c.oid = attcollation"
                      + " WHERE attrelid = 'visits'::regclass AND attname = 'label'"))
          .containsExactly("C");
    }
    try (Migration postgres = Migration.postgres(folder)) {
      postgres.update(
          "<createTable tableName='t'><column name='a' type='text'/><column name='b' type='longtext"
              + " COLLATE \"C\"'/></createTable><addColumn tableName='t'><column name='c'"
              + " type='text collate \"C\"'/></addColumn>");
      assertThat(
              postgres.query(
                  "SELECT attname, collname FROM pg_attribute JOIN pg_collation c ON c.oid ="
                      + " attcollation WHERE attrelid = 't'::regclass AND attnum > 0 ORDER BY"
                      + " attname"))
          .containsExactly("a|default", "b|C", "c|C");
    }
  }

  /**
   * The shape of a widely used generator of applications: loaded seeds, keys named later, no names.
   */
  @Test
  void seedsOfApplicationsAreEqualOnBothDatabases() {
    Migration.file(
        folder,
        "user.csv",
        "id;login;mail;activated\n1;admin;admin@localhost;true\n2;user;;false\n");
    Migration.file(
        folder,
        "account.csv",
        """
        id;name;balance;opened;attachment;attachment_content_type
        1;savings;27661.12;2024-05-06;blank.png;image/png
        """);
    Migration.file(folder, "blank.png", "png");
    try (BothDatabases both = new BothDatabases(folder)) {
      both.update(
          "<property name='clobType' value='clob'/>",
          """
          <createTable tableName="app_user">
            <column name="id" type="bigint"><constraints primaryKey="true" nullable="false"/></column>
            <column name="login" type="varchar(50)"><constraints unique="true" nullable="false" uniqueConstraintName="ux_user_login"/></column>
            <column name="mail" type="varchar(191)"><constraints unique="true" nullable="true" uniqueConstraintName="ux_user_mail"/></column>
            <column name="activated" type="boolean" valueBoolean="false"><constraints nullable="false"/></column>
            <column name="created_date" type="timestamp"/>
          </createTable>
          <loadData file="user.csv" separator=";" tableName="app_user" usePreparedStatements="true">
            <column name="id" type="numeric"/><column name="activated" type="boolean"/><column name="created_date" type="timestamp"/>
          </loadData>
          """,
          """
          <createTable tableName="account" remarks="An account">
            <column name="id" type="bigint"><constraints primaryKey="true" nullable="false"/></column>
            <column name="name" type="varchar(255)"><constraints nullable="false"/></column>
            <column name="balance" type="decimal(21,2)"><constraints nullable="false"/></column>
            <column name="opened" type="date"/>
            <column name="attachment" type="longblob"/>
            <column name="attachment_content_type" type="varchar(255)"/>
          </createTable>
          """,
          """
          <loadData file="account.csv" separator=";" tableName="account" usePreparedStatements="true">
            <column name="id" type="numeric"/><column name="name" type="string"/><column name="balance" type="numeric"/>
            <column name="opened" type="date"/><column name="attachment" type="blob"/><column name="attachment_content_type" type="string"/>
          </loadData>
          """);
      assertThat(both.rows("app_user")).hasSize(2);
      assertThat(both.rows("account"))
          .hasSize(1)
          .first()
          .asString()
          .contains("balance=27661.12; opened=2024-05-06; attachment=706e67");
    }
  }
}
