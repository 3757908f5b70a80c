package dev.taskstore.codegen.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The linter follows renamed and dropped tables, columns, indexes and constraints. */
class LintOfAlteredSchemaTest {

  private static final String PERSONS =
      """
      CREATE TABLE persons (
        id bigint NOT NULL,
        name text,
        CONSTRAINT pk_persons PRIMARY KEY (id)
      );
      """;

  @TempDir Path directory;

  @Test
  void anIndexFollowsItsRenamedTable() throws IOException {
    assertThat(
            problems(
                LintRule.TEXT_WITHOUT_COLLATION,
                PERSONS
                    + "CREATE INDEX ix_persons_name ON persons (name);"
                    + "ALTER TABLE persons RENAME TO people;"))
        .containsExactly("people.name: ix_persons_name");
  }

  @Test
  void anIndexFollowsItsRenamedColumn() throws IOException {
    assertThat(
            problems(
                LintRule.TEXT_WITHOUT_COLLATION,
                PERSONS
                    + "CREATE INDEX ix_persons_name ON persons (name);"
                    + "CREATE INDEX ix_persons_lower ON persons (lower(name));"
                    + "ALTER TABLE persons RENAME COLUMN name TO full_name;"))
        .containsExactly(
            "persons.full_name: ix_persons_name", "persons.full_name: ix_persons_lower");
  }

  @Test
  void aKeysetFollowsItsRenamedColumns() throws IOException {
    assertThat(
            problems(
                LintRule.NULLABLE_KEYSET,
                PERSONS
                    + "ALTER TABLE persons ADD COLUMN seen bigint;"
                    + "CREATE INDEX ix_persons_seen ON persons (seen, id);"
                    + "ALTER TABLE persons RENAME COLUMN id TO person_id;"
                    + "ALTER TABLE persons RENAME seen TO seen_at;"))
        .allMatch(problem -> problem.startsWith("persons.seen_at: "))
        .hasSize(1);
  }

  @Test
  void thePredicateOfAnIndexFollowsItsRenamedColumn() throws IOException {
    assertThat(
            problems(
                LintRule.NULLABLE_KEYSET,
                PERSONS
                    + "ALTER TABLE persons ADD COLUMN seen bigint;"
                    + "CREATE INDEX ix_persons_seen ON persons (seen, id) WHERE seen IS NOT NULL;"
                    + "ALTER TABLE persons RENAME COLUMN seen TO seen_at;"))
        .isEmpty();
  }

  @Test
  void aUniqueKeyFollowsItsRenamedColumn() throws IOException {
    assertThat(
            problems(
                LintRule.TEXT_WITHOUT_COLLATION,
                PERSONS
                    + "ALTER TABLE persons ADD CONSTRAINT uq_persons_name UNIQUE (name);"
                    + "ALTER TABLE persons RENAME COLUMN name TO full_name;"))
        .containsExactly("persons.full_name: uq_persons_name");
  }

  @Test
  void aRenamedIndexIsReportedByItsNewName() throws IOException {
    assertThat(
            problems(
                LintRule.TEXT_WITHOUT_COLLATION,
                PERSONS
                    + "CREATE INDEX ix_persons_name ON persons (name);"
                    + "ALTER INDEX ix_persons_name RENAME TO ix_persons_by_name;"))
        .containsExactly("persons.name: ix_persons_by_name");
  }

  @Test
  void aRenamedIndexCanBeDropped() throws IOException {
    assertThat(
            problems(
                LintRule.TEXT_WITHOUT_COLLATION,
                PERSONS
                    + "CREATE INDEX ix_persons_name ON persons (name);"
                    + "ALTER INDEX ix_persons_name RENAME TO ix_persons_by_name;"
                    + "DROP INDEX ix_persons_by_name;"))
        .isEmpty();
  }

  @Test
  void aRenamedConstraintCanBeDropped() throws IOException {
    assertThat(
            problems(
                LintRule.TEXT_WITHOUT_COLLATION,
                PERSONS
                    + "ALTER TABLE persons ADD CONSTRAINT uq_persons_name UNIQUE (name);"
                    + "ALTER TABLE persons RENAME CONSTRAINT uq_persons_name TO uq_persons;"
                    + "ALTER TABLE persons DROP CONSTRAINT uq_persons;"))
        .isEmpty();
  }

  @Test
  void aColumnIsDroppedWithItsIndexesAndKeys() throws IOException {
    for (String drop : List.of("DROP COLUMN name", "DROP name", "DROP COLUMN IF EXISTS name")) {
      assertThat(
              problems(
                  LintRule.TEXT_WITHOUT_COLLATION,
                  PERSONS
                      + "CREATE INDEX ix_persons_name ON persons (name);"
                      + "CREATE INDEX ix_persons_lower ON persons (lower(name));"
                      + "ALTER TABLE persons ADD CONSTRAINT uq_persons_name UNIQUE (name);"
                      + "ALTER TABLE persons "
                      + drop
                      + ";"
                      + "ALTER TABLE persons ADD COLUMN name text;"))
          .as(drop)
          .isEmpty();
    }
  }

  @Test
  void aTableIsDroppedWithItsIndexes() throws IOException {
    assertThat(
            problems(
                LintRule.TEXT_WITHOUT_COLLATION,
                PERSONS
                    + "CREATE INDEX ix_persons_name ON persons (name);"
                    + "DROP TABLE persons;"
                    + PERSONS))
        .isEmpty();
  }

  @Test
  void aDroppedCheckProvesNothing() throws IOException {
    write("1.sql", PERSONS + "ALTER TABLE persons ADD CONSTRAINT ck CHECK (name IS NOT NULL);");
    write("2.sql", "ALTER TABLE persons DROP CONSTRAINT ck;");
    write("3.sql", "ALTER TABLE persons ALTER COLUMN name SET NOT NULL;");

    assertThat(problems(LintRule.CONSTRAINT_LOCKS_TABLE)).hasSize(1);
  }

  @Test
  void aCheckFollowsItsRenamedColumnAsAProof() throws IOException {
    write("1.sql", PERSONS + "ALTER TABLE persons ADD CONSTRAINT ck CHECK (name IS NOT NULL);");
    write("2.sql", "ALTER TABLE persons RENAME COLUMN name TO full_name;");
    write("3.sql", "ALTER TABLE persons ALTER COLUMN full_name SET NOT NULL;");

    assertThat(problems(LintRule.CONSTRAINT_LOCKS_TABLE)).isEmpty();
  }

  @Test
  void sqliteRenamesAndDropsColumnsButNoConstraintsAndIndexes() throws IOException {
    Files.writeString(
        directory.resolve("master.sql"),
        """
        --liquibase formatted sql
        --changeset ada:one dbms:sqlite
        ALTER TABLE a RENAME TO b;
        ALTER TABLE b RENAME COLUMN c TO d;
        ALTER TABLE b RENAME d TO e;
        ALTER TABLE b DROP e;
        ALTER TABLE b RENAME CONSTRAINT uq_a TO uq_b;
        ALTER INDEX ix_a RENAME TO ix_b;
        --rollback empty
        """);

    assertThat(new ChangelogLinter().lint(new LintConfiguration("master.sql", List.of(directory))))
        .extracting(finding -> finding.object() + ": " + finding.problem())
        .containsExactly(
            "b: SQLite does not support RENAME CONSTRAINT.",
            "ALTER INDEX: SQLite does not support ALTER INDEX.");
  }

  private List<String> problems(LintRule rule, String sql) throws IOException {
    write("1.sql", sql);
    return problems(rule);
  }

  /** The objects of the findings with the first word of what is wrong there. */
  private List<String> problems(LintRule rule) throws IOException {
    Files.writeString(
        directory.resolve("master.xml"),
        """
        <databaseChangeLog xmlns='http://www.liquibase.org/xml/ns/dbchangelog'
            xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
            xsi:schemaLocation='http://www.liquibase.org/xml/ns/dbchangelog
              http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd'>
          <includeAll path='parts' relativeToChangelogFile='true'/>
        </databaseChangeLog>
        """);
    return new ChangelogLinter()
        .lint(new LintConfiguration("master.xml", List.of(directory))).stream()
            .filter(finding -> finding.rule() == rule)
            .filter(finding -> finding.databases().contains(LintDatabase.POSTGRESQL))
            .map(finding -> finding.object() + ": " + finding.problem().replaceAll(" .*", ""))
            .toList();
  }

  private void write(String file, String sql) throws IOException {
    Path path = directory.resolve("parts").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(
        path, "--liquibase formatted sql\n\n--changeset ada:" + file + " dbms:postgresql\n" + sql);
  }
}
