package dev.taskstore.transfer;

import dev.taskstore.db.Database;
import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.ValueLimits;
import dev.taskstore.dialect.tck.values.schema.DefaultSchema;
import dev.taskstore.transfer.rows.TableColumn;
import dev.taskstore.transfer.rows.TableLoader;
import dev.taskstore.transfer.rows.TableShape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Schema;

/** The least, the greatest and unusual values of each type, in tables with a column of the type. */
final class ValueRows {

  static final String CHANGELOG = "dev/taskstore/dialect/tck/values/change-log/master.xml";
  static final Schema SCHEMA = DefaultSchema.DEFAULT_SCHEMA;

  private ValueRows() {}

  /** Returns the number of rows. */
  static int insert(Database database) {
    return database.transactionResult(
        tx ->
            tx.dsl()
                .connectionResult(
                    connection -> {
                      int rows = 0;
                      for (TableShape table : tables()) {
                        List<Object[]> values = rows(table);
                        new TableLoader(tx.dsl(), database.dialect(), table)
                            .load(connection, values.iterator());
                        rows += values.size();
                      }
                      return rows;
                    }));
  }

  private static List<TableShape> tables() {
    return TableShape.of(SCHEMA).stream()
        .filter(table -> table.name().endsWith("_values"))
        .toList();
  }

  private static List<Object[]> rows(TableShape table) {
    List<?> samples = samples(table.name(), table.columns().get(0));
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      Object other = i % 3 == 0 ? null : samples.get(samples.size() - 1 - i);
      rows.add(new Object[] {samples.get(i), other, samples.get(0)});
    }
    return rows;
  }

  private static List<?> samples(String table, TableColumn column) {
    if (table.equals("json_values")) {
      return List.of("{}", "[1, 2.50, \"\\u00e9\"]", "{\"a\":  null}", "\"🔬\"");
    }
    if (table.equals("milli_values")) {
      return List.of(ValueLimits.MIN_INSTANT, Instant.parse("1969-12-31T23:59:59.999Z"));
    }
    if (table.equals("centi_values")) {
      return List.of(ValueLimits.MIN_TIMESTAMP, LocalDateTime.parse("9999-12-31T23:59:59.99"));
    }
    if (table.equals("second_values")) {
      return List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59));
    }
    return switch (column.type()) {
      case TEXT ->
          List.of(
              "", "a", "A", "\u00e9", "e\u0301", "\\N", "\t", "\n\r", "'\"", "\uFFFD", "\uE000",
              "🔬", "日");
      case CHARACTER -> List.of("", "a", "\u00e9", "ab\t", "\u65e5");
      case ENUM -> List.of("happy", "sad");
      case JSON, JSONB -> List.of("{}", "[1, 2.5]");
      case UUID ->
          List.of(
              new UUID(0, 0),
              new UUID(-1, -1),
              new UUID(Long.MIN_VALUE, 0),
              new UUID(Long.MAX_VALUE, Long.MIN_VALUE));
      case INSTANT ->
          List.of(
              ValueLimits.MIN_INSTANT,
              ValueLimits.MAX_INSTANT,
              Instant.EPOCH,
              Instant.parse("1582-10-10T12:00:00.000001Z"),
              Instant.parse("2026-03-29T01:30:00.123456Z"));
      case BIGINT ->
          table.equals("duration_values")
              ? List.of(0L, 1L, -1L, 5_400_000_000L)
              : List.of(Long.MIN_VALUE, Long.MAX_VALUE, 0L, -1L, 3_000_000_000L);
      case INTEGER -> List.of(Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -1);
      case SMALLINT -> List.of(Short.MIN_VALUE, Short.MAX_VALUE, (short) 0, (short) -1);
      case BOOLEAN -> List.of(false, true);
      case DECIMAL -> {
        long nines = table.startsWith("decimal") ? 999_999_999_999L : 999_999_999_999_999_999L;
        yield List.of(
            BigDecimal.valueOf(nines, column.scale()),
            BigDecimal.valueOf(-nines, column.scale()),
            BigDecimal.valueOf(0, column.scale()),
            BigDecimal.valueOf(10, column.scale()));
      }
      case LARGE_DECIMAL -> {
        BigInteger nines = BigInteger.TEN.pow(column.precision()).subtract(BigInteger.ONE);
        yield List.of(
            new BigDecimal(nines, column.scale()),
            new BigDecimal(nines.negate(), column.scale()),
            BigDecimal.valueOf(0, column.scale()),
            BigDecimal.valueOf(-1, column.scale()));
      }
      case DOUBLE -> List.of(-Double.MAX_VALUE, Double.MIN_VALUE, 0.0, 1.0 / 3, Math.nextUp(1.0));
      case REAL -> List.of(-Float.MAX_VALUE, Float.MIN_VALUE, 0.0f, 1.0f / 3, 0.1f);
      case TIMESTAMP ->
          List.of(
              ValueLimits.MIN_TIMESTAMP,
              ValueLimits.MAX_TIMESTAMP,
              LocalDateTime.parse("1969-12-31T23:59:59.999999"),
              LocalDateTime.parse("2026-03-29T02:30:00.123456"));
      case DATE -> List.of(ValueLimits.MIN_DATE, ValueLimits.MAX_DATE, LocalDate.of(2024, 2, 29));
      case TIME ->
          List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59, 999_999_000), LocalTime.NOON);
      case BYTES -> {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
          all[i] = (byte) i;
        }
        yield List.of(Bytes.EMPTY, Bytes.of(all), Bytes.of(new byte[] {0}), Bytes.ofHex("ff00"));
      }
    };
  }
}
