package dev.taskstore.dialect.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of columns whose binary format is read and written. */
enum PostgresColumnType {
  TEXT(String.class, "text", "varchar", "json"),
  CHARACTER(String.class, "bpchar"),
  JSONB(String.class, "jsonb"),
  UUID(java.util.UUID.class, "uuid"),
  TIMESTAMPTZ(Instant.class, "timestamptz"),
  BIGINT(Long.class, "int8"),
  INTEGER(Integer.class, "int4"),
  SMALLINT(Short.class, "int2"),
  BOOLEAN(Boolean.class, "bool"),
  NUMERIC(java.math.BigDecimal.class, "numeric"),
  DOUBLE(Double.class, "float8"),
  REAL(Float.class, "float4"),
  TIMESTAMP(LocalDateTime.class, "timestamp"),
  DATE(LocalDate.class, "date"),
  TIME(LocalTime.class, "time"),
  BYTEA(byte[].class, "bytea");

  /** The server counts dates and instants from the beginning of the year 2000. */
  static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

  static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  /** The microseconds from 1970 to the beginning of the year 2000. */
  static final long EPOCH_MICROS = EPOCH_DAY * 86_400 * MICROS_PER_SECOND;

  private final Class<?> javaType;
  private final Set<String> names;

  PostgresColumnType(Class<?> javaType, String... names) {
    this.javaType = javaType;
    this.names = Set.of(names);
  }

  /** Returns the class of the values that the library stores in such a column. */
  Class<?> javaType() {
    return javaType;
  }

  /** Returns the microseconds since 1970. */
  static long micros(Instant instant) {
    return instant.getEpochSecond() * MICROS_PER_SECOND + instant.getNano() / NANOS_PER_MICRO;
  }

  /** Returns the microseconds since the beginning of 1970. */
  static long micros(LocalDateTime timestamp) {
    return micros(timestamp.toInstant(ZoneOffset.UTC));
  }

  private static @Nullable PostgresColumnType of(String name) {
    for (PostgresColumnType type : values()) {
      if (type.names.contains(name)) {
        return type;
      }
    }
    return null;
  }

  /**
   * Returns the types of the columns of a query, or null if one of them has another type. No row is
   * read. A prepared statement would be described under a name, which poolers in transaction mode
   * do not support.
   */
  static @Nullable List<PostgresColumnType> ofQuery(Connection connection, String query)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet noRows =
            statement.executeQuery("SELECT * FROM (" + query + ") AS described LIMIT 0")) {
      ResultSetMetaData columns = noRows.getMetaData();
      List<PostgresColumnType> types = new ArrayList<>(columns.getColumnCount());
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        PostgresColumnType type = of(columns.getColumnTypeName(i));
        if (type == null) {
          return null;
        }
        types.add(type);
      }
      return types;
    }
  }

  /**
   * Returns the types of columns of a table, or null if one of them has another type. Requires no
   * privilege on the table.
   *
   * @param table the name of the table, quoted for SQL
   * @param columns the names of the columns, quoted for SQL
   */
  static @Nullable List<PostgresColumnType> ofTable(
      Connection connection, String table, List<String> columns) throws SQLException {
    // The type of a row has the name of its table, and a type such as date hides it.
    Map<String, String> names = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet attributes =
            statement.executeQuery(
                "SELECT a.attname, t.typname FROM pg_catalog.pg_attribute a"
                    + " JOIN pg_catalog.pg_type t ON t.oid = a.atttypid WHERE a.attrelid ="
                    + " pg_catalog.to_regclass('"
                    + table.replace("'", "''")
                    + "') AND a.attnum > 0 AND NOT a.attisdropped")) {
      while (attributes.next()) {
        names.put(attributes.getString(1), attributes.getString(2));
      }
    }
    List<PostgresColumnType> types = new ArrayList<>(columns.size());
    for (String column : columns) {
      PostgresColumnType type = of(names.getOrDefault(unquoted(column), ""));
      if (type == null) {
        return null;
      }
      types.add(type);
    }
    return types;
  }

  private static String unquoted(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name.toLowerCase(Locale.ROOT);
  }
}
