package dev.taskstore.liquibase.sqlite.standard;

import dev.taskstore.liquibase.sqlite.type.RecordedTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads tables of both databases as Java values, independently of the code that writes them. */
final class StoredValues {

  private StoredValues() {}

  /** Returns the rows of a table by its first column, as texts of Java values. */
  static List<String> of(Migration migration, String table) {
    try (Statement statement = migration.connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1")) {
      boolean sqlite = migration.connection.getMetaData().getDatabaseProductName().equals("SQLite");
      Map<String, String> types =
          sqlite ? RecordedTypes.of(migration.createTable(table)) : Map.of();
      ResultSetMetaData columns = rows.getMetaData();
      List<String> result = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          Object value =
              sqlite
                  ? sqlite(rows, i, types.get(columns.getColumnName(i)))
                  : postgres(rows, i, columns.getColumnTypeName(i));
          row.add(columns.getColumnName(i) + "=" + value);
        }
        result.add(String.join("; ", row));
      }
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static Object postgres(ResultSet rows, int column, String type) throws SQLException {
    return switch (type) {
      case "timestamptz" -> rows.getObject(column, OffsetDateTime.class);
      case "timestamp" -> rows.getObject(column, LocalDateTime.class);
      case "date" -> rows.getObject(column, LocalDate.class);
      case "time" -> rows.getObject(column, LocalTime.class);
      case "bytea" -> hex(rows.getBytes(column));
      case "bpchar" ->
          rows.getString(column) == null ? null : rows.getString(column).stripTrailing();
      case "numeric" ->
          rows.getBigDecimal(column) == null ? null : rows.getBigDecimal(column).toPlainString();
      default -> rows.getObject(column) == null ? null : rows.getObject(column).toString();
    };
  }

  private static Object sqlite(ResultSet rows, int column, String type) throws SQLException {
    if (rows.getObject(column) == null) {
      return null;
    }
    String name = type == null ? "" : type.replaceFirst("\\(\\d+\\)", "");
    if (name.startsWith("decimal(")) {
      return decimal(rows, column, type);
    }
    return switch (name) {
      case "boolean" -> rows.getInt(column) == 1;
      case "timestamp with time zone" -> local(rows.getLong(column)).atOffset(ZoneOffset.UTC);
      case "timestamp" -> local(rows.getLong(column));
      case "date" -> LocalDate.ofEpochDay(rows.getLong(column));
      case "time" -> LocalTime.ofNanoOfDay(rows.getLong(column) * 1_000);
      case "uuid" -> {
        ByteBuffer bytes = ByteBuffer.wrap(rows.getBytes(column));
        yield new UUID(bytes.getLong(), bytes.getLong());
      }
      case "bytea" -> hex(rows.getBytes(column));
      case "real" -> (float) rows.getDouble(column);
      case "double precision" -> rows.getDouble(column);
      default -> rows.getString(column);
    };
  }

  static String decimal(ResultSet rows, int column, String type) throws SQLException {
    String[] parameters = type.replaceAll("[^0-9,-]", "").split(",");
    int scale = Integer.parseInt(parameters[1]);
    if (Integer.parseInt(parameters[0]) <= 18) {
      return BigDecimal.valueOf(rows.getLong(column), scale).toPlainString();
    }
    byte[] bytes = rows.getBytes(column);
    bytes[0] ^= (byte) 0x80;
    return new BigDecimal(new BigInteger(bytes), scale).toPlainString();
  }

  private static LocalDateTime local(long micros) {
    return LocalDateTime.of(1970, 1, 1, 0, 0).plus(micros, ChronoUnit.MICROS);
  }

  private static String hex(byte[] bytes) {
    return bytes == null ? null : HexFormat.of().formatHex(bytes);
  }
}
