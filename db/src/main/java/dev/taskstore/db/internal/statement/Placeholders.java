package dev.taskstore.db.internal.statement;

import dev.taskstore.db.Parameter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.impl.DSL;

/** Creates parameters for columns, and conditions with such parameters. */
final class Placeholders {

  private Placeholders() {}

  /** Returns one parameter for each column. */
  static List<Field<?>> of(List<? extends Field<?>> columns) {
    return columns.stream().<Field<?>>map(Parameter::of).toList();
  }

  /** Returns the condition that a column equals a parameter. */
  static <T> Condition equalTo(Field<T> column) {
    return column.eq(Parameter.of(column));
  }

  /** Returns the condition that the columns equal one of several lists of parameters. */
  static Condition in(List<? extends Field<?>> columns, int size) {
    return columns.size() == 1
        ? in(columns.get(0), size)
        : DSL.row(columns).in(rows(columns, Parameter::of, size));
  }

  private static <T> Condition in(Field<T> column, int size) {
    return column.in(IntStream.range(0, size).mapToObj(i -> Parameter.of(column)).toList());
  }

  /** Returns rows of parameters. */
  static RowN[] rows(
      List<? extends Field<?>> columns, Function<Field<?>, Field<?>> parameter, int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> DSL.row(columns.stream().map(parameter).toList()))
        .toArray(RowN[]::new);
  }
}
