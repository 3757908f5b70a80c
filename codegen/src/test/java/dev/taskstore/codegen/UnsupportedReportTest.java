package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.taskstore.codegen.problem.LeftOut;
import dev.taskstore.codegen.problem.LeftOut.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsupportedReportTest {

  @TempDir Path directory;

  @Test
  void columnsThatTheTableCanDoWithoutAreLeftOut() {
    GeneratedCode code =
        report(
            "CREATE TABLE notes (id uuid PRIMARY KEY, text varchar NOT NULL, place inet, area"
                + " inet DEFAULT '10.0.0.1' NOT NULL, twice integer GENERATED ALWAYS AS (2 *"
                + " 2));");

    assertThat(code.result().leftOut())
        .extracting(LeftOut::part, LeftOut::table, LeftOut::column)
        .containsExactlyInAnyOrder(
            tuple(Part.COLUMN, "notes", "place"),
            tuple(Part.COLUMN, "notes", "area"),
            tuple(Part.COLUMN, "notes", "twice"));
    assertThat(code.code("Note")).contains("public record Note(UUID id, String text)");
    assertThat(code.code("schema.tables.Notes")).contains("PLACE = createField(");
    assertThat(code.result().leftOut().get(0).description())
        .startsWith(
            "The column notes.place is left out. Column notes.place of changelog"
                + " change-log/master.sql (changeset one) has the type inet; ");
  }

  @Test
  void aTableThatNeedsTheColumnKeepsJooqsClassesOnly() {
    GeneratedCode code =
        report(
            """
            CREATE TABLE notes (id uuid PRIMARY KEY, text varchar NOT NULL);
            CREATE TABLE places (id uuid PRIMARY KEY, place inet NOT NULL,
              mood varchar CONSTRAINT ck CHECK (mood IN ('glad', 'sad')));
            CREATE TABLE shapes (shape inet PRIMARY KEY, name varchar);
            CREATE TABLE counted (id uuid PRIMARY KEY, version integer);
            CREATE TABLE note_places (
              note_id uuid REFERENCES notes, place_id uuid REFERENCES places, area inet,
              PRIMARY KEY (note_id, place_id));
            """);

    assertThat(code.result().leftOut())
        .filteredOn(left -> left.part() == Part.REPOSITORY)
        .extracting(LeftOut::table)
        .containsExactlyInAnyOrder("counted", "note_places", "places", "shapes");
    assertThat(code.result().files())
        .contains(
            Path.of("scenario/Note.java"),
            Path.of("scenario/schema/tables/Places.java"),
            Path.of("scenario/schema/tables/Shapes.java"))
        .doesNotContain(
            Path.of("scenario/Place.java"),
            Path.of("scenario/Shape.java"),
            Path.of("scenario/PlaceMood.java"));
    assertThat(code.code("schema.NoteRepository")).doesNotContain("attach");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bit(8)",
        "inet",
        "integer[]",
        "interval day",
        "money",
        "oid",
        "tsvector",
        "\"char\""
      })
  void keysAndIndexesOfUnsupportedTypesCompileWithoutWarnings(String type) {
    GeneratedCode code =
        report(
            """
            CREATE TABLE notes (id uuid PRIMARY KEY);
            SELECT 1;
            --changeset taskstore:key dbms:postgresql
            CREATE TABLE odd (id %1$s CONSTRAINT pk_odd PRIMARY KEY, other %1$s NOT NULL,
              CONSTRAINT uq_odd_other UNIQUE (other, id));
            CREATE TABLE references_of_odd (
              odd_id %1$s CONSTRAINT fk_references_odd_id REFERENCES odd,
              note_id uuid CONSTRAINT fk_references_note_id REFERENCES notes);
            --changeset taskstore:key-of-sqlite dbms:sqlite
            CREATE TABLE odd (id BLOB CONSTRAINT pk_odd PRIMARY KEY NOT NULL, other BLOB NOT NULL,
              CONSTRAINT uq_odd_other UNIQUE (other, id));
            CREATE TABLE references_of_odd (
              odd_id BLOB CONSTRAINT fk_references_odd_id REFERENCES odd,
              note_id BLOB CONSTRAINT fk_references_note_id REFERENCES notes);
            --changeset taskstore:indexes
            CREATE INDEX ix_odd_other ON odd (other);
            CREATE INDEX ix_references_odd_id ON references_of_odd (odd_id);
            """
                .formatted(type));

    assertThat(code.code("schema.Keys"))
        .contains("PK_ODD", "UQ_ODD_OTHER", "FK_REFERENCES_ODD_ID")
        .doesNotContain("@Deprecated");
    assertThat(code.code("schema.Indexes")).contains("IX_ODD_OTHER", "IX_REFERENCES_ODD_ID");
    assertThat(code.code("schema.tables.Odd")).doesNotContain("@Deprecated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "point", "xml"})
  void columnsOfTypesWithoutAnOrderAreLeftOut(String type) {
    GeneratedCode code =
        report(
            """
            SELECT 1;
            --changeset taskstore:key dbms:postgresql
            CREATE TABLE notes (id uuid PRIMARY KEY, odd %s array NOT NULL);
            --changeset taskstore:key-of-sqlite dbms:sqlite
            CREATE TABLE notes (id BLOB PRIMARY KEY NOT NULL, odd BLOB NOT NULL);
            """
                .formatted(type));

    assertThat(code.code("schema.tables.Notes"))
        .contains(", Object> ODD = createField(")
        .doesNotContain("@Deprecated");
  }

  @Test
  void aDefaultThatIsNoConstantIsLeftOutAndTheCallerSetsTheValue() {
    GeneratedCode code =
        report(
            "CREATE TABLE notes (id uuid PRIMARY KEY, seen timestamp with time zone DEFAULT"
                + " CURRENT_TIMESTAMP NOT NULL);");

    assertThat(code.code("NewNote")).contains("public static NewNote of(Instant seen)");
    assertThat(code.result().leftOut())
        .extracting(LeftOut::description)
        .singleElement()
        .asString()
        .startsWith("The default of column notes.seen is left out. ");
  }

  @Test
  void ofTwoTablesWithOneNameTheSecondIsLeftOut() {
    GeneratedCode code =
        report(
            "CREATE TABLE note (id uuid PRIMARY KEY); CREATE TABLE notes (id uuid PRIMARY KEY);"
                + " CREATE TABLE \"a-b\" (id uuid PRIMARY KEY); CREATE TABLE a_b (id uuid PRIMARY"
                + " KEY); CREATE TABLE pairs (id uuid PRIMARY KEY, \"c-d\" bigint, c_d bigint);");

    assertThat(code.result().leftOut())
        .extracting(left -> left.part() + " " + left.table())
        .containsExactlyInAnyOrder("TABLE a_b", "TABLE pairs", "REPOSITORY notes");
    assertThat(code.result().files())
        .contains(Path.of("scenario/schema/tables/Notes.java"))
        .doesNotContain(Path.of("scenario/schema/tables/Pairs.java"));
  }

  @Test
  void aSecondRunReportsTheSameParts() {
    String sql = "CREATE TABLE notes (id uuid PRIMARY KEY, place inet);";
    List<LeftOut> first = report(sql).result().leftOut();
    GeneratedCode second = report(sql);

    assertThat(second.result().upToDate()).isTrue();
    assertThat(second.result().leftOut()).isEqualTo(first).hasSize(1);
  }

  @Test
  void personalDataIsNeverLeftOut() {
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(
            () ->
                report(
                    "--comment: data:personal notes.place\n"
                        + "CREATE TABLE notes (id uuid PRIMARY KEY, place inet);"))
        .withMessageStartingWith("Column notes.place of changelog ");
  }

  @Test
  void wrongOptionsAreNeverLeftOut() {
    Scenario scenario = Scenario.sql(directory, "CREATE TABLE notes (id uuid PRIMARY KEY);");
    scenario
        .configuration()
        .unsupported(UnsupportedMode.REPORT)
        .models(
            new ModelOptions(
                "",
                "",
                List.of(Pattern.compile("nots")),
                List.of(),
                List.of(),
                List.of(),
                List.of()));

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(scenario::generate)
        .withMessageStartingWith("tablesOnly has \"nots\"");
  }

  @Test
  void aSchemaOfWhichNothingCanBeGeneratedFails() {
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> report("CREATE TABLE \"+\" (id uuid PRIMARY KEY);"))
        .withMessageContaining("has a name without a letter or digit");
  }

  private GeneratedCode report(String sql) {
    Scenario scenario = Scenario.sql(directory, sql);
    scenario.configuration().unsupported(UnsupportedMode.REPORT);
    GeneratedCode code = scenario.generate();
    return code.result().upToDate() ? code : code.compiles();
  }
}
