package dev.taskstore.codegen.specification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.codegen.SchemaOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The specification follows renamed and dropped tables, columns, indexes and constraints. */
class SpecificationOfAlteredSchemaTest {

  private static final String PERSONS =
      """
      CREATE TABLE persons (
        id bigint NOT NULL,
        email varchar DEFAULT 'none' NOT NULL,
        name varchar,
        CONSTRAINT pk_persons PRIMARY KEY (id),
        CONSTRAINT uq_persons_email UNIQUE (email),
        CONSTRAINT ck_persons_name CHECK (length(name) < 20 OR name = 'name')
      );
      CREATE INDEX ix_persons_name ON persons (name DESC);
      """;
  private static final String COMMENT =
      "COMMENT ON INDEX ix_persons_name IS 'Finds persons by name.';\n";

  @TempDir Path directory;

  @Test
  void aRenamedTableKeepsItsIndexesWithTheirReasons() throws IOException {
    assertThat(document(PERSONS, COMMENT, "ALTER TABLE persons RENAME TO people;"))
        .contains("### `people`")
        .contains("| `ix_persons_name` | `name DESC` | all | Finds persons by name. |")
        .contains("| `uq_persons_email` | unique | `email` |")
        .contains("`length(name) < 20 OR name = 'name'`")
        .doesNotContain("_not read_");
  }

  @Test
  void aRenamedTableIsReferredToByItsNewName() throws IOException {
    assertThat(
            document(
                PERSONS,
                """
                CREATE TABLE pets (
                  id bigint NOT NULL,
                  owner_id bigint,
                  CONSTRAINT pk_pets PRIMARY KEY (id),
                  CONSTRAINT fk_pets_owner_id FOREIGN KEY (owner_id) REFERENCES persons (id)
                );
                ALTER TABLE persons RENAME COLUMN id TO person_id;
                ALTER TABLE persons RENAME TO people;
                """))
        .contains("`owner_id` refers to `people` (`person_id`);")
        .contains("| `people` | `pets` | `owner_id` | none or one |");
  }

  @Test
  void aRenamedColumnIsRenamedInIndexesAndChecks() throws IOException {
    assertThat(
            document(
                PERSONS,
                COMMENT,
                """
                ALTER TABLE persons RENAME COLUMN name TO full_name;
                ALTER TABLE persons RENAME COLUMN email TO mail;
                """))
        .contains("| `ix_persons_name` | `full_name DESC` | all | Finds persons by name. |")
        .contains("| `uq_persons_email` | unique | `mail` |")
        .contains("| `length(full_name) < 20 OR full_name = 'name'` |")
        .contains("| `mail` | `varchar` | `varchar` | no | `'none'` | unique |")
        .contains("| `full_name` | `varchar` | `varchar` | yes |  | `ck_persons_name` |")
        .doesNotContain("_not read_");
  }

  @Test
  void aRenamedColumnIsRenamedInExpressionsAndPredicates() throws IOException {
    assertThat(
            document(
                PERSONS,
                """
                --changeset ada:partial
                CREATE INDEX ix_persons_lower ON persons (lower(name)) WHERE name <> 'name';
                --changeset ada:rename
                ALTER TABLE persons RENAME COLUMN name TO full_name;
                """))
        .contains("| `ix_persons_lower` | `lower(full_name)` | `full_name <> 'name'` |");
  }

  @Test
  void aDroppedColumnTakesItsIndexesAndChecksAlong() throws IOException {
    for (String drop : List.of("DROP COLUMN name", "DROP name")) {
      assertThat(
              document(
                  PERSONS,
                  // SQLite keeps a column that a check of the table uses.
                  "--changeset ada:sqlite dbms:sqlite\nDROP INDEX ix_persons_name;"
                      + " ALTER TABLE persons DROP CONSTRAINT ck_persons_name;",
                  "ALTER TABLE persons " + drop + ";"))
          .as(drop)
          .contains("| `uq_persons_email` | unique | `email` |")
          .doesNotContain("| `ix_persons_name` |")
          .doesNotContain("| `ck_persons_name` | check |");
    }
  }

  @Test
  void aDroppedTableTakesItsIndexesAndTheirReasonsAlong() throws IOException {
    assertThat(
            document(
                PERSONS,
                COMMENT,
                """
                DROP TABLE persons;
                CREATE TABLE persons (
                  id bigint NOT NULL,
                  name varchar,
                  CONSTRAINT pk_persons PRIMARY KEY (id)
                );
                """))
        .doesNotContain("| `ix_persons_name` |");
    assertThat(document(PERSONS, COMMENT, "DROP TABLE persons;", PERSONS))
        .contains("| `ix_persons_name` | `name DESC` | all |")
        .doesNotContain("| Finds persons by name. |");
  }

  @Test
  void aRenamedIndexKeepsItsReason() throws IOException {
    assertThat(
            document(
                PERSONS,
                COMMENT,
                """
                --changeset ada:rename dbms:!sqlite
                ALTER INDEX ix_persons_name RENAME TO ix_persons_by_name;
                --changeset ada:rename-sqlite dbms:sqlite
                DROP INDEX ix_persons_name;
                CREATE INDEX ix_persons_by_name ON persons (name DESC);
                """))
        .contains("| `ix_persons_by_name` | `name DESC` | all | Finds persons by name. |")
        .doesNotContain("| `ix_persons_name` |");
  }

  @Test
  void aRenamedConstraintHasItsNewNameOnly() throws IOException {
    assertThat(
            document(
                "--changeset ada:one dbms:!sqlite\n" + PERSONS,
                """
                --changeset ada:two dbms:!sqlite
                ALTER TABLE persons RENAME CONSTRAINT ck_persons_name TO ck_persons;
                ALTER TABLE persons RENAME CONSTRAINT uq_persons_email TO uq_persons;
                """,
                "--changeset ada:three dbms:sqlite\n"
                    + PERSONS
                        .replace("ck_persons_name", "ck_persons")
                        .replace("uq_persons_email", "uq_persons")))
        .contains("| `ck_persons` | check | `length(name) < 20 OR name = 'name'` |")
        .contains("| `uq_persons` | unique | `email` |")
        .doesNotContain("| `ck_persons_name` | check |")
        .doesNotContain("| `uq_persons_email` | unique |");
  }

  @Test
  void droppedConstraintsAndIndexesAreGone() throws IOException {
    assertThat(
            document(
                PERSONS,
                """
                DROP INDEX ix_persons_name;
                ALTER TABLE persons DROP CONSTRAINT ck_persons_name;
                """))
        .doesNotContain("| `ix_persons_name` |")
        .doesNotContain("| `ck_persons_name` | check |");
  }

  @Test
  void aChangedTypeHasItsOwnCollation() throws IOException {
    assertThat(
            document(
                PERSONS,
                """
                --changeset ada:type dbms:postgresql
                ALTER TABLE persons ALTER COLUMN name TYPE text COLLATE "C" USING name::text;
                """))
        .contains("| `name` | `varchar` | `text COLLATE \"C\"` |");
  }

  private String document(String... parts) throws IOException {
    StringBuilder sql = new StringBuilder("--liquibase formatted sql\n");
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      String dbms = part.startsWith("COMMENT") ? " dbms:!sqlite" : "";
      sql.append(part.startsWith("--") ? "" : "\n--changeset ada:" + i + dbms + "\n")
          .append(part)
          .append('\n');
    }
    Path changelog = directory.resolve("master.sql");
    Files.writeString(changelog, sql);
    String document =
        new SpecificationGenerator()
            .generate(
                SpecificationConfiguration.of(
                        "Persons", "master.sql", List.of(directory), directory.resolve("none"))
                    .withSchema(SchemaOptions.DEFAULT.with(false, false)))
            .document();
    return document.substring(0, document.indexOf("\n## Migrations"));
  }
}
