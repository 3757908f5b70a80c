package dev.taskstore.codegen;

import static dev.taskstore.codegen.AdvisedChangelog.TYPES;
import static dev.taskstore.codegen.AdvisedChangelog.advice;
import static dev.taskstore.codegen.AdvisedChangelog.generate;
import static dev.taskstore.codegen.AdvisedChangelog.inChange;
import static dev.taskstore.codegen.AdvisedChangelog.inSql;
import static dev.taskstore.codegen.AdvisedChangelog.key;
import static dev.taskstore.codegen.AdvisedChangelog.limited;
import static dev.taskstore.codegen.AdvisedChangelog.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taskstore.codegen.problem.Advice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a message advises to write instead of a type works. */
class TypeAdviceTest {

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
  Stream<DynamicTest> theAdviceForATypeOfSqlThatSqliteDoesNotHaveIsGenerated() {
    return Stream.of(
            new Type(inSql("time(6) with time zone"), "time"),
            new Type(inSql("interval day to second"), "duration"),
            new Type(inSql("varchar(5) array"), "array"))
        .map(type -> adviceIsGenerated(type, ""));
  }

  @TestFactory
  Stream<DynamicTest> theAdviceForATypeThatADatabaseRejectsIsGenerated() {
    return Stream.of(
            // Liquibase writes the fields twice.
            new Type(inChange("type=\"interval day\""), "duration"),
            new Type(inChange("type=\"interval day to second\""), "duration"))
        .map(type -> adviceIsGenerated(type, "; or correct it or, if only "));
  }

  private DynamicTest adviceIsGenerated(Type type, String next) {
    return dynamicTest(
        type.written(),
        () -> {
          Advice advice = advice(directory, type.written());

          assertThat(advice.sentence()).startsWith(ADVICE.get(type.advice()) + next);
          generate(directory, inSql(advice.sql().orElseThrow()));
          generate(directory, inChange(advice.attributes().orElseThrow()));
        });
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
}
