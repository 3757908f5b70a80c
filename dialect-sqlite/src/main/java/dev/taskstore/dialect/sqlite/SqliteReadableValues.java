package dev.taskstore.dialect.sqlite;

import dev.taskstore.db.mapping.ValueLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Recognizes values of the form that {@link SqliteValueStorage} reads, in SQL. */
final class SqliteReadableValues {

  /** The bytes of texts that are joined at most. */
  private static final long JOINED_BYTES = 1_000_000;

  /** The lowest and the highest stored integer. */
  private record Range(long lowest, long highest) {}

  private static final Map<Class<?>, Range> INTEGERS =
      Map.of(
          Long.class,
          new Range(Long.MIN_VALUE, Long.MAX_VALUE),
          Integer.class,
          new Range(Integer.MIN_VALUE, Integer.MAX_VALUE),
          Short.class,
          new Range(Short.MIN_VALUE, Short.MAX_VALUE),
          Boolean.class,
          new Range(0, 1),
          Instant.class,
          new Range(
              SqliteValueStorage.micros(ValueLimits.MIN_INSTANT),
              SqliteValueStorage.micros(ValueLimits.MAX_INSTANT)),
          LocalDateTime.class,
          new Range(
              SqliteValueStorage.micros(ValueLimits.MIN_INSTANT),
              SqliteValueStorage.micros(ValueLimits.MAX_INSTANT)),
          LocalDate.class,
          new Range(ValueLimits.MIN_DATE.toEpochDay(), ValueLimits.MAX_DATE.toEpochDay()),
          LocalTime.class,
          new Range(0, SqliteValueStorage.microOfDay(LocalTime.MAX)));

  private SqliteReadableValues() {}

  /** Returns the condition, or empty for types that must be read. */
  static Optional<Condition> condition(Field<?> field, Class<?> type) {
    if (type == UUID.class) {
      return Optional.of(DSL.condition("typeof({0}) = 'blob' and length({0}) = 16", field));
    }
    return Optional.ofNullable(INTEGERS.get(type))
        .map(
            range ->
                DSL.condition(
                    "typeof({0}) = 'integer' and {0} between {1} and {2}",
                    field, DSL.inline(range.lowest()), DSL.inline(range.highest())));
  }

  /** Values of another type are not equal to a text. */
  static Condition isOneOf(Field<?> field, List<String> texts) {
    return DSL.field("{0} collate binary", SQLDataType.CLOB, field)
        .in(texts.stream().map(DSL::inline).toList());
  }

  /** Malformed text stays so, because a space ends every sequence of bytes. */
  static Field<String> joinedText(List<? extends Field<?>> texts) {
    Field<?> size = DSL.inline(0);
    Field<?> joined = DSL.inline("");
    for (Field<?> text : texts) {
      size = DSL.field("{0} + coalesce(octet_length({1}), 0)", size, text);
      joined = DSL.field("{0} || ' ' || coalesce({1}, '')", joined, text);
    }
    return DSL.field(
        "case when {0} <= {1} then {2} end",
        SQLDataType.CLOB, size, DSL.inline(JOINED_BYTES), joined);
  }
}
