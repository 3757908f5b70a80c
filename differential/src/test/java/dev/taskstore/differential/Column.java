package dev.taskstore.differential;

import dev.taskstore.differential.model.Values;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A column for conditions and orders.
 *
 * @param field the jOOQ field
 * @param property returns the value in an entity, possibly null
 * @param draw draws a value for comparisons
 * @param literal converts a value to the one that the database compares, such as the literal of an
 *     enum
 * @param <M> the entity type
 * @param <T> the type of the column
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

  /** Returns the columns that contain text. */
  @SuppressWarnings("unchecked") // Their type is checked.
  static <M> List<Column<M, String>> texts(List<Column<M, ?>> columns) {
    return columns.stream()
        .filter(column -> column.field().getType() == String.class)
        .map(column -> (Column<M, String>) column)
        .toList();
  }

  /** Returns the columns that contain numbers. */
  @SuppressWarnings("unchecked") // Their type is checked.
  static <M> List<Column<M, ? extends Number>> numbers(List<Column<M, ?>> columns) {
    List<Column<M, ? extends Number>> numbers = new ArrayList<>();
    for (Column<M, ?> column : columns) {
      if (Number.class.isAssignableFrom(column.field().getType())) {
        numbers.add((Column<M, ? extends Number>) column);
      }
    }
    return numbers;
  }

  boolean isNullable() {
    return field.getDataType().nullable();
  }

  @Nullable Object valueOf(M entity) {
    T value = property.apply(entity);
    return value == null ? null : literal.apply(value);
  }

  /** Compares the value of an entity with another value; null if the entity has none. */
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
