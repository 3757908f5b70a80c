package dev.taskstore.db.internal.value;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.RowWriter;
import dev.taskstore.db.mapping.TextType;
import dev.taskstore.db.spi.ValueStorage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Renders a value as a literal of the dialect's SQL. */
public final class LiteralRowWriter implements RowWriter {

  private final ValueStorage storage;
  private String sql = "";

  public LiteralRowWriter(ValueStorage storage) {
    this.storage = storage;
  }

  /** Returns the literal of the last value that was written. */
  public String sql() {
    return sql;
  }

  private <T> RowWriter render(@Nullable T value, Function<T, String> literal) {
    sql = value == null ? "null" : literal.apply(value);
    return this;
  }

  @Override
  public RowWriter text(@Nullable String value) {
    return text(value, TextType.TEXT);
  }

  @Override
  public RowWriter text(@Nullable String value, TextType type) {
    return render(value, text -> storage.textLiteral(text, type));
  }

  @Override
  public RowWriter uuid(@Nullable UUID value) {
    return render(value, storage::uuidLiteral);
  }

  @Override
  public RowWriter instant(@Nullable Instant value) {
    return render(value, storage::instantLiteral);
  }

  @Override
  public RowWriter bigint(@Nullable Long value) {
    return render(value, Object::toString);
  }

  @Override
  public RowWriter integer(@Nullable Integer value) {
    return render(value, Object::toString);
  }

  @Override
  public RowWriter smallint(@Nullable Short value) {
    return render(value, Object::toString);
  }

  @Override
  public RowWriter bool(@Nullable Boolean value) {
    return render(value, Object::toString);
  }

  @Override
  public RowWriter decimal(@Nullable BigDecimal value, int precision) {
    return render(value, decimal -> storage.decimalLiteral(decimal, precision));
  }

  @Override
  public RowWriter doublePrecision(@Nullable Double value) {
    return render(value, storage::doubleLiteral);
  }

  @Override
  public RowWriter real(@Nullable Float value) {
    return render(value, storage::realLiteral);
  }

  @Override
  public RowWriter timestamp(@Nullable LocalDateTime value) {
    return render(value, storage::timestampLiteral);
  }

  @Override
  public RowWriter date(@Nullable LocalDate value) {
    return render(value, storage::dateLiteral);
  }

  @Override
  public RowWriter time(@Nullable LocalTime value) {
    return render(value, storage::timeLiteral);
  }

  @Override
  public RowWriter bytes(@Nullable Bytes value) {
    return render(value, bytes -> storage.bytesLiteral(bytes.toByteArray()));
  }
}
