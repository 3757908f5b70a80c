package dev.taskstore.liquibase.sqlite.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.liquibase.sqlite.type.ColumnType;
import dev.taskstore.liquibase.sqlite.type.InvalidValueException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import liquibase.statement.DatabaseFunction;
import liquibase.statement.SequenceNextValueFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that a type does not have. */
class RefusedValuesTest {

  @TempDir Path folder;

  /** PostgreSQL refuses the same texts. */
  @Test
  void textsThatPostgresqlRefusesAreRefused() {
    List<String> refused =
        List.of(
            "smallint|32768",
            "integer|2147483648",
            "integer|1.5",
            "integer|abc",
            "bigint|9223372036854775808",
            "decimal(4,2)|100",
            "decimal(4,2)|99.995",
            "decimal(20,0)|x",
            "boolean|2",
            "boolean|maybe",
            "uuid|019a",
            "uuid|019a0000-0000-7000-8000-0000000000zz",
            "date|2023-02-29",
            "date|07:08:09",
            "date|someday",
            "time|25:00",
            "timestamp|2024-13-01",
            "timestamp|2024-05-06T07:08:61",
            "timestamp with time zone|07:08",
            "varchar(3)|abcd",
            "char(2)|abc",
            "json|{",
            "json|{'a':1}",
            "json|[1,]",
            "json|01",
            "json|nul",
            "json|\"\\x\"",
            "jsonb|\"\\u0000\"",
            "json|",
            "bytea|\\x0",
            "bytea|\\9",
            "double precision|1e400",
            "real|1e39");
    try (Migration postgres = Migration.postgres(folder)) {
      for (String line : refused) {
        String type = line.substring(0, line.indexOf('|'));
        String value = line.substring(line.indexOf('|') + 1);
        String ofServer = type.replace("decimal", "numeric");
        assertThatThrownBy(
                () -> {
                  postgres.execute("DROP TABLE IF EXISTS t");
                  postgres.execute("CREATE TABLE t (c " + ofServer + ")");
                  postgres.execute("INSERT INTO t VALUES ('" + value.replace("'", "''") + "')");
                },
                line)
            .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> ColumnType.of(type, false).literal(value), line)
            .isInstanceOf(InvalidValueException.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1,5", "", "0x10"})
  void numbersHaveDigitsOnly(String value) {
    for (String type :
        List.of("integer", "decimal(10,2)", "double precision", "real", "decimal(30,2)")) {
      assertThatThrownBy(() -> ColumnType.of(type, false).literal(value))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("the value is not a number, as " + type + " requires");
    }
  }

  @Test
  void textsWithNulOrHalfASurrogatePairAreRefused() {
    for (String value : List.of("a\0b", "\ud834", "x\udd1e")) {
      assertThatThrownBy(() -> ColumnType.of("text", false).literal(value))
          .isInstanceOf(InvalidValueException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "decimal(10,2)|price * 1.5",
        "decimal(10,2)|price + 5",
        "date|day + 1",
        "timestamp|at + interval '1 day'",
        "uuid|coalesce(code, '0')"
      })
  void expressionsWithConstantsAreRefusedWhereTheStoredFormDiffers(String type, String expression) {
    assertThatThrownBy(() -> ColumnType.of(type, false).literal(new DatabaseFunction(expression)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("contains a constant that is not in the form that SQLite stores");
  }

  @Test
  void expressionsOfColumnsAndQueriesRun() {
    ColumnType price = ColumnType.of("decimal(10,2)", false);
    assertThat(price.literal(new DatabaseFunction("price + tax"))).isEqualTo("(price + tax)");
    assertThat(price.literal(new DatabaseFunction("(SELECT max(price) FROM t WHERE id < 5)")))
        .isEqualTo("((SELECT max(price) FROM t WHERE id < 5))");
    assertThat(ColumnType.of("int", false).literal(new DatabaseFunction("n + 1")))
        .isEqualTo("(n + 1)");
  }

  @Test
  void sequencesAreRefused() {
    assertThatThrownBy(
            () -> ColumnType.of("bigint", false).literal(new SequenceNextValueFunction("s")))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("SQLite has no sequences; write autoIncrement");
  }

  @Test
  void currentTimeIsRefusedForTypesThatAreNotOfTime() {
    assertThatThrownBy(() -> ColumnType.of("int", false).literal(new DatabaseFunction("now()")))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("the type of the column is not one of time");
  }
}
