package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taskstore.codegen.generation.RepositoryGenerator;
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
    return Stream.of(
            refusal("numeric", "INTEGER", "has the type numeric without precision; write type="),
            refusal(
                "time with time zone", "INTEGER", "has the type time with time zone; write type"),
            refusal(
                "time(6) with time zone",
                "INTEGER",
                "has the type time(6) with time zone; write type"),
            refusal(
                "integer[]",
                "BLOB",
                "has the type integer array; create a table with a row for each element"),
            refusal(
                "interval day",
                "INTEGER",
                "has the type interval day; write type=\"bigint\" in a change, or ${type.duration} in"
                    + " SQL"),
            refusal(
                "bigserial",
                "INTEGER NOT NULL",
                "is an identity column outside the primary key; write type=\"bigint\""),
            refusal(
                "integer GENERATED ALWAYS AS (1 + 1) STORED",
                "integer GENERATED ALWAYS AS (1 + 1) STORED",
                "is computed; write the expression"))
        .map(
            refusal ->
                dynamicTest(
                    refusal.postgres(),
                    () ->
                        assertThatExceptionOfType(GenerationException.class)
                            .isThrownBy(
                                () ->
                                    Scenario.sql(
                                            directory,
                                            withColumn("uuid", refusal.postgres()),
                                            withColumn("BLOB", refusal.sqlite()))
                                        .generate())
                            .withMessageStartingWith(
                                "Column notes.odd of changelog change-log/master.sql (changeset"
                                    + " two) ")
                            .withMessageContaining(refusal.reason())
                            .withMessageEndingWith(" instead.")));
  }

  private static String withColumn(String key, String type) {
    return "CREATE TABLE notes (id " + key + " PRIMARY KEY, odd " + type + ");";
  }

  private record Refusal(String postgres, String sqlite, String reason) {}

  private static Refusal refusal(String postgres, String sqlite, String reason) {
    return new Refusal(postgres, sqlite, reason);
  }

  @Test
  void aDefaultThatIsNoConstantIsRefused() {
    refused(
        "CREATE TABLE notes (id uuid PRIMARY KEY, seen timestamp with time zone DEFAULT"
            + " CURRENT_TIMESTAMP NOT NULL);",
        "Column notes.seen of changelog change-log/master.sql (changeset one) has the DEFAULT"
            + " CURRENT_TIMESTAMP, which is not a constant");
  }

  @Test
  void aDefaultThatIsNotFiniteIsRefused() {
    refused(
        "CREATE TABLE notes (id uuid PRIMARY KEY, weight double precision DEFAULT 1e999 NOT NULL);",
        "change-log/master.sql (changeset one) fails on SQLite: the number is out of the range of"
            + " double precision.");
  }

  @Test
  void aDefaultThatTheCheckForbidsIsRefused() {
    refused(
        "CREATE TABLE notes (id uuid PRIMARY KEY, mood varchar DEFAULT 'sad' NOT NULL,"
            + " CONSTRAINT ck CHECK (mood IN ('glad', 'angry')));",
        "Column notes.mood of changelog change-log/master.sql (changeset one) has a DEFAULT that"
            + " its CHECK rejects");
  }

  @Test
  void aDefaultWithMoreDigitsThanItsColumnIsRefused() {
    refused(
        Scenario.sql(
            directory,
            "CREATE TABLE notes (id uuid PRIMARY KEY, price numeric(4, 2) DEFAULT 999.99);",
            "CREATE TABLE notes (id BLOB PRIMARY KEY, price INTEGER DEFAULT 99999);"),
        "Column notes.price of changelog change-log/master.sql (changeset two) has a DEFAULT with"
            + " more digits");
  }

  @Test
  void aVersionThatCouldNotBeComparedIsRefused() {
    refused(
        "CREATE TABLE notes (id uuid PRIMARY KEY, version smallint);",
        "Column notes.version of changelog change-log/master.sql (changeset one) is the version,"
            + " but accepts NULL");
    refused(
        "CREATE TABLE notes (id uuid PRIMARY KEY, version bigint);",
        "Column notes.version of changelog change-log/master.sql (changeset one) is the version,"
            + " but accepts NULL");
  }

  @Test
  void aModelNameThatJavaUsesIsRefused() {
    refused(
        "CREATE TABLE strings (id uuid PRIMARY KEY);",
        "Table strings of changelog change-log/master.sql (changeset one) has the model name"
            + " String");
  }

  @Test
  void twoTypesOfOneNameAreRefused() {
    refused(
        "CREATE TABLE note (id uuid PRIMARY KEY); CREATE TABLE notes (id uuid PRIMARY KEY);",
        "Table notes of changelog change-log/master.sql (changeset one) requires a type named Note,"
            + " as table note does");
  }

  @Test
  void aChangelogThatFailsIsNamedWithTheReason() {
    refused(
        "CREATE TABLE notes (id oops);",
        "change-log/master.sql (changeset one) fails on PostgreSQL: ERROR: type \"oops\" does not"
            + " exist");
    refused(
        "CREATE TABLE notes (id uuid PRIMARY KEY); SELECT pg_sleep(0);",
        "change-log/master.sql (changeset one) fails on SQLite: [SQLITE_ERROR] SQL error or missing"
            + " database (no such function: pg_sleep).");
  }

  @Test
  void aChangelogThatIsMissingIsNamedWithTheDirectories() {
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(
            () -> Scenario.of(directory.resolve("none"), directory.resolve("output")).generate())
        .withMessageStartingWith("The changelog change-log/master.sql is not in [")
        .withMessageContaining("add its directory to resources");
  }

  @Test
  void theFileAndTheChangesetThatBroughtAColumnAreNamed() throws IOException {
    Path resources = directory.resolve("resources");
    Files.createDirectories(resources.resolve("change-log"));
    Files.writeString(
        resources.resolve("change-log/001.sql"),
        """
        --liquibase formatted sql

        --changeset taskstore:notes
        CREATE TABLE notes (id uuid PRIMARY KEY);

        --changeset taskstore:odd
        ALTER TABLE notes ADD COLUMN odd interval day;
        """);
    Files.writeString(
        resources.resolve("change-log/master.xml"),
        """
        <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
          <include file="001.sql" relativeToChangelogFile="true"/>
        </databaseChangeLog>
        """);
    GeneratorConfiguration configuration =
        GeneratorConfiguration.forChangelog("change-log/master.xml")
            .resources(List.of(resources))
            .output(directory.resolve("output"))
            .build();

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> new RepositoryGenerator().generate(configuration))
        .withMessageStartingWith(
            "Column notes.odd of changelog change-log/001.sql (changeset odd) has the type"
                + " interval day;");
  }

  @Test
  void aVersionWithoutAKeyIsRefused() {
    refused(
        "CREATE TABLE notes (text varchar, version bigint NOT NULL);",
        "Column notes.version of changelog change-log/master.sql (changeset one) is the version,"
            + " but its table has no primary key");
  }

  @Test
  void anIdentityColumnThatIsNotAloneIsRefused() {
    refused(
        Scenario.sql(
            directory,
            "CREATE TABLE notes (id bigint GENERATED BY DEFAULT AS IDENTITY, part integer,"
                + " PRIMARY KEY (id, part));",
            "CREATE TABLE notes (id INTEGER NOT NULL, part INTEGER NOT NULL, PRIMARY KEY (id, part));"),
        "Column notes.id of changelog change-log/master.sql (changeset two) is an identity column"
            + " in a composite key");
  }

  @Test
  void namesThatGiveNoJavaNameAreRefused() {
    refused(
        "CREATE TABLE notes (id uuid PRIMARY KEY, \"+\" bigint);",
        "Column notes.+ of changelog change-log/master.sql (changeset one) has a name without a"
            + " letter or digit");
    refused(
        "CREATE TABLE notes (id uuid PRIMARY KEY, \"a-b\" bigint, a_b bigint);",
        "Column notes.a_b of changelog change-log/master.sql (changeset one) has the same Java name"
            + " A_B as column a-b");
    refused(
        "CREATE TABLE \"a-b\" (id uuid PRIMARY KEY); CREATE TABLE a_b (id uuid PRIMARY KEY);",
        "Table a_b of changelog change-log/master.sql (changeset one) has the same Java name A_B as"
            + " table a-b");
  }

  @Test
  void aModelNameThatIsNoJavaNameIsRefused() {
    Scenario scenario = Scenario.sql(directory, "CREATE TABLE notes (id uuid PRIMARY KEY);");
    scenario.configuration().modelNames(Map.of("notes", "My-Note"));

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(scenario::generate)
        .withMessageStartingWith(
            "Table notes of changelog change-log/master.sql (changeset one) has the model name"
                + " My-Note, which is not a valid Java name");
  }

  @Test
  void aPackageThatIsNoJavaNameIsRefused() {
    GeneratorConfigurationBuilder configuration =
        GeneratorConfiguration.forChangelog("a.xml").schemaPackage("com.example.class");

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(configuration::build)
        .withMessage(
            "schemaPackage is \"com.example.class\", which is not a valid Java package name; use"
                + " another name.");
  }

  @Test
  void aParameterWithoutAValueIsNamedWithTheWayOut() {
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(() -> generate("CREATE TABLE notes (id ${type.unknown});"))
        .withMessage(
            "change-log/master.sql (changeset one) uses ${type.unknown}, which has no value; add"
                + " <include file=\"dev/taskstore/change-log/types.xml\"/> before it, which defines"
                + " the storage types.");
  }

  @Test
  void aChangelogWithoutTablesIsRefused() {
    refused("SELECT 1;", "The changelog change-log/master.sql has no table to generate");
  }

  @Test
  void onePackageForEverythingIsRefused() {
    GeneratorConfigurationBuilder configuration =
        GeneratorConfiguration.forChangelog("a.xml").schemaPackage("one").modelPackage("one");

    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(configuration::build)
        .withMessageContaining("use a different package for the models");
  }

  @Test
  void aFailureLeavesTheSourcesOfTheLastRun() throws IOException {
    generate("CREATE TABLE notes (id uuid PRIMARY KEY);");

    refused("CREATE TABLE notes (id uuid PRIMARY KEY, odd interval day);", "Column notes.odd");

    assertThat(Files.exists(directory.resolve("output/scenario/Note.java"))).isTrue();
  }

  private void refused(String sql, String message) {
    refused(Scenario.sql(directory, sql), message);
  }

  private static void refused(Scenario scenario, String message) {
    assertThatExceptionOfType(GenerationException.class)
        .isThrownBy(scenario::generate)
        .withMessageStartingWith(message);
  }

  private List<Path> generate(String sql) {
    return Scenario.sql(directory, sql).generate().result().files();
  }
}
