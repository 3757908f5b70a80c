package dev.taskstore.db.internal.audit;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.Decimals;
import dev.taskstore.db.mapping.ValueLimits;
import dev.taskstore.db.spi.AuditTriggers;
import dev.taskstore.db.spi.AuditTriggers.Form;
import dev.taskstore.db.spi.DecimalBytes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** A column of an audited table: the form of its values in entries. Immutable. */
final class AuditColumn {

  private static final long NANOS_OF_MICRO = 1_000;
  private static final long MICROS_OF_SECOND = 1_000_000;

  /** A value of each class of stored forms. */
  private static final Map<Object, Form> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put("", Form.TEXT);
    FORMS.put(new UUID(0, 0), Form.UUID);
    FORMS.put(Instant.EPOCH, Form.INSTANT);
    FORMS.put(0L, Form.INTEGER);
    FORMS.put(0, Form.INTEGER);
    FORMS.put((short) 0, Form.INTEGER);
    FORMS.put(true, Form.BOOLEAN);
    FORMS.put(BigDecimal.ZERO, Form.DECIMAL);
    FORMS.put(0.0, Form.FLOATING_POINT);
    FORMS.put(0.0f, Form.FLOATING_POINT);
    FORMS.put(ValueLimits.MIN_TIMESTAMP, Form.TIMESTAMP);
    FORMS.put(LocalDate.EPOCH, Form.DATE);
    FORMS.put(LocalTime.MIN, Form.TIME);
    FORMS.put(Bytes.EMPTY, Form.BYTES);
  }

  private final String name;
  private final Codec<?, Object> codec;
  private final Form form;
  private final int precision;
  private final int scale;

  AuditColumn(Field<?> field) {
    this.name = field.getName();
    this.codec = Codec.of(field.getDataType());
    Form general =
        FORMS.entrySet().stream()
            .filter(sample -> codec.accepts(sample.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No form of the values of " + name));
    boolean isDecimal = general == Form.DECIMAL;
    this.precision = isDecimal ? field.getDataType().precision() : 0;
    this.scale = isDecimal ? field.getDataType().scale() : 0;
    this.form = precision > Decimals.MAX_LONG_PRECISION ? Form.LARGE_DECIMAL : general;
  }

  String name() {
    return name;
  }

  AuditTriggers.Column described(boolean isKept) {
    return new AuditTriggers.Column(name, form, precision, scale, isKept);
  }

  /**
   * Appends a value to a key, as the triggers write it.
   *
   * @throws ClassCastException when the value has another type than the column
   */
  void append(StringBuilder out, Object value) {
    Object stored = Objects.requireNonNull(codec.toStored(codec.javaType().cast(value)));
    switch (form) {
      case TEXT, UUID -> AuditJson.quote(out, String.valueOf(stored));
      case INSTANT -> out.append(micros((Instant) stored));
      case DATE -> out.append(((LocalDate) stored).toEpochDay());
      case TIME -> out.append(((LocalTime) stored).toNanoOfDay() / NANOS_OF_MICRO);
      case DECIMAL -> out.append(((BigDecimal) stored).toPlainString());
      case LARGE_DECIMAL ->
          AuditJson.quote(
              out,
              HexFormat.of()
                  .formatHex(
                      DecimalBytes.encode(((BigDecimal) stored).unscaledValue(), precision)));

      case TIMESTAMP -> out.append(micros(((LocalDateTime) stored).toInstant(ZoneOffset.UTC)));
      case BYTES -> AuditJson.quote(out, ((Bytes) stored).toHex());
      case INTEGER, BOOLEAN, FLOATING_POINT -> out.append(stored);
    }
  }

  /** {@link ChronoUnit#between} computes nanoseconds, which overflow. */
  private static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), MICROS_OF_SECOND),
        instant.getNano() / NANOS_OF_MICRO);
  }

  /**
   * Returns the value of an element of JSON.
   *
   * @throws RuntimeException when the element is not a value of the column's type
   */
  @Nullable Object value(@Nullable Object element) {
    return element == null ? null : codec.fromStored(stored(element));
  }

  private Object stored(Object element) {
    return switch (form) {
      case TEXT, BOOLEAN -> element;
      case UUID -> UUID.fromString((String) element);
      case INSTANT -> Instant.EPOCH.plus(number(element), ChronoUnit.MICROS);
      case DATE -> LocalDate.ofEpochDay(number(element));
      case TIME -> LocalTime.ofNanoOfDay(number(element) * NANOS_OF_MICRO);
      case DECIMAL -> ((BigDecimal) element).setScale(scale);
      case LARGE_DECIMAL ->
          new BigDecimal(
              DecimalBytes.decode(HexFormat.of().parseHex((String) element), precision), scale);
      case FLOATING_POINT -> floatingPoint(((BigDecimal) element).doubleValue());
      case TIMESTAMP ->
          LocalDateTime.ofInstant(
              Instant.EPOCH.plus(number(element), ChronoUnit.MICROS), ZoneOffset.UTC);
      case BYTES -> Bytes.ofHex((String) element);
      case INTEGER -> integer(number(element));
    };
  }

  private static long number(Object element) {
    return ((BigDecimal) element).longValueExact();
  }

  private Object floatingPoint(double number) {
    return codec.accepts(number) ? (Object) number : (Object) (float) number;
  }

  private Object integer(long number) {
    if (codec.accepts(number)) {
      return number;
    }
    return codec.accepts(0) ? (Object) Math.toIntExact(number) : (Object) (short) number;
  }
}
