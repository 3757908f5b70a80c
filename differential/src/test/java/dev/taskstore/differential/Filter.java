package dev.taskstore.differential;

import dev.taskstore.differential.model.Values;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A condition on entities, for jOOQ and in Java with the three-valued logic of SQL. */
sealed interface Filter<M>
    permits Filter.Comparison,
        Filter.Membership,
        Filter.Absence,
        Filter.Junction,
        Filter.Negation,
        TextFilter {

  Condition condition();

  /** Returns whether an entity matches; null stands for unknown. */
  @Nullable Boolean test(M entity);

  /** Rejects values that no database accepts. */
  void check();

  default boolean accepts(M entity) {
    return Boolean.TRUE.equals(test(entity));
  }

  static <M> Filter<M> draw(Draw draw, List<Column<M, ?>> columns, int depth) {
    int roll = draw.between(0, 9);
    if (depth > 0 && roll < 2) {
      return new Junction<>(
          draw.chance(50), draw(draw, columns, depth - 1), draw(draw, columns, depth - 1));
    } else if (depth > 0 && roll < 3) {
      return new Negation<>(draw(draw, columns, depth - 1));
    }
    List<Column<M, String>> texts = Column.texts(columns);
    if (!texts.isEmpty() && roll >= 7) {
      return TextFilter.draw(draw, texts);
    }
    Column<M, ?> column = draw.pick(columns);
    if (column.isNullable() && roll < 6) {
      return new Absence<>(column, draw.chance(50));
    }
    return comparison(draw, column);
  }

  private static <M, T> Filter<M> comparison(Draw draw, Column<M, T> column) {
    if (draw.chance(15)) {
      return new Membership<>(column, draw.list(3, column.draw()), draw.chance(30));
    }
    return new Comparison<>(
        column, draw.pick(List.of("=", "<>", "<", "<=", ">", ">=")), column.draw().apply(draw));
  }

  /** Compares a column with a value. */
  record Comparison<M, T>(Column<M, T> column, String operator, T value) implements Filter<M> {

    @Override
    public Condition condition() {
      return switch (operator) {
        case "=" -> column.field().eq(value);
        case "<>" -> column.field().ne(value);
        case "<" -> column.field().lt(value);
        case "<=" -> column.field().le(value);
        case ">" -> column.field().gt(value);
        default -> column.field().ge(value);
      };
    }

    @Override
    public @Nullable Boolean test(M entity) {
      Integer order = column.compare(entity, value);
      if (order == null) {
        return null;
      }
      return switch (operator) {
        case "=" -> order == 0;
        case "<>" -> order != 0;
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }

    @Override
    public void check() {
      Values.checkParameter(value);
    }
  }

  /** An IN or NOT IN predicate. */
  record Membership<M, T>(Column<M, T> column, List<T> values, boolean isNegated)
      implements Filter<M> {

    @Override
    public Condition condition() {
      return isNegated ? column.field().notIn(values) : column.field().in(values);
    }

    @Override
    public @Nullable Boolean test(M entity) {
      if (!values.isEmpty() && column.valueOf(entity) == null) {
        return null;
      }
      return values.stream().anyMatch(value -> column.compare(entity, value) == 0) != isNegated;
    }

    @Override
    public void check() {
      values.forEach(Values::checkParameter);
    }
  }

  /** An IS NULL or IS NOT NULL predicate. */
  record Absence<M>(Column<M, ?> column, boolean isNull) implements Filter<M> {

    @Override
    public Condition condition() {
      return isNull ? column.field().isNull() : column.field().isNotNull();
    }

    @Override
    public Boolean test(M entity) {
      return (column.valueOf(entity) == null) == isNull;
    }

    @Override
    public void check() {}
  }

  /** A conjunction or disjunction. */
  record Junction<M>(boolean isBoth, Filter<M> left, Filter<M> right) implements Filter<M> {

    @Override
    public Condition condition() {
      return isBoth
          ? left.condition().and(right.condition())
          : left.condition().or(right.condition());
    }

    @Override
    public @Nullable Boolean test(M entity) {
      Boolean first = left.test(entity);
      Boolean second = right.test(entity);
      Boolean decisive = !isBoth;
      if (decisive.equals(first) || decisive.equals(second)) {
        return decisive;
      }
      return (first == null || second == null) ? null : (Boolean) isBoth;
    }

    @Override
    public void check() {
      left.check();
      right.check();
    }
  }

  /** A negation. */
  record Negation<M>(Filter<M> filter) implements Filter<M> {

    @Override
    public Condition condition() {
      return DSL.not(filter.condition());
    }

    @Override
    public @Nullable Boolean test(M entity) {
      Boolean value = filter.test(entity);
      return value == null ? null : (Boolean) (!value);
    }

    @Override
    public void check() {
      filter.check();
    }
  }
}
