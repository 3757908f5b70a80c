package dev.taskstore.codegen.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.taskstore.changelog.DatabaseParameters;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.sql.SqlScript;
import dev.taskstore.codegen.sql.Statement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateSqlCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogScriptTest {

  private static final List<Path> RESOURCES = List.of(Path.of("src/test/resources/specification"));
  private static final String CHANGELOG = "change-log/master.xml";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void saysWhatLiquibaseWouldSend(String database) throws Exception {
    List<String> expected = updateSql(database);

    List<String> statements =
        ChangelogScript.read(CHANGELOG, RESOURCES, database).changeSets().stream()
            .flatMap(changeSet -> changeSet.up().stream())
            .map(ChangelogScriptTest::oneLine)
            .toList();

    assertThat(statements).isNotEmpty().isEqualTo(expected);
  }

  /**
   * The script of Liquibase's own command, without comments and its own two tables. Plain SQL is as
   * it is written.
   */
  private List<String> updateSql(String database) throws Exception {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    new ChangelogFiles(CHANGELOG, RESOURCES)
        .read(
            files ->
                Scope.child(
                    Map.of(DatabaseParameters.SQL, "verbatim"),
                    () ->
                        new CommandScope(UpdateSqlCommandStep.COMMAND_NAME)
                            .addArgumentValue(
                                DbUrlConnectionArgumentsCommandStep.URL_ARG,
                                "offline:"
                                    + database
                                    + "?changeLogFile="
                                    + directory.resolve(database + ".csv"))
                            .addArgumentValue(UpdateSqlCommandStep.CHANGELOG_FILE_ARG, CHANGELOG)
                            .setOutput(output)
                            .execute()));
    return SqlScript.read(output.toString(StandardCharsets.UTF_8)).stream()
        .map(Statement::text)
        .map(ChangelogScriptTest::oneLine)
        .filter(sql -> !sql.toLowerCase(Locale.ROOT).contains("databasechangelog"))
        .filter(sql -> !sql.startsWith("SET SEARCH_PATH"))
        .toList();
  }

  @Test
  void leavesOutFormattedSqlForOtherDatabases() throws IOException {
    Files.writeString(
        directory.resolve("master.sql"),
        """
        --liquibase formatted sql
        --changeset ada:all
        CREATE TABLE notes (id bigint);
        --changeset ada:other dbms:postgresql
        ALTER TABLE notes ADD COLUMN text text;
        --changeset ada:not dbms:!sqlite
        ALTER TABLE notes ADD COLUMN day date;
        --changeset ada:ignored ignore:true
        ALTER TABLE notes ADD COLUMN old date;
        """);

    assertThat(ids("sqlite")).containsExactly("all");
    assertThat(ids("postgresql")).containsExactly("all", "other", "not");
  }

  private List<String> ids(String database) {
    return ChangelogScript.read("master.sql", List.of(directory), database).changeSets().stream()
        .map(ScriptedChangeSet::id)
        .toList();
  }

  private static String oneLine(String sql) {
    return sql.replaceAll("(?m)^--.*$", "").replaceAll("\\s+", " ").strip();
  }

  @Test
  void takesBackByTheWrittenRollbackElseByTheChangesInReverse() {
    List<ScriptedChangeSet> changeSets =
        ChangelogScript.read(CHANGELOG, RESOURCES, "postgresql").changeSets();

    assertThat(changeSets)
        .extracting(ScriptedChangeSet::down)
        .containsExactly(
            Optional.of(List.of("DROP TABLE goods", "DROP TABLE shops")),
            Optional.of(List.of("DROP INDEX ix_goods_unsold")),
            Optional.of(List.of("DROP INDEX ix_goods_kind")),
            Optional.empty(),
            Optional.of(List.of("DELETE FROM shops")));
  }

  @Test
  void leavesOutWhatIsForOtherDatabases() {
    assertThat(ChangelogScript.read(CHANGELOG, RESOURCES, "sqlite").changeSets())
        .extracting(ScriptedChangeSet::id)
        .containsExactly("shops", "unsold", "tidy", "rows");
  }

  @Test
  void keepsTheLinesOfAStatementAndMovesThemToTheLeft() {
    assertThat(ChangelogScript.read(CHANGELOG, RESOURCES, "sqlite").changeSets().get(0).up().get(0))
        .isEqualTo(
            """
            CREATE TABLE shops (
              id   integer      NOT NULL,
              name TEXT NOT NULL,
              CONSTRAINT pk_shops PRIMARY KEY (id)
            )""");
  }

  @Test
  void runsWhatTheContextsAskFor() {
    List<ScriptedChangeSet> changeSets =
        ChangelogScript.read(CHANGELOG, RESOURCES, "sqlite").changeSets();

    assertThat(changeSets.stream().filter(changeSet -> changeSet.runsIn(List.of("sample"))))
        .hasSize(4);
    assertThat(changeSets.stream().filter(changeSet -> changeSet.runsIn(List.of("other"))))
        .hasSize(3);
    assertThat(changeSets.stream().filter(changeSet -> changeSet.runsIn(List.of()))).hasSize(3);
  }

  @Test
  void aChangeWithoutStatementsUntilItRunsSaysSo() throws IOException {
    Path changelog = directory.resolve("master.xml");
    Files.writeString(
        changelog,
        """
        <databaseChangeLog
            xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
          <changeSet id="one" author="ann">
            <loadData file="missing.csv" tableName="shops"/>
          </changeSet>
        </databaseChangeLog>
        """);

    assertThat(
            ChangelogScript.read("master.xml", List.of(directory), "postgresql")
                .changeSets()
                .get(0)
                .up())
        .containsExactly(
            "-- loadData: Liquibase makes the statements when it runs, from what it finds in the"
                + " database");
  }

  @Test
  void aChangelogThatCannotBeReadIsNamedWithTheReason() throws IOException {
    Files.writeString(directory.resolve("master.xml"), "<databaseChangeLog>");

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> ChangelogScript.read("master.xml", List.of(directory), "sqlite"))
        .withMessageStartingWith("The changelog master.xml cannot be read for sqlite: ");
  }
}
