package dev.taskstore.liquibase.sqlite.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.liquibase.sqlite.type.ColumnType;
import dev.taskstore.liquibase.sqlite.type.RecordedTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import liquibase.exception.UnexpectedLiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of types that changelogs contain. */
class TypeNamesTest {

  /**
   * Every name and alias of Liquibase, and spellings of other databases, that PostgreSQL accepts.
   */
  private static final List<String> NAMES =
      List.of(
          "bigint",
          "BIGINT",
          "bigint(20)",
          "int8",
          "integer8",
          "java.sql.Types.BIGINT",
          "java.math.BigInteger",
          "java.lang.Long",
          "int",
          "INT",
          "integer",
          "int(11)",
          "int4",
          "java.sql.Types.INTEGER",
          "java.lang.Integer",
          "smallint",
          "SMALLINT",
          "smallint(5)",
          "int2",
          "java.sql.Types.SMALLINT",
          "tinyint",
          "tinyint(1)",
          "java.sql.Types.TINYINT",
          "boolean",
          "BOOLEAN",
          "bool",
          "java.sql.Types.BOOLEAN",
          "java.lang.Boolean",
          "decimal(10,2)",
          "DECIMAL(10, 2)",
          "decimal(18)",
          "decimal(19,4)",
          "decimal(38, 10)",
          "java.sql.Types.DECIMAL(12,3)",
          "java.math.BigDecimal(5,1)",
          "number(10,2)",
          "number(19)",
          "number(1)",
          "numeric(5)",
          "NUMERIC(21,2)",
          "java.sql.Types.NUMERIC(7,7)",
          "double",
          "DOUBLE",
          "double precision",
          "float8",
          "java.sql.Types.DOUBLE",
          "java.lang.Double",
          "float",
          "FLOAT(53)",
          "float(24)",
          "real",
          "float4",
          "java.sql.Types.FLOAT",
          "java.lang.Float",
          "java.sql.Types.REAL",
          "uuid",
          "UUID",
          "uniqueidentifier",
          "java.util.UUID",
          "timestamp",
          "TIMESTAMP",
          "timestamp(6)",
          "timestamp(3)",
          "timestamp(0)",
          "timestamp without time zone",
          "timestamp(6) without time zone",
          "timestamp with time zone",
          "TIMESTAMP WITH TIME ZONE",
          "timestamp(6) with time zone",
          "timestamp(3) with time zone",
          "timestamptz",
          "java.sql.Types.TIMESTAMP",
          "java.sql.Types.TIMESTAMP_WITH_TIMEZONE",
          "java.sql.Timestamp",
          "datetime",
          "DATETIME",
          "datetime(6)",
          "datetime(3)",
          "java.sql.Types.DATETIME",
          "java.util.Date",
          "smalldatetime",
          "datetime2",
          "datetime2(6)",
          "date",
          "DATE",
          "java.sql.Types.DATE",
          "java.sql.Date",
          "time",
          "TIME",
          "time(6)",
          "time(0)",
          "time without time zone",
          "java.sql.Types.TIME",
          "java.sql.Time",
          "varchar(50)",
          "VARCHAR(255)",
          "varchar",
          "varchar(255 CHAR)",
          "varchar2(20)",
          "varchar2(255 BYTE)",
          "character varying(30)",
          "character varying",
          "java.sql.Types.VARCHAR(9)",
          "java.lang.String",
          "nvarchar(40)",
          "NVARCHAR2(12)",
          "nvarchar",
          "java.sql.Types.NVARCHAR(9)",
          "varchar(20) COLLATE \"C\"",
          "char(3)",
          "CHAR",
          "character(4)",
          "bpchar(5)",
          "nchar(7)",
          "java.sql.Types.CHAR(2)",
          "java.sql.Types.NCHAR(6)",
          "text",
          "clob",
          "CLOB",
          "longtext",
          "mediumtext",
          "tinytext",
          "longvarchar",
          "ntext",
          "nclob",
          "longnvarchar",
          "long varchar",
          "java.sql.Types.CLOB",
          "java.sql.Types.LONGVARCHAR",
          "java.sql.Types.NCLOB",
          "java.sql.Types.LONGNVARCHAR",
          "text COLLATE \"C\"",
          "bytea",
          "longblob",
          "mediumblob",
          "tinyblob",
          "binary",
          "binary(16)",
          "varbinary(255)",
          "varbinary",
          "longvarbinary",
          "image",
          "long binary",
          "long varbinary",
          "java.sql.Types.BINARY",
          "java.sql.Types.VARBINARY",
          "java.sql.Types.LONGVARBINARY",
          "json",
          "JSON",
          "jsonb",
          "JSONB");

  @TempDir Path folder;

  /** The server prints the types that it made of the names. */
  @Test
  void everyNameHasTheTypeThatPostgresqlGivesIt() {
    String columns =
        IntStream.range(0, NAMES.size())
            .mapToObj(i -> "<column name=\"c" + i + "\" type='" + NAMES.get(i) + "'/>")
            .collect(Collectors.joining());
    String table = "<createTable tableName=\"named\">" + columns + "</createTable>";
    try (BothDatabases both = new BothDatabases(folder).update(table)) {
      List<String> ofServer =
          both.postgres.query(
              "SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                  + " WHERE attrelid = 'named'::regclass AND attnum > 0 ORDER BY attnum");
      Map<String, String> recorded = RecordedTypes.of(both.sqlite.createTable("named"));
      List<String> differences = new ArrayList<>();
      for (int i = 0; i < NAMES.size(); i++) {
        String expected = standard(ofServer.get(i));
        if (!expected.equals(recorded.get("c" + i))) {
          differences.add(NAMES.get(i) + ": " + expected + " but " + recorded.get("c" + i));
        }
      }
      assertThat(differences).isEmpty();
      assertThat(recorded).hasSize(NAMES.size());
    }
  }

  private static String standard(String ofServer) {
    return ofServer
        .replace("numeric", "decimal")
        .replace("character varying", "varchar")
        .replace("character", "char")
        .replace(" without time zone", "")
        .replace("(6)", ofServer.startsWith("time") ? "" : "(6)");
  }

  @Test
  void recordedTypesAreNamesOfTheSameType() {
    for (String name : NAMES) {
      ColumnType type = ColumnType.of(name, false);
      ColumnType again = ColumnType.of(String.valueOf(type.standardType()), false);
      assertThat(again.definition()).isEqualTo(type.definition());
    }
  }

  @Test
  void bitsOfMysqlAreBooleansAndMediumintIsInteger() {
    assertThat(ColumnType.of("bit", false).definition()).isEqualTo("INTEGER /* boolean */");
    assertThat(ColumnType.of("bit(1)", false).definition()).isEqualTo("INTEGER /* boolean */");
    assertThat(ColumnType.of("mediumint", false).definition()).isEqualTo("INTEGER /* integer */");
    // Liquibase drops what follows int on PostgreSQL.
    assertThat(ColumnType.of("int unsigned", false).definition())
        .isEqualTo("INTEGER /* integer */");
    assertThat(ColumnType.of("blob", false).definition()).isEqualTo("BLOB /* bytea */");
    assertThat(ColumnType.of("java.sql.Types.BLOB", false).storage()).isEqualTo("BLOB");
  }

  @Test
  void storageClassesInUpperCaseHaveNoLimits() {
    for (String storage : List.of("INTEGER", "REAL", "TEXT", "BLOB")) {
      ColumnType type = ColumnType.of(storage, false);
      assertThat(type.definition()).isEqualTo(storage);
      assertThat(type.standardType()).isNull();
      assertThat(type.limits()).isEmpty();
    }
  }

  @Test
  void generatedColumnsAreWholeNumbers() {
    for (String name :
        List.of(
            "serial",
            "bigserial",
            "smallserial",
            "serial8",
            "serial4",
            "bigint{autoIncrement:true}")) {
      assertThat(ColumnType.of(name, true).storage()).isEqualTo("INTEGER");
    }
    assertThatThrownBy(() -> ColumnType.of("uuid", true))
        .isInstanceOf(UnexpectedLiquibaseException.class)
        .hasMessageContaining("write bigint with autoIncrement");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decimal",
        "numeric",
        "number",
        "currency",
        "money",
        "smallmoney",
        "java.sql.Types.DECIMAL",
        "java.math.BigDecimal",
        "decimal(1001)"
      })
  void decimalsWithoutDigitsHaveNoValues(String name) {
    hasNoValues(name);
  }

  private static void hasNoValues(String name) {
    ColumnType type = ColumnType.of(name, false);
    assertThat(type.isSupported()).isFalse();
    assertThat(type.storage()).isEqualTo("ANY");
    assertThat(type.literal(null)).isEqualTo("NULL");
    assertThatThrownBy(() -> type.literal("12"))
        .isInstanceOf(UnexpectedLiquibaseException.class)
        .hasMessageContaining("The type " + name + " has no equal on SQLite")
        .hasMessageContaining("write a standard type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interval",
        "inet",
        "mood",
        "text[]",
        "enum('a','b')",
        "bit(8)",
        "bit varying(3)",
        "timetz",
        "time with time zone",
        "citext",
        "tsvector",
        "varchar(max)",
        "float(10,2)",
        "oid",
        ""
      })
  void typesWithoutAnEqualHaveNoValues(String name) {
    hasNoValues(name);
  }

  @Test
  void collationsOtherThanByCodePointAreRefused() {
    assertThatThrownBy(() -> ColumnType.of("text COLLATE NOCASE", false))
        .isInstanceOf(UnexpectedLiquibaseException.class)
        .hasMessageContaining("write COLLATE \"C\"");
  }
}
