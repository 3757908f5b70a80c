package dev.taskstore.codegen.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules for names apply to Liquibase's changes as they apply to SQL. */
class NamesOfChangesTest {

  private static final String LONG = "x".repeat(60);

  private static final String CHANGES =
      """
      databaseChangeLog:
        - changeSet:
            id: changes
            author: ada
            changes:
              - createTable:
                  tableName: "%1$s_table"
                  columns:
                    - column:
                        name: "%1$s_column"
                        type: bigint
                        constraints: {primaryKey: true, primaryKeyName: "%1$s_key", nullable: false}
                    - column:
                        name: other
                        type: bigint
                        constraints:
                          unique: true
                          uniqueConstraintName: "%1$s_unique"
                          foreignKeyName: "%1$s_reference"
                          references: "%1$s_table(%1$s_column)"
              - createIndex:
                  tableName: "%1$s_table"
                  indexName: "%1$s_index"
                  columns: [{column: {name: other}}]
        - changeSet:
            id: sequences
            author: ada
            dbms: postgresql
            changes:
              - createSequence: {sequenceName: "%1$s_sequence"}
      """;

  private static final String SQL =
      """
      --liquibase formatted sql
      --changeset ada:sql
      CREATE TABLE %1$s_table (%1$s_column bigint CONSTRAINT %1$s_key PRIMARY KEY, other bigint
        CONSTRAINT %1$s_unique UNIQUE CONSTRAINT %1$s_reference REFERENCES %1$s_table);
      CREATE INDEX %1$s_index ON %1$s_table (other);
      --changeset ada:sequences dbms:postgresql
      CREATE SEQUENCE IF NOT EXISTS %1$s_sequence;
      """;

  private static final List<String> SUFFIXES =
      List.of("table", "column", "key", "unique", "reference", "index", "sequence");

  @TempDir Path directory;

  @Test
  void longNamesOfAllKindsAreFoundInChangesAndInSql() throws IOException {
    assertThat(objects(LintRule.LONG_NAME, "master.yaml", CHANGES.formatted(LONG)))
        .containsExactlyInAnyOrderElementsOf(names(LONG));
    assertThat(objects(LintRule.LONG_NAME, "master.sql", SQL.formatted(LONG)))
        .containsExactlyInAnyOrderElementsOf(names(LONG));
  }

  @Test
  void mixedCaseNamesOfAllKindsAreFoundInSql() throws IOException {
    assertThat(objects(LintRule.MIXED_CASE_NAME, "master.sql", SQL.formatted("Shelf")))
        .containsExactlyInAnyOrderElementsOf(names("Shelf"));
  }

  /** Liquibase quotes such names on PostgreSQL, and therefore those of sequences. */
  @Test
  void mixedCaseNamesOfTablesColumnsConstraintsAndIndexesAreFoundInChanges() throws IOException {
    assertThat(objects(LintRule.MIXED_CASE_NAME, "master.yaml", CHANGES.formatted("Shelf")))
        .containsExactlyInAnyOrderElementsOf(
            names("Shelf").stream().filter(name -> !name.endsWith("_sequence")).toList());
  }

  private static List<String> names(String prefix) {
    return SUFFIXES.stream().map(suffix -> prefix + "_" + suffix).toList();
  }

  private List<String> objects(LintRule rule, String file, String content) throws IOException {
    Files.writeString(directory.resolve(file), content);
    return new ChangelogLinter()
        .lint(new LintConfiguration(file, List.of(directory))).stream()
            .filter(finding -> finding.rule() == rule)
            .map(Finding::object)
            .toList();
  }
}
