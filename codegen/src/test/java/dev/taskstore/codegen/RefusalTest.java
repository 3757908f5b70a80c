package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class RefusalTest {

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> aTypeThatIsNotStoredAlikeEverywhereIsRefusedWithTheWayOut() {
    return Map.ofEntries(
            Map.entry(
                "decimal(10, 2)", "has the type numeric; write bigint with the smallest unit"),
            Map.entry("double precision", "has the type double precision; write bigint"),
            Map.entry("real", "has the type real; write bigint"),
            Map.entry("date", "has the type date; write varchar in ISO 8601"),
            Map.entry("time", "has the type time; write varchar in ISO 8601"),
            Map.entry("timestamp", "has the type timestamp; write timestamp(6) with time zone"),
            Map.entry(
                "timestamp(3) with time zone", "keeps less than microseconds; write timestamp(6)"),
            Map.entry("json", "has the type json; write varchar"),
            Map.entry("varbinary", "has the type binary varying; write varchar in Base64"),
            Map.entry("bytea", "has the type binary varying; write varchar in Base64"),
            Map.entry("char(5)", "has the type character; write varchar with a CHECK"),
            Map.entry("integer array", "array; write a table with a row for each element"),
            Map.entry("interval day", "write bigint with the number of units"),
            Map.entry("bigint GENERATED ALWAYS AS IDENTITY", "is an identity column; write a uuid"),
            Map.entry("bigserial", "is an identity column; write a uuid"),
            Map.entry("integer GENERATED ALWAYS AS (1 + 1)", "is computed; write the expression"))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            type ->
                dynamicTest(
                    type.getKey(),
                    () ->
                        assertThatExceptionOfType(GenerationException.class)
                            .isThrownBy(
                                () ->
                                    generate(
                                        "CREATE TABLE notes (id uuid PRIMARY KEY, odd "
                                            + type.getKey()
                                            + ");"))
                            .withMessageStartingWith(
                                "Column notes.odd of changelog change-log/master.sql ")
                            .withMessageContaining(type.getValue())
                            .withMessageEndingWith(" instead.")));
  }

  @Test
  void aDefaultThatIsNoConstantIsRefused() {
    refused(
        "CREATE TABLE notes (id uuid PRIMARY KEY, seen timestamp with time zone DEFAULT"
            + " CURRENT_TIMESTAMP NOT NULL);",
        "Column notes.seen of changelog change-log/master.sql has the DEFAULT CURRENT_TIMESTAMP,"
            + " which is no constant");
  }

  @Test
  void aDefaultThatTheCheckForbidsIsRefused() {
    refused(
        "CREATE TABLE notes (id uuid PRIMARY KEY, mood varchar DEFAULT 'sad' NOT NULL,"
            + " CONSTRAINT ck CHECK (mood IN ('glad', 'angry')));",
        "Column notes.mood of changelog change-log/master.sql has a DEFAULT that its CHECK forbids");
  }

  @Test
  void aVersionThatCouldNotBeComparedIsRefused() {
    refused(
        "CREATE TABLE notes (id uuid PRIMARY KEY, version integer NOT NULL);",
        "Column notes.version of changelog change-log/master.sql is the version and no bigint");
    refused(
        "CREATE TABLE notes (id uuid PRIMARY KEY, version bigint);",
        "Column notes.version of changelog change-log/master.sql is the version and takes NULL");
  }

  @Test
  void aModelNameThatJavaUsesIsRefused() {
    refused(
        "CREATE TABLE strings (id uuid PRIMARY KEY);",
        "The table strings of changelog change-log/master.sql gives the model name String");
  }

  @Test
  void twoTypesOfOneNameAreRefused() {
    refused(
        "CREATE TABLE note (id uuid PRIMARY KEY); CREATE TABLE notes (id uuid PRIMARY KEY);",
        "The tables note and notes of changelog change-log/master.sql both give a type Note");
  }

  @Test
  void aChangelogThatFailsIsNamedWithTheReason() {
    refused(
        "CREATE TABLE notes (id oops);", "The changelog change-log/master.sql does not run on H2");
  }

  @Test
  void aTypeThatPostgreSqlDoesNotKnowIsRefused() {
    refused(
        "CREATE TABLE notes (id uuid PRIMARY KEY, odd tinyint);",
        "The changelog change-log/master.sql does not run on H2, which the generator reads the schema"
            + " from: Unknown data type: \"TINYINT\"");
  }

  @Test
  void aChangelogThatIsMissingIsNamedWithTheDirectories() {
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(
            () -> Scenario.of(directory.resolve("none"), directory.resolve("output")).generate())
        .withMessageStartingWith("There is no changelog change-log/master.sql in [")
        .withMessageContaining("add its directory to resources");
  }

  @Test
  void aChangelogWithoutTablesIsRefused() {
    refused("SELECT 1;", "The changelog change-log/master.sql leaves no table to generate");
  }

  @Test
  void onePackageForEverythingIsRefused() {
    GeneratorConfigurationBuilder configuration =
        GeneratorConfiguration.forChangelog("a.xml").schemaPackage("one").modelPackage("one");

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(configuration::build)
        .withMessageContaining("give the models a package of their own");
  }

  @Test
  void aFailureLeavesTheSourcesOfTheLastRun() throws IOException {
    generate("CREATE TABLE notes (id uuid PRIMARY KEY);");

    refused("CREATE TABLE notes (id uuid PRIMARY KEY, odd date);", "Column notes.odd");

    assertThat(Files.exists(directory.resolve("output/scenario/Note.java"))).isTrue();
  }

  private void refused(String sql, String message) {
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> generate(sql))
        .withMessageStartingWith(message);
  }

  private List<Path> generate(String sql) {
    return Scenario.sql(directory, sql).generate().result().files();
  }
}
