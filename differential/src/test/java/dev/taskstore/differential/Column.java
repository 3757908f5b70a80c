package dev.taskstore.differential;

import dev.taskstore.differential.model.Values;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A column that conditions and orders can be made of.
 *
 * @param field the column, as jOOQ has it
 * @param property its value in an entity, possibly null
 * @param draw draws a value to compare with
 * @param literal what the database compares: an enum's text, for example
 * @param <M> the entity
 * @param <T> the column's type
 */
record Column<M, T>(
    TableField<?, T> field,
    Function<M, T> property,
    Function<Draw, T> draw,
    Function<T, Object> literal) {

  static <M, T> Column<M, T> of(
      TableField<?, T> field, Function<M, T> property, Function<Draw, T> draw) {
    return new Column<>(field, property, draw, value -> value);
  }

  static <M, T> Column<M, T> of(
      TableField<?, T> field,
      Function<M, T> property,
      Function<Draw, T> draw,
      Function<T, Object> literal) {
    return new Column<>(field, property, draw, literal);
  }

  boolean isNullable() {
    return field.getDataType().nullable();
  }

  @Nullable Object valueOf(M entity) {
    T value = property.apply(entity);
    return value == null ? null : literal.apply(value);
  }

  /** How the value of an entity compares with another one; null when it has none. */
  @Nullable Integer compare(M entity, T other) {
    Object value = valueOf(entity);
    Object stored = literal.apply(other);
    Object truncated =
        stored instanceof Instant instant ? instant.truncatedTo(ChronoUnit.MICROS) : stored;
    return value == null ? null : (Integer) Values.compare(value, truncated);
  }

  @Override
  public String toString() {
    return field.getName();
  }
}
