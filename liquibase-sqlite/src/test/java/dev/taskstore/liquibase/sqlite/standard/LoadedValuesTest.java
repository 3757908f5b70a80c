package dev.taskstore.liquibase.sqlite.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The changes loadData and loadUpdateData. */
class LoadedValuesTest {

  @TempDir Path folder;

  private static final String ACCOUNTS =
      """
      <createTable tableName="accounts">
        <column name="id" type="bigint"><constraints primaryKey="true" primaryKeyName="pk_accounts"/></column>
        <column name="name" type="varchar(50)"><constraints nullable="false"/></column>
        <column name="balance" type="decimal(21,2)"/>
        <column name="price" type="decimal(10,2)"/>
        <column name="code" type="uuid"/>
        <column name="active" type="boolean"/>
        <column name="created" type="timestamp"/>
        <column name="seen" type="timestamp with time zone"/>
        <column name="born" type="date"/>
        <column name="opens" type="time"/>
        <column name="note" type="text"/>
        <column name="body" type="bytea"/>
        <column name="doc" type="jsonb"/>
      </createTable>
      """;

  private static final String ROWS =
      """
      id;name;balance;price;code;active;created;seen;born;opens;note
      1;"quoted; ""name""\";5211.44;1.005;019a0000-0000-7000-8000-0000000000aa;true;2024-05-06T07:08:09;2024-05-06 07:08:09.123;2024-05-06;07:08:09;a note
      # a comment
      2;plain;NULL;12;NULL;false;NULL;2024-05-06T07:08:09.123456;2000-02-29;23:59:59;
      3;;-999999999999.99;;;1;2024-05-06 07:08:09;;1969-12-31;00:00:00;more
      """;

  @ParameterizedTest
  @ValueSource(strings = {"", "usePreparedStatements='true'", "usePreparedStatements='false'"})
  void typesOfColumnsWithoutTypeAreThoseOfTheTable(String prepared) {
    // PostgreSQL requires prepared statements for text: Liquibase takes it for a large object.
    String note = prepared.contains("false") ? "<column name='note' type='skip'/>" : "";
    Migration.file(folder, "accounts.csv", ROWS);
    try (BothDatabases both = new BothDatabases(folder)) {
      both.update(
          ACCOUNTS,
          "<loadData file='accounts.csv' tableName='accounts' separator=';' "
              + prepared
              + ">"
              + note
              + "</loadData>");
      assertThat(both.rows("accounts"))
          .hasSize(3)
          .first()
          .asString()
          .contains("name=quoted; \"name\"; balance=5211.44; price=1.01; code=019a0000");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void typesOfTheChangeAreUsed(String prepared) {
    Migration.file(folder, "accounts.csv", ROWS);
    String load =
        """
        <loadData file="accounts.csv" tableName="accounts" separator=";" usePreparedStatements="%s">
          <column name="id" type="numeric"/>
          <column name="name" type="string"/>
          <column name="balance" type="numeric"/>
          <column name="price" type="numeric"/>
          <column name="code" type="uuid"/>
          <column name="active" type="boolean"/>
          <column name="created" type="datetime"/>
          <column name="seen" type="datetime"/>
          <column name="born" type="date"/>
          <column name="opens" type="time"/>
          <column name="note" type="skip"/>
        </loadData>
        """
            .formatted(prepared);
    try (BothDatabases both = new BothDatabases(folder)) {
      both.update(ACCOUNTS, load);
      assertThat(both.rows("accounts")).hasSize(3);
      assertThat(
              both.sqlite.query("SELECT name, price, active, created FROM accounts WHERE id = 1"))
          .containsExactly("quoted; \"name\"|101|1|1714979289000000");
    }
  }

  @Test
  void filesAndBase64AreValuesOfBinaryAndTextColumns() {
    Migration.file(folder, "body.bin", "bytes of a file");
    Migration.file(folder, "note.txt", "text of a file: äß𝄞");
    Migration.file(folder, "blobs.csv", "id,name,body\n1,file,body.bin\n2,again,body.bin\n");
    try (BothDatabases both = new BothDatabases(folder)) {
      both.update(
          ACCOUNTS,
          """
          <loadData file="blobs.csv" tableName="accounts"><column name="body" type="blob"/></loadData>
          <insert tableName="accounts"><column name="id" valueNumeric="3"/><column name="name" value="n"/>
            <column name="price" valueNumeric="1.5"/>
            <column name="body" valueBlobFile="body.bin"/><column name="note" valueClobFile="note.txt"/></insert>
          <update tableName="accounts"><column name="note" valueClobFile="note.txt" encoding="UTF-8"/><where>id = 1</where></update>
          """);
      assertThat(both.rows("accounts")).hasSize(3);
      assertThat(both.sqlite.query("SELECT CAST(body AS TEXT), note FROM accounts WHERE id = 1"))
          .containsExactly("bytes of a file|text of a file: äß𝄞");
    }
  }

  /**
   * On PostgreSQL, Liquibase writes Base64 to large objects only, and loses rows without a value.
   */
  @Test
  void base64IsBinaryDataAndRowsWithoutItAreKept() {
    Migration.file(folder, "blobs.csv", "id,name,body\n1,base64,AAECAw==\n2,none,NULL\n");
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(
          ACCOUNTS,
          "<loadData file='blobs.csv' tableName='accounts'><column name='body'"
              + " type='blob'/></loadData>");
      assertThat(sqlite.query("SELECT name, hex(body) FROM accounts ORDER BY id"))
          .containsExactly("base64|00010203", "none|");
    }
  }

  /** On PostgreSQL, Liquibase binds numbers of prepared statements as double. */
  @Test
  void numbersKeepAllTheirDigits() {
    Migration.file(folder, "wide.csv", "id,name,balance\n1,wide,-9999999999999999999.99\n");
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(
          ACCOUNTS,
          "<loadData file='wide.csv' tableName='accounts' usePreparedStatements='true'/>");
      assertThat(StoredValues.of(sqlite, "accounts"))
          .first()
          .asString()
          .contains("balance=-9999999999999999999.99");
    }
  }

  @Test
  void loadUpdateDataUpdatesRowsAndKeepsThoseThatReferenceThem() {
    Migration.file(folder, "new.csv", "id,name,price,active\n1,one,1.5,true\n2,two,2.5,false\n");
    Migration.file(folder, "changed.csv", "id,name,price\n2,second,9.25\n3,three,3\n");
    try (BothDatabases both = new BothDatabases(folder)) {
      both.update(
          ACCOUNTS,
          """
          <createTable tableName="owners">
            <column name="id" type="int"><constraints primaryKey="true"/></column>
            <column name="account" type="bigint"><constraints foreignKeyName="fk_owners" references="accounts(id)" deleteCascade="true"/></column>
          </createTable>
          <loadUpdateData file="new.csv" tableName="accounts" primaryKey="id"/>
          <insert tableName="owners"><column name="id" valueNumeric="1"/><column name="account" valueNumeric="2"/></insert>
          """,
          """
          <loadUpdateData file="changed.csv" tableName="accounts" primaryKey="id">
            <column name="name" allowUpdate="false"/>
          </loadUpdateData>
          """);
      assertThat(both.rows("accounts")).hasSize(3);
      assertThat(both.rows("owners")).containsExactly("id=1; account=2");
      assertThat(both.sqlite.query("SELECT name, price, active FROM accounts ORDER BY id"))
          .containsExactly("one|150|1", "two|925|0", "three|300|null");
    }
  }

  @Test
  void loadUpdateDataFindsRowsByKeysOfEveryTypeAndRollsBack() {
    Migration.file(
        folder,
        "rates.csv",
        """
        code,day,rate
        019a0000-0000-7000-8000-0000000000aa,2024-05-06,1.25
        019a0000-0000-7000-8000-0000000000bb,2024-05-06,2
        """);
    String table =
        """
        <createTable tableName="rates">
          <column name="code" type="uuid"><constraints primaryKey="true"/></column>
          <column name="day" type="date"><constraints primaryKey="true"/></column>
          <column name="rate" type="decimal(20,2)"/>
        </createTable>
        """;
    String load =
        "<loadUpdateData file='rates.csv' tableName='rates' primaryKey='code,day'><column"
            + " name='code' type='uuid'/><column name='day' type='date'/></loadUpdateData>";
    try (BothDatabases both = new BothDatabases(folder)) {
      both.update(table, load + load);
      assertThat(both.rows("rates")).hasSize(2);
      both.sqlite.rollback(1);
      assertThat(both.sqlite.query("SELECT * FROM rates")).isEmpty();
    }
  }

  @Test
  void onlyUpdateInsertsNothing() {
    Migration.file(folder, "changed.csv", "id,name\n1,changed\n2,new\n");
    try (BothDatabases both = new BothDatabases(folder)) {
      both.update(
          ACCOUNTS,
          "<insert tableName='accounts'><column name='id' valueNumeric='1'/><column name='name'"
              + " value='n'/></insert><loadUpdateData file='changed.csv' tableName='accounts'"
              + " primaryKey='id' onlyUpdate='true'/>");
      assertThat(both.rows("accounts")).hasSize(1).first().asString().contains("name=changed");
    }
  }

  @Test
  void invalidValuesAreRefusedByNameWithoutTheValue() {
    Migration.file(folder, "bad.csv", "id,name,price\n1,one,secret\n");
    try (Migration sqlite = Migration.sqlite(folder)) {
      assertThatThrownBy(
              () ->
                  sqlite.update(
                      ACCOUNTS,
                      "<loadData file='bad.csv' tableName='accounts'><column name='price'"
                          + " type='string'/></loadData>"))
          .hasMessageContaining(
              "Column accounts.price of type decimal(10,2) in changelog.xml::2::me: the value is"
                  + " not a number")
          .hasMessageNotContaining("secret");
      assertThat(sqlite.query("SELECT id FROM accounts")).isEmpty();
    }
  }

  @Test
  void namesOfColumnsMayDifferFromTheHeader() {
    Migration.file(folder, "renamed.csv", "key , label,cost\n1,one,1.5\n");
    try (BothDatabases both = new BothDatabases(folder)) {
      both.update(
          ACCOUNTS,
          """
          <loadData file="renamed.csv" tableName="accounts">
            <column header="key" name="id"/><column index="1" name="name" type="string"/><column header="cost" name="price"/>
          </loadData>
          """);
      assertThat(both.rows("accounts")).hasSize(1).first().asString().contains("price=1.50");
    }
  }
}
