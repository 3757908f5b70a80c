package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.taskstore.codegen.problem.Problem;
import dev.taskstore.codegen.problem.ProblemKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllProblemsTest {

  @TempDir Path directory;

  @Test
  void oneRunReportsTheProblemsOfAllTablesOptionsAndMarks() {
    Scenario scenario =
        Scenario.sql(
            directory,
            """
            --comment: data:personal notes.nothing data:secret notes.void
            CREATE TABLE notes (id uuid PRIMARY KEY, a inet, b interval);
            CREATE TABLE strings (id uuid PRIMARY KEY, version integer);
            CREATE TABLE "+" (id uuid PRIMARY KEY);
            CREATE TABLE seen (
              id uuid PRIMARY KEY,
              name varchar NOT NULL,
              twice integer GENERATED ALWAYS AS (2 * 2),
              made timestamptz DEFAULT CURRENT_TIMESTAMP);
            """);
    scenario
        .configuration()
        .modelNames(Map.of("nots", "Note"))
        .models(
            new ModelOptions(
                "",
                "",
                List.of(Pattern.compile("seeen")),
                List.of(),
                List.of(),
                List.of(),
                List.of()));

    GenerationException failure = failure(scenario);

    assertThat(failure.problems())
        .extracting(Problem::kind)
        .containsExactlyInAnyOrder(
            ProblemKind.DATA_MARK,
            ProblemKind.DATA_MARK,
            ProblemKind.OPTION,
            ProblemKind.OPTION,
            ProblemKind.TYPE,
            ProblemKind.TYPE,
            ProblemKind.VERSION,
            ProblemKind.NAME,
            ProblemKind.NAME,
            ProblemKind.COMPUTED,
            ProblemKind.DEFAULT);
    assertThat(failure)
        .hasNoCause()
        .hasMessageStartingWith("The changelog change-log/master.sql has 11 problems.\n")
        .hasMessageContaining(
            "\n\nTypes that databases do not store alike (2):\n- Column notes.a of changelog"
                + " change-log/master.sql (changeset one) has the type inet; ");
  }

  @Test
  void oneRenameFixesAllTypesOfAModelSoThatItIsReportedOnce() {
    GenerationException failure =
        failure(
            Scenario.sql(
                directory,
                "CREATE TABLE note (id uuid PRIMARY KEY); CREATE TABLE notes (id uuid PRIMARY"
                    + " KEY);"));

    assertThat(failure)
        .hasMessage(
            "Table notes of changelog change-log/master.sql (changeset one) requires a type named"
                + " Note, as table note does; rename the model with modelNames:"
                + " <notes>Notes</notes>.");
  }

  @Test
  void aChangesetThatFailsIsReportedWithTheReasonAndTheStatementOnce() {
    GenerationException failure =
        failure(
            Scenario.sql(directory, "CREATE TABLE notes (id uuid PRIMARY KEY);\nDROP TABLE nots;"));

    assertThat(failure)
        .hasNoCause()
        .hasMessage(
            "change-log/master.sql (changeset one) fails on SQLite: [SQLITE_ERROR] SQL error or"
                + " missing database (no such table: nots).\n"
                + "  Statement: DROP TABLE nots; correct it or, if only SQLite refuses it, limit it"
                + " with dbms=\"!sqlite\" and write it for SQLite with dbms=\"sqlite\".");
  }

  private static GenerationException failure(Scenario scenario) {
    return catchThrowableOfType(GenerationException.class, scenario::generate);
  }
}
