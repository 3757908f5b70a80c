package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.taskstore.codegen.changelog.ChangelogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.ChecksumVersion;
import liquibase.changelog.ChangeLogParameters;
import liquibase.parser.ChangeLogParserFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

  @TempDir Path directory;

  @Test
  void toStringShowsNoValueOfAMarkedColumn() {
    GeneratedCode code = Scenario.named("personal-data", directory).generate().compiles();

    String shown =
        ".add(\"id=\" + id).add(\"name=***\").add(\"firstName=***\").add(\"bornOn=***\")"
            + ".add(\"pin=***\").add(\"active=\" + active).toString();";
    assertThat(code.code("Person"))
        .contains("return new StringJoiner(\", \", \"Person[\", \"]\")" + shown);
    assertThat(code.code("NewPerson"))
        .contains("return new StringJoiner(\", \", \"NewPerson[\", \"]\")" + shown);
    assertThat(code.code("VisitKey")).contains(".add(\"place=***\")");
    assertThat(code.code("schema.tables.records.PeopleRecord"))
        .contains(".add(\"id=\" + get(0)).add(\"name=***\").add(\"first_name=***\")");
    assertThat(code.code("Person")).doesNotContain("equals(", "hashCode(");
  }

  @Test
  void aTableWithoutMarksKeepsTheToStringOfARecord() {
    GeneratedCode code = Scenario.named("composite-keys", directory).generate();

    assertThat(code.code("Edition")).doesNotContain("toString");
    assertThat(code.code("EditionKey")).doesNotContain("toString");
    assertThat(code.code("schema.tables.records.EditionsRecord")).doesNotContain("toString");
  }

  @Test
  void programsReadTheMarksAndTheForeignKeys() {
    GeneratedCode code = Scenario.named("personal-data", directory).generate();

    assertThat(code.code("schema.PersonalData"))
        .contains(
            "PersonalDataMap.builder()"
                + ".mark(PEOPLE.NAME, DataCategory.PERSONAL)"
                + ".mark(PEOPLE.FIRST_NAME, DataCategory.PERSONAL)"
                + ".mark(PEOPLE.BORN_ON, DataCategory.PERSONAL)"
                + ".mark(PEOPLE.PIN, DataCategory.SECRET)"
                + ".mark(VISITS.PLACE, DataCategory.PERSONAL)"
                + ".cascade(List.of(VISITS.PERSON_ID), List.of(PEOPLE.ID))"
                + ".reference(List.of(VISITS.HOST_ID), List.of(PEOPLE.ID))"
                + ".build();");
  }

  @Test
  void aMarkOfALaterChangesetOrOfAnotherDatabaseCounts() throws IOException {
    Scenario scenario =
        changelog(
            """
            --changeset taskstore:one
            CREATE TABLE notes (id uuid PRIMARY KEY, text varchar);

            --changeset taskstore:two dbms:postgresql
            --comment: data:personal notes.text
            SELECT 1;
            """);

    assertThat(scenario.generate().code("Note")).contains("text=***");
  }

  @Test
  void aMarkThatMarksNothingIsRefused() throws IOException {
    String misspelt = "Write data:personal or data:secret as a word of its own, without blanks.";
    Map<String, String> marks = new LinkedHashMap<>();
    marks.put(
        "data:personal notes.test", "The column notes.test does not exist; correct or remove it.");
    marks.put(
        "data:personal note.text", "The column note.text does not exist; correct or remove it.");
    marks.put(
        "data:private notes.text",
        "The category private does not exist; write data:personal or data:secret.");
    marks.put(
        "DATA:secret notes.text",
        "The category secret does not exist; write data:personal or data:secret.");
    marks.put("data:secret text", "text is not a column; write table.column, separated by commas.");
    marks.put("data:secret", "The mark has no column; write table.column, separated by commas.");
    marks.put("pii:personal notes.text", misspelt);
    marks.put("data : personal notes.text", misspelt);
    marks.put("[data:personal notes.text]", misspelt);
    marks.put("Texts (data:secret notes.text)", misspelt);
    marks.put("my-data:personal notes.text", misspelt);
    marks.put(
        "data:personal notes.text data:secret notes.text",
        "The column notes.text has two categories; remove one.");
    for (Map.Entry<String, String> mark : marks.entrySet()) {
      Scenario scenario =
          changelog(
              """
              --changeset taskstore:one
              --comment: %s
              CREATE TABLE notes (id uuid PRIMARY KEY, text varchar);
              """
                  .formatted(mark.getKey()));

      assertThatExceptionOfType(GenerationException.class)
          .as(mark.getKey())
          .isThrownBy(scenario::generate)
          .withMessageStartingWith(
              "The comment of change-log/master.sql (changeset one) has an invalid mark \"")
          .withMessageEndingWith(mark.getValue());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--comment: data:personal notes.text\n--comment: Notes",
        "--comment: data:personal notes.text\n-- comment data:secret notes.id",
        "-- data:personal notes.text",
        "--comment:data:personal notes.text",
      })
  void aMarkThatLiquibaseDoesNotReadIsRefused(String comments) throws IOException {
    Scenario scenario =
        changelog(
            """
            --changeset taskstore:one
            %s
            CREATE TABLE notes (id uuid PRIMARY KEY, text varchar);
            """
                .formatted(comments));

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(scenario::generate)
        .withMessageStartingWith(
            "The changelog file change-log/master.sql is invalid, line 4: Liquibase does not read"
                + " this mark of personal data");
  }

  @Test
  void aCommentBeforeTheOneWithTheMarkIsAccepted() throws IOException {
    Scenario scenario =
        changelog(
            """
            --changeset taskstore:one
            --comment: data:personal notes.text
            CREATE TABLE notes (id uuid PRIMARY KEY, text varchar, body varchar);

            --changeset taskstore:two
            --comment: Notes have bodies
            --comment: data:personal notes.body
            SELECT 1;
            """);

    assertThat(scenario.generate().code("Note")).contains("text=***", "body=***");
  }

  private Scenario changelog(String changeSets) throws IOException {
    Path changelog = directory.resolve("resources/change-log/master.sql");
    Files.createDirectories(changelog.getParent());
    Files.writeString(changelog, "--liquibase formatted sql\n\n" + changeSets);
    return Scenario.of(directory.resolve("resources"), directory.resolve("output"));
  }

  @Test
  void aMarkDoesNotChangeTheChecksumOfItsChangeset() throws Exception {
    String changeSet =
        "<databaseChangeLog><changeSet id='1' author='a'>%s<sql>SELECT 1</sql></changeSet>"
            + "</databaseChangeLog>";
    List<String> checksums = new ArrayList<>();
    for (String comment :
        List.of("", "<comment>data:personal a.b</comment>", "<comment>Other</comment>")) {
      Files.writeString(directory.resolve("log.xml"), changeSet.formatted(comment));
      checksums.add(checksum());
    }

    assertThat(checksums.get(0)).isNotEmpty();
    assertThat(checksums).containsOnly(checksums.get(0));
  }

  private String checksum() throws Exception {
    return new ChangelogFiles("log.xml", List.of(directory))
        .read(
            files ->
                ChangeLogParserFactory.getInstance()
                    .getParser("log.xml", files)
                    .parse("log.xml", new ChangeLogParameters(), files)
                    .getChangeSets()
                    .get(0)
                    .generateCheckSum(ChecksumVersion.latest())
                    .toString());
  }
}
