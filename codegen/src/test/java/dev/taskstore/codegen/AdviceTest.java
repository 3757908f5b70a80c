package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taskstore.codegen.generation.RepositoryGenerator;
import dev.taskstore.codegen.problem.Advice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a message advises to write works when it is written. */
class AdviceTest {

  private static final String TYPES = "<include file=\"dev/taskstore/change-log/types.xml\"/>";

  private static final Pattern MODEL_NAME = Pattern.compile("<(\\w+)>(\\w+)</");

  private static final List<String> TYPES_IN_SQL =
      List.of("numeric", "timetz", "interval", "inet", "oid", "bit(8)");

  private static final List<String> ATTRIBUTES =
      List.of(
          "type=\"blob\"",
          "type=\"decimal\"",
          "type=\"timetz\"",
          "type=\"interval\"",
          "type=\"inet\"",
          "type=\"bit(8)\"");

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> theAdvisedTypeInSqlIsGenerated() {
    return TYPES_IN_SQL.stream()
        .map(
            type ->
                dynamicTest(
                    type,
                    () -> {
                      Path folder = directory.resolve("sql" + TYPES_IN_SQL.indexOf(type));
                      String sql = advice(folder, inSql(type)).sql().orElseThrow();

                      generate(folder, inSql(sql));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> theAdvisedAttributesOfAChangeAreGenerated() {
    return ATTRIBUTES.stream()
        .map(
            attributes ->
                dynamicTest(
                    attributes,
                    () -> {
                      Path folder = directory.resolve("change" + ATTRIBUTES.indexOf(attributes));
                      String advised =
                          advice(folder, inChange(attributes)).attributes().orElseThrow();

                      generate(folder, inChange(advised));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> theAdvisedAttributesForTypesOfSqlAreGenerated() {
    return TYPES_IN_SQL.stream()
        .map(
            type ->
                dynamicTest(
                    type,
                    () -> {
                      Path folder = directory.resolve("mixed" + TYPES_IN_SQL.indexOf(type));
                      String advised = advice(folder, inSql(type)).attributes().orElseThrow();

                      generate(folder, inChange(advised));
                    }));
  }

  @Test
  void theAdvisedVersionIsGenerated() {
    String column = "<column name=\"version\" %s>%s</column>";
    Advice advice =
        advice(directory, XmlChangelog.table("notes", column.formatted("type=\"int\"", "")));

    assertThat(advice.sentence()).contains(" with <constraints nullable=\"false\"/> in a change");
    generate(
        directory,
        XmlChangelog.table(
            "notes",
            column.formatted(
                advice.attributes().orElseThrow(), "<constraints nullable=\"false\"/>")));
    generate(
        directory, TYPES + key("id bigint PRIMARY KEY, version " + advice.sql().orElseThrow()));
  }

  @Test
  void identitiesAreGenerated() {
    generate(
        directory,
        TYPES + key("id ${type.identity} CONSTRAINT pk_notes PRIMARY KEY ${identity.options}"));
    generate(
        directory,
        """
        <changeSet id="notes" author="ada">
          <createTable tableName="notes">
            <column name="id" type="bigint" autoIncrement="true"><constraints primaryKey="true" primaryKeyName="pk_notes" nullable="false"/></column>
          </createTable>
        </changeSet>
        """);
  }

  @TestFactory
  Stream<DynamicTest> theAdvisedModelNameIsGenerated() {
    return Stream.of(
            key("id bigint PRIMARY KEY").replace("notes", "strings"),
            key("id bigint PRIMARY KEY") + key("id bigint PRIMARY KEY").replace("notes", "note"),
            key("id bigint PRIMARY KEY").replace("notes", "integers"))
        .map(
            changelog ->
                dynamicTest(
                    changelog,
                    () -> {
                      Advice advice = advice(directory, changelog);
                      Matcher name = MODEL_NAME.matcher(advice.sentence());

                      assertThat(name.find()).as(advice.sentence()).isTrue();
                      new RepositoryGenerator()
                          .generate(
                              XmlChangelog.configuration(directory)
                                  .modelNames(Map.of(name.group(1), name.group(2)))
                                  .build());
                    }));
  }

  @Test
  void theAdvisedPropertiesAreSet() {
    String table = XmlChangelog.table("notes", "<column name=\"body\" type=\"${kind}\"/>");
    String types = key("id ${type.bigint} PRIMARY KEY");

    assertThat(problem(directory, table))
        .hasMessage(
            "master.xml (changeset notes) uses ${kind}, which has no value; add <property"
                + " name=\"kind\" value=\"...\"/> before it.");
    generate(directory, "<property name=\"kind\" value=\"text\"/>" + table);
    String onOne = "<property name=\"kind\" value=\"text\" dbms=\"sqlite\"/>";
    assertThat(problem(directory, onOne + table))
        .hasMessageStartingWith(
            "master.xml (changeset notes) uses ${kind}, which has no value on PostgreSQL; add ");
    generate(directory, onOne + "<property name=\"kind\" value=\"text\"/>" + table);
    assertThat(problem(directory, types))
        .hasMessageContaining(
            "uses ${type.bigint}, which has no value; add " + TYPES + " before it");
    generate(directory, TYPES + types);
  }

  private static String inSql(String type) {
    return TYPES + key("id bigint PRIMARY KEY, odd " + type);
  }

  private static String key(String columns) {
    return """
    <changeSet id="notes" author="ada"><sql>CREATE TABLE notes (%s)</sql></changeSet>
    """
        .formatted(columns.replace("<", "&lt;"));
  }

  private static String inChange(String attributes) {
    return XmlChangelog.table("notes", "<column name=\"odd\" " + attributes + "/>");
  }

  private static Advice advice(Path folder, String changelog) {
    return problem(folder, changelog).problems().get(0).advice();
  }

  private static GenerationException problem(Path folder, String changelog) {
    GenerationException failure =
        catchThrowableOfType(GenerationException.class, () -> generate(folder, changelog));
    assertThat(failure).as(changelog).isNotNull();
    assertThat(failure.problems()).hasSize(1);
    return failure;
  }

  private static void generate(Path folder, String changelog) {
    XmlChangelog.write(folder.resolve("resources/master.xml"), XmlChangelog.of(changelog));
    new RepositoryGenerator().generate(XmlChangelog.configuration(folder).build());
  }
}
