package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.taskstore.codegen.changelog.ChangelogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liquibase.ChecksumVersion;
import liquibase.changelog.ChangeLogParameters;
import liquibase.parser.ChangeLogParserFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    Map<String, String> marks =
        Map.of(
            "data:personal notes.test",
            "The column notes.test does not exist; correct or remove it.",
            "data:personal note.text",
            "The column note.text does not exist; correct or remove it.",
            "data:private notes.text",
            "The category private does not exist; write data:personal or data:secret.",
            "DATA:secret notes.text",
            "The category secret does not exist; write data:personal or data:secret.",
            "data:secret text",
            "text is not a column; write table.column, separated by commas.",
            "data:secret",
            "The mark has no column; write table.column, separated by commas.",
            "pii:personal notes.text",
            "Write data:personal or data:secret without blanks.",
            "data : personal notes.text",
            "Write data:personal or data:secret without blanks.",
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
