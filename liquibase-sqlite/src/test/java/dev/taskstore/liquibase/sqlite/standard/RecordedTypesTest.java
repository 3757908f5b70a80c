package dev.taskstore.liquibase.sqlite.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.taskstore.liquibase.sqlite.type.RecordedTypes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The standard types in the text of CREATE TABLE. */
class RecordedTypesTest {

  @TempDir Path folder;

  @Test
  void typesSurviveWhatSqliteDoesToTables() throws Exception {
    try (Migration sqlite = Migration.sqlite(folder)) {
      sqlite.update(
          """
          <createTable tableName="t">
            <column name="id" type="int"><constraints primaryKey="true"/></column>
            <column name="price" type="decimal(10,2)" defaultValueNumeric="1.5"><constraints nullable="false"/></column>
            <column name="at" type="timestamp with time zone"/>
            <column name="gone" type="uuid"/>
          </createTable>
          """);
      sqlite.execute("ALTER TABLE t RENAME COLUMN price TO \"the price\"");
      sqlite.execute("ALTER TABLE t DROP CONSTRAINT ck_t_gone_size");
      sqlite.execute("ALTER TABLE t DROP COLUMN gone");
      sqlite.execute("ALTER TABLE t ADD COLUMN tax INTEGER /* decimal(6,3) */ DEFAULT 5");
      sqlite.execute("ALTER TABLE t RENAME TO u");
      sqlite.execute("VACUUM");
      assertThat(RecordedTypes.of(sqlite.createTable("u")))
          .containsExactly(
              entry("id", "integer"),
              entry("the price", "decimal(10,2)"),
              entry("at", "timestamp with time zone"),
              entry("tax", "decimal(6,3)"));
    }
  }

  @Test
  void commentsQuotesAndConstraintsAreRead() {
    String text =
        """
        CREATE TABLE "a(b" ( -- first, a comment
          `id` INTEGER /* bigint */ PRIMARY KEY AUTOINCREMENT, /* timestamp */
          [the "price"] INTEGER NOT NULL /* decimal(10,2) */,
          "it""s" INTEGER /* not a type */ DEFAULT (1 /* date */),
          mismatch INTEGER /* text */,
          kept DECIMAL ( 10 , 2 ) DEFAULT ',', name varchar(20) COLLATE NOCASE, untyped,
          doc TEXT /* jsonb */ CHECK (json_valid(doc)), at timestamp with time zone NULL,
          "check" integer, whole int /* bigint */, primary key (id), CHECK (id > 0 /* uuid */), FOREIGN KEY (id) REFERENCES x (y)
        ) STRICT
        """;
    assertThat(RecordedTypes.of(text))
        .containsExactly(
            entry("id", "bigint"),
            entry("kept", "decimal(10,2)"),
            entry("name", "varchar(20)"),
            entry("doc", "jsonb"),
            entry("at", "timestamp with time zone"),
            entry("whole", "bigint"));
    assertThat(RecordedTypes.declared(text).keySet())
        .containsExactly(
            "id",
            "the \"price\"",
            "it\"s",
            "mismatch",
            "kept",
            "name",
            "doc",
            "at",
            "check",
            "whole");
  }

  @Test
  void textsThatAreNotWellFormedHaveTheTypesBeforeTheFault() {
    assertThat(RecordedTypes.of("")).isEmpty();
    assertThat(RecordedTypes.of("CREATE VIEW v AS SELECT 1")).isEmpty();
    assertThat(RecordedTypes.of("CREATE TABLE t (a INTEGER /* date */, b 'x"))
        .containsExactly(entry("a", "date"));
  }
}
