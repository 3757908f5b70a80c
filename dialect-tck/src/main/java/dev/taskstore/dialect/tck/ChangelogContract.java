package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.ChangelogFolder.changeSet;
import static dev.taskstore.dialect.tck.ChangelogFolder.createTable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.migration.MigrationMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Changelogs that are refused before their first changeset runs, and changelogs that are not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ChangelogContract {

  private static final String LOCATION =
      " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
          + " xsi:schemaLocation='http://www.liquibase.org/xml/ns/dbchangelog"
          + " http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-%s.xsd'>";

  private final DialectFixture tck;

  ChangelogContract(DialectFixture tck) {
    this.tck = tck;
  }

  static int rowsOf(Database database, String table) {
    return database.dsl().fetchCount(DSL.table(table));
  }

  /**
   * Asserts that opening fails in both modes, and that no changeset of the changelog is applied.
   */
  private void assertRefused(ChangelogFolder changelog, String master, String... words) {
    try (TckDatabase database = tck.create()) {
      for (MigrationMode mode : List.of(MigrationMode.VALIDATE, MigrationMode.UPDATE)) {
        assertThatThrownBy(
                () ->
                    changelog.open(
                        database, master, options -> options.migrationMode(mode), open -> {}))
            .as(master + " " + mode)
            .isInstanceOf(MigrationException.class)
            .hasMessageContainingAll(words);
      }
      assertHasNoTable(database, "first");
    }
  }

  static void assertHasNoTable(TckDatabase database, String table) {
    try (Database open = DialectFixture.connect(Database.builder(), database).open()) {
      assertThatThrownBy(() -> rowsOf(open, table)).isInstanceOf(SchemaOutOfDateException.class);
    }
  }

  @Test
  void unknownNamesInXmlAreRefusedWithFileLineAndChangeset(@TempDir Path folder) {
    Map<String, String> refused = new LinkedHashMap<>();
    refused.put("<sqll>SELECT 1</sqll>", "sqll");
    refused.put("<sqll/>", "sqll");
    refused.put("<sql>SELECT 1</sql><rolback>SELECT 1</rolback>", "rolback");
    refused.put(
        "<createTable tabelName='a'><column name='a' type='int'/></createTable>", "tabelName");
    refused.put("<sql dbsm='sqlite'>SELECT 1</sql>", "dbsm");
    refused.put("<preConditions onFial='MARK_RAN'><dbms type='h2'/></preConditions>", "onFial");
    refused.put("<x:createTriger xmlns:x='urn:extension'/>", "createTriger");
    refused.forEach(
        (content, name) ->
            assertRefused(
                new ChangelogFolder(folder)
                    .master(createTable("first"), "<include file='change-log/2.xml'/>")
                    .xml(
                        "change-log/2.xml",
                        "<property name='a' value='b'/>",
                        changeSet("two", "", content)),
                ChangelogFolder.MASTER,
                "change-log/2.xml",
                "line 3",
                "changeset two",
                name));
    assertRefused(
        new ChangelogFolder(folder).master(createTable("first"), "<includ file='a.xml'/>"),
        ChangelogFolder.MASTER,
        ChangelogFolder.MASTER,
        "line 3",
        "includ");
    assertRefused(
        new ChangelogFolder(folder)
            .master(changeSet("one", "runAlway='true'", "<sql>SELECT 1</sql>")),
        ChangelogFolder.MASTER,
        "line 2",
        "changeset one",
        "runAlway");
  }

  @Test
  void unknownKeysInYamlAndJsonAreRefusedWithFileLineAndChangeset(@TempDir Path folder) {
    String yaml =
        """
        databaseChangeLog:
          - changeSet:
              id: one
              author: tck
              %s: true
              changes:
                - sql: {sql: "CREATE TABLE first (id integer NOT NULL)"}
                - %s: {%s: "SELECT 1"}
              %s: SELECT 1
        """;
    for (List<String> names :
        List.of(
            List.of("runOnChanged", "sql", "sql", "rollback", "line 5", "runOnChanged"),
            List.of("runOnChange", "sql", "sqll", "rollback", "line 8", "sqll"),
            List.of("runOnChange", "sqll", "sql", "rollback", "line 8", "sqll"),
            List.of("runOnChange", "sql", "sql", "rolback", "line 9", "rolback"))) {
      assertRefused(
          new ChangelogFolder(folder)
              .text("change-log/master.yaml", yaml.formatted(names.subList(0, 4).toArray())),
          "change-log/master.yaml",
          "change-log/master.yaml",
          names.get(4),
          "changeset one",
          names.get(5));
    }
    assertRefused(
        new ChangelogFolder(folder)
            .text(
                "change-log/master.json",
                """
                {"databaseChangeLog": [{"changeSet": {"id": "one", "author": "tck",
                  "changes": [{"sql": {"sql": "CREATE TABLE first (id integer)"}}],
                  "rolback": "SELECT 1"}}]}
                """),
        "change-log/master.json",
        "change-log/master.json",
        "line 3",
        "changeset one",
        "rolback");
  }

  @Test
  void everyVersionOfTheXmlSchemaIsAccepted(@TempDir Path folder) {
    String namespace = "xmlns='http://www.liquibase.org/xml/ns/dbchangelog'";
    List<String> roots =
        List.of(
            namespace + LOCATION.formatted("latest"),
            namespace + LOCATION.formatted("3.8"),
            namespace + LOCATION.formatted("4.20"),
            namespace + LOCATION.formatted("99.0"),
            namespace + ">",
            "xmlns='http://www.liquibase.org/xml/ns/dbchangelog/1.9'>",
            ">");
    for (String root : roots) {
      try (TckDatabase database = tck.create()) {
        new ChangelogFolder(folder)
            .text(
                ChangelogFolder.MASTER,
                "<databaseChangeLog " + root + createTable("first") + "</databaseChangeLog>")
            .open(database, options -> {}, open -> assertThat(rowsOf(open, "first")).isZero());
      }
    }
  }

  @Test
  void yamlJsonAndFormattedSqlAreAccepted(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      new ChangelogFolder(folder)
          .master(
              "<include file='a.yaml' relativeToChangelogFile='true'/>",
              "<include file='change-log/b.json'/>",
              "<include file='change-log/c.sql'/>")
          .text(
              "change-log/a.yaml",
              """
              databaseChangeLog:
                - property: {name: kind, value: integer, dbms: "sqlite,postgresql,h2"}
                - changeSet:
                    id: one
                    author: tck
                    comment: A table.
                    preConditions:
                      - onFail: HALT
                      - not:
                          - tableExists: {tableName: first}
                    changes:
                      - createTable:
                          tableName: first
                          remarks: A table.
                          columns:
                            - column:
                                name: id
                                type: ${kind}
                                constraints: {nullable: false, primaryKey: true, primaryKeyName: pk_first}
                    rollback:
                      - dropTable: {tableName: first}
              """)
          .text(
              "change-log/b.json",
              """
              {"databaseChangeLog": [{"changeSet": {"id": "two", "author": "tck", "changes": [
                {"insert": {"tableName": "first", "columns": [{"column": {"name": "id", "valueNumeric": 7}}]}}
              ], "rollback": {"delete": {"tableName": "first", "where": "id = 7"}}}}]}
              """)
          .text(
              "change-log/c.sql",
              """
              --liquibase formatted sql
              --changeset tck:three
              INSERT INTO first (id) VALUES (8);
              --rollback DELETE FROM first WHERE id = 8;
              """)
          .open(
              database,
              options -> {},
              open -> {
                assertThat(rowsOf(open, "first")).isEqualTo(2);
                assertThat(open.migrations().rollback(3)).isEqualTo(3);
              });
    }
  }

  @Test
  void aChangelogThatIncludesItselfIsRefusedWithTheCycle(@TempDir Path folder) {
    assertRefused(
        new ChangelogFolder(folder)
            .master(
                "<include file='dev/taskstore/change-log/types.xml'/>",
                createTable("first"),
                "<include file='parts/a.yaml' relativeToChangelogFile='true'/>")
            .text(
                "change-log/parts/a.yaml",
                "databaseChangeLog:\n  - include: {file: change-log/parts/b.xml}\n")
            .xml(
                "change-log/parts/b.xml",
                "<include file='../master.xml' relativeToChangelogFile='true'/>"),
        ChangelogFolder.MASTER,
        "change-log/parts/b.xml includes change-log/master.xml includes change-log/parts/a.yaml"
            + " includes change-log/parts/b.xml");
    assertRefused(
        new ChangelogFolder(folder)
            .master(
                "<property name='me' value='master'/>",
                createTable("first"),
                "<include file='change-log/${me}.xml'/>"),
        ChangelogFolder.MASTER,
        "includes itself");
  }

  @Test
  void theSameFileMayBeIncludedByManyFiles(@TempDir Path folder) {
    String types = "<include file='dev/taskstore/change-log/types.xml'/>";
    try (TckDatabase database = tck.create()) {
      new ChangelogFolder(folder)
          .master(types, "<include file='change-log/2.xml'/>")
          .xml("change-log/2.xml", types, createTable("first"))
          .open(database, options -> {}, open -> assertThat(rowsOf(open, "first")).isZero());
    }
  }

  @Test
  void thePathOfAChangelogMayBeginWithClasspath(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      ChangelogFolder changelog =
          new ChangelogFolder(folder)
              .master("<include file='classpath:change-log/2.xml'/>")
              .xml("change-log/2.xml", createTable("first"));
      changelog.open(database);
      for (String path :
          List.of("classpath:change-log/master.xml", "classpath:/change-log/master.xml")) {
        changelog.open(
            database,
            path,
            options -> options.migrationMode(MigrationMode.VALIDATE),
            open -> assertThat(open.migrations().history()).hasSize(1));
      }
    }
  }

  @Test
  void aMissingSqlFileIsNamedAndYamlMayHaveAnchors(@TempDir Path folder) {
    try (TckDatabase database = tck.create()) {
      ChangelogFolder changelog =
          new ChangelogFolder(folder)
              .master(
                  "<include file='change-log/a.yaml'/>",
                  changeSet("two", "", "<sqlFile path='change-log/gone.sql'/>"))
              .text(
                  "change-log/a.yaml",
                  """
                  defaults: &defaults
                    author: tck
                  databaseChangeLog:
                    - changeSet:
                        <<: *defaults
                        id: one
                        changes:
                          - sql: {sql: "CREATE TABLE first (id integer NOT NULL)"}
                  """);
      assertThatThrownBy(() -> changelog.open(database))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("change-log/gone.sql");
      changelog.text("change-log/gone.sql", "INSERT INTO first (id) VALUES (1)").open(database);
    }
  }
}
