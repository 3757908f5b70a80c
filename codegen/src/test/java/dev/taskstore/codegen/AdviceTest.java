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

  private static final Map<String, String> ADVICE =
      Map.of(
          "array",
          "create a table with a row for each element; or write type=\"json\" in a change, or"
              + " ${type.json} in SQL, instead",
          "binary",
          "write type=\"bytea\" in a change, or ${type.binary} in SQL, instead",
          "decimal",
          "write type=\"decimal(38,9)\" in a change, or ${type.decimal(38,9)} in SQL, instead",
          "duration",
          "write type=\"bigint\" in a change, or ${type.duration} in SQL, instead",
          "other",
          "use uuid, boolean, smallint, int, bigint, decimal(p,s), real, double, date, time,"
              + " timestamp, timestamp with time zone, varchar(n), blob, json or jsonb; or write"
              + " type=\"text\" in a change, or ${type.text} in SQL, instead",
          "time",
          "write type=\"time\" in a change, or ${type.time} in SQL, instead");

  /** A type that is not generated, how the message names it, and the advice. */
  private record Type(String written, String shown, String advice) {

    Type(String written, String advice) {
      this(written, written, advice);
    }
  }

  private static final List<Type> TYPES_OF_BOTH_DATABASES =
      List.of(
          new Type("numeric", "numeric without precision", "decimal"),
          new Type("time with time zone", "time"),
          new Type("timetz", "time with time zone", "time"),
          new Type("interval", "duration"),
          new Type("interval day", "duration"),
          new Type("interval second(3)", "duration"),
          new Type("integer array", "array"),
          new Type("text[]", "text array", "array"),
          new Type("inet", "other"),
          new Type("oid", "binary"),
          new Type("bit(8)", "other"),
          new Type("bit varying(8)", "other"));

  private static final List<Type> TYPES_OF_POSTGRES =
      List.of(
          new Type("time(6) with time zone", "time"),
          new Type("timetz(3)", "time(3) with time zone", "time"),
          new Type("varchar(5) array", "character varying(5) array", "array"),
          new Type("interval day to second", "duration"),
          new Type("interval day to second(3)", "duration"));

  private static final List<Type> TYPES_OF_CHANGES =
      List.of(
          new Type("blob", "oid", "binary"),
          new Type("decimal", "numeric without precision", "decimal"),
          new Type("timetz", "time with time zone", "time"),
          new Type("time with time zone", "time"),
          new Type("time(6) with time zone", "time"),
          new Type("interval", "duration"),
          new Type("int[]", "integer array", "array"),
          new Type("inet", "other"),
          new Type("bit(8)", "other"));

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> theAdvisedTypeIsGeneratedInSqlAndInAChange() {
    return tests(
        TYPES_OF_BOTH_DATABASES,
        (type, folder) -> {
          Advice advice = advised(folder, inSql(type.written()), type);

          generate(folder, inSql(advice.sql().orElseThrow()));
          generate(folder, inChange(advice.attributes().orElseThrow()));
        });
  }

  @TestFactory
  Stream<DynamicTest> theAdvisedTypeInSqlReplacesATypeThatOnlyPostgresReads() {
    return tests(
        TYPES_OF_POSTGRES,
        (type, folder) -> {
          Advice advice = advised(folder, limited(type.written(), "INTEGER"), type);

          String sql = advice.sql().orElseThrow();
          generate(folder, limited(sql, sql));
        });
  }

  @TestFactory
  Stream<DynamicTest> theAdviceForATypeThatADatabaseRejectsIsGenerated() {
    return Stream.of(
            new Type(inSql("time(6) with time zone"), "time"),
            new Type(inSql("interval day to second"), "duration"),
            new Type(inSql("varchar(5) array"), "array"),
            // Liquibase writes the fields twice.
            new Type(inChange("type=\"interval day\""), "duration"),
            new Type(inChange("type=\"interval day to second\""), "duration"))
        .map(
            type ->
                dynamicTest(
                    type.written(),
                    () -> {
                      Advice advice = advice(directory, type.written());

                      assertThat(advice.sentence())
                          .startsWith(ADVICE.get(type.advice()) + "; or correct it or, if only ");
                      generate(directory, inSql(advice.sql().orElseThrow()));
                      generate(directory, inChange(advice.attributes().orElseThrow()));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> theAdvisedAttributesOfAChangeAreGenerated() {
    return tests(
        TYPES_OF_CHANGES,
        (type, folder) -> {
          String attributes = "type=\"" + type.written() + "\"";
          Advice advice = advised(folder, inChange(attributes), type);

          generate(folder, inChange(advice.attributes().orElseThrow()));
        });
  }

  @Test
  void theAdvisedCheckOfAnEnumeratedTypeIsGenerated() {
    String type =
        """
        <changeSet id="mood" author="ada" dbms="postgresql">
          <sql>CREATE TYPE mood AS ENUM ('glad', 'sad')</sql>
        </changeSet>
        """;
    Advice advice = advice(directory, type + limited("mood", "TEXT"));

    assertThat(advice.sentence())
        .isEqualTo(
            "add a named CHECK (odd IN (...)), from which the enum is generated; or write"
                + " type=\"text\" in a change, or ${type.text} in SQL, instead");
    String check = " CONSTRAINT ck_notes_odd CHECK (odd IN ('glad', 'sad'))";
    generate(directory, type + limited("mood" + check, "TEXT" + check));
    assertThat(directory.resolve("output/scenario/NoteOdd.java")).exists();
    generate(directory, type + inSql(advice.sql().orElseThrow()));
    generate(directory, type + inChange(advice.attributes().orElseThrow()));
  }

  @Test
  void theTableWithoutAComputedColumnIsGenerated() {
    Advice advice = advice(directory, inSql("integer GENERATED ALWAYS AS (id + 1) STORED"));

    assertThat(advice)
        .isEqualTo(Advice.of("write the expression in the queries that need it instead"));
    generate(directory, TYPES + key("id bigint PRIMARY KEY"));
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

  @TestFactory
  Stream<DynamicTest> theAdvisedIdentityIsGenerated() {
    return Stream.of(
            "id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY",
            "id bigint GENERATED ALWAYS AS IDENTITY, CONSTRAINT pk_notes PRIMARY KEY (id)")
        .map(
            columns ->
                dynamicTest(
                    columns,
                    () -> {
                      Advice advice = advice(directory, key(columns));

                      assertThat(advice.sentence())
                          .startsWith(
                              "write type=\"bigint\" autoIncrement=\"true\" in a change, or"
                                  + " ${type.identity} with ${identity.options} after PRIMARY KEY in"
                                  + " SQL, instead; or ");
                      generate(
                          directory,
                          TYPES
                              + key(
                                  "id "
                                      + advice.sql().orElseThrow()
                                      + " CONSTRAINT pk_notes PRIMARY KEY ${identity.options}"));
                      generate(
                          directory,
                          """
                          <changeSet id="notes" author="ada">
                            <createTable tableName="notes">
                              <column name="id" %s><constraints primaryKey="true" primaryKeyName="pk_notes" nullable="false"/></column>
                            </createTable>
                          </changeSet>
                          """
                              .formatted(advice.attributes().orElseThrow()));
                    }));
  }

  @Test
  void theIdentityThatIsAdvisedForANumberOfPostgresOnlyIsGenerated() {
    assertThat(problem(directory, key("id bigserial PRIMARY KEY")))
        .hasMessageEndingWith(
            " is numbered by PostgreSQL only; write INTEGER PRIMARY KEY AUTOINCREMENT for SQLite, or"
                + " ${type.identity} with ${identity.options} after PRIMARY KEY for both.");
    generate(directory, TYPES + key("id ${type.identity} PRIMARY KEY ${identity.options}"));
  }

  @TestFactory
  Stream<DynamicTest> theAdvisedColumnInsteadOfAnIdentityOutsideTheKeyIsGenerated() {
    return Stream.of(
            inSql("bigint GENERATED ALWAYS AS IDENTITY"),
            inSql("bigserial NOT NULL"),
            limited("bigint GENERATED BY DEFAULT AS IDENTITY", "INTEGER NOT NULL"))
        .map(
            changelog ->
                dynamicTest(
                    changelog,
                    () -> {
                      Advice advice = advice(directory, changelog);

                      assertThat(advice.sentence())
                          .startsWith(
                              "write type=\"bigint\" in a change, or ${type.bigint} in SQL,"
                                  + " instead");
                      generate(directory, inSql(advice.sql().orElseThrow()));
                      generate(directory, inChange(advice.attributes().orElseThrow()));
                    }));
  }

  @Test
  void aColumnWithoutAutoIncrementOutsideTheKeyIsGenerated() {
    assertThat(problem(directory, inChange("type=\"bigint\" autoIncrement=\"true\"")))
        .hasMessageContaining(
            "Column notes.odd: SQLite generates the values of a primary key of one column only;"
                + " make the column the primary key, or remove autoIncrement");
    generate(directory, inChange("type=\"bigint\""));
  }

  @Test
  void anIdentityWithoutATypeOfTheApplicationIsGenerated() {
    String changelog = TYPES + key("id ${type.identity} PRIMARY KEY ${identity.options}");
    write(directory, changelog);
    GeneratorConfigurationBuilder configuration =
        XmlChangelog.configuration(directory)
            .columnType(
                new ColumnTypeMapping(
                    Pattern.compile("notes\\.id"), "scenario.NoteId", "scenario.NoteIdConverter"));

    assertThat(failure(configuration))
        .hasMessageEndingWith(
            " is an identity column with a type in columnTypes; remove it from columnTypes.");
    generate(directory, changelog);
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

  @FunctionalInterface
  private interface Application {
    void apply(Type type, Path folder);
  }

  private Stream<DynamicTest> tests(List<Type> types, Application application) {
    return types.stream()
        .map(
            type ->
                dynamicTest(
                    type.written(),
                    () ->
                        application.apply(
                            type, directory.resolve(String.valueOf(types.indexOf(type))))));
  }

  private static String inSql(String type) {
    return TYPES + key("id bigint PRIMARY KEY, odd " + type);
  }

  /** A changeset for each database. */
  private static String limited(String postgres, String sqlite) {
    return TYPES
        + """
        <changeSet id="notes" author="ada" dbms="postgresql">
          <sql>CREATE TABLE notes (id ${type.bigint} PRIMARY KEY, odd %s)</sql>
        </changeSet>
        <changeSet id="notes-of-sqlite" author="ada" dbms="sqlite">
          <sql>CREATE TABLE notes (id ${type.bigint} PRIMARY KEY NOT NULL, odd %s)</sql>
        </changeSet>
        """
            .formatted(postgres, sqlite);
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

  /** The advice of the only problem, which names the type. */
  private static Advice advised(Path folder, String changelog, Type type) {
    GenerationException failure = problem(folder, changelog);

    assertThat(failure)
        .hasMessage(
            "Column notes.odd of changelog master.xml (changeset notes) has the type "
                + type.shown()
                + "; "
                + ADVICE.get(type.advice())
                + ".");
    return failure.problems().get(0).advice();
  }

  private static Advice advice(Path folder, String changelog) {
    return problem(folder, changelog).problems().get(0).advice();
  }

  private static GenerationException problem(Path folder, String changelog) {
    write(folder, changelog);
    GenerationException failure = failure(XmlChangelog.configuration(folder));
    assertThat(failure.problems()).as(failure.getMessage()).hasSize(1);
    return failure;
  }

  private static GenerationException failure(GeneratorConfigurationBuilder configuration) {
    GenerationException failure =
        catchThrowableOfType(
            GenerationException.class,
            () -> new RepositoryGenerator().generate(configuration.build()));
    assertThat(failure).isNotNull();
    return failure;
  }

  private static void generate(Path folder, String changelog) {
    write(folder, changelog);
    new RepositoryGenerator().generate(XmlChangelog.configuration(folder).build());
  }

  private static void write(Path folder, String changelog) {
    XmlChangelog.write(folder.resolve("resources/master.xml"), XmlChangelog.of(changelog));
  }
}
