package dev.taskstore.differential;

import dev.taskstore.differential.model.ModelOrder;
import dev.taskstore.differential.model.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An element of an ORDER BY clause.
 *
 * @param key what is compared
 * @param descending whether the order is descending
 * @param nulls the explicit position of nulls, if any
 * @param <M> the entity type
 */
record Sorting<M>(Key<M> key, boolean descending, Nulls nulls) {

  enum Nulls {
    UNSAID,
    FIRST,
    LAST
  }

  /** What is compared. */
  sealed interface Key<M> {

    SortField<?> sortField(boolean descending);

    @Nullable Object valueOf(M entity);

    boolean isNullable();

    /** Rejects values that no database accepts. */
    void check();
  }

  /** A column. */
  record ColumnKey<M>(Column<M, ?> column) implements Key<M> {

    @Override
    public SortField<?> sortField(boolean descending) {
      return descending ? column.field().desc() : column.field().asc();
    }

    /** Enums sort by the order of their constants, and are compared by their texts. */
    @Override
    public @Nullable Object valueOf(M entity) {
      Class<?> type = column.field().getType();
      return type.isEnum()
          ? (Object) Arrays.asList(type.getEnumConstants()).indexOf(column.property().apply(entity))
          : column.valueOf(entity);
    }

    @Override
    public boolean isNullable() {
      return column.isNullable();
    }

    @Override
    public void check() {}
  }

  /** The position in a list of values; null for other values. */
  record ListedKey<M, T>(Column<M, T> column, List<T> values) implements Key<M> {

    static <M, T> ListedKey<M, T> draw(Draw draw, Column<M, T> column) {
      List<T> values = new ArrayList<>(draw.list(2, column.draw()));
      values.add(column.draw().apply(draw));
      return new ListedKey<>(column, values.stream().distinct().toList());
    }

    @Override
    public SortField<?> sortField(boolean descending) {
      return descending ? column.field().sortDesc(values) : column.field().sortAsc(values);
    }

    @Override
    public @Nullable Object valueOf(M entity) {
      for (int i = 0; i < values.size(); i++) {
        Integer order = column.compare(entity, values.get(i));
        if (order != null && order == 0) {
          return i;
        }
      }
      return null;
    }

    @Override
    public boolean isNullable() {
      return true;
    }

    @Override
    public void check() {
      values.forEach(Values::checkParameter);
    }
  }

  /** A CASE expression without ELSE. */
  record CaseKey<M>(Filter<M> first, Filter<M> second) implements Key<M> {

    @Override
    public SortField<?> sortField(boolean descending) {
      Field<Integer> field = DSL.when(first.condition(), 1).when(second.condition(), 2);
      return descending ? field.desc() : field.asc();
    }

    @Override
    public @Nullable Object valueOf(M entity) {
      return first.accepts(entity) ? (Integer) 1 : second.accepts(entity) ? (Integer) 2 : null;
    }

    @Override
    public boolean isNullable() {
      return true;
    }

    @Override
    public void check() {
      first.check();
      second.check();
    }
  }

  static <M> Sorting<M> draw(Draw draw, List<Column<M, ?>> columns) {
    Nulls nulls = draw.chance(60) ? Nulls.UNSAID : draw.pick(List.of(Nulls.FIRST, Nulls.LAST));
    return new Sorting<>(key(draw, columns), draw.chance(50), nulls);
  }

  private static <M> Key<M> key(Draw draw, List<Column<M, ?>> columns) {
    int roll = draw.between(0, 9);
    if (roll == 0) {
      return new CaseKey<>(Filter.draw(draw, columns, 0), Filter.draw(draw, columns, 0));
    }
    Column<M, ?> column = draw.pick(columns);
    return roll == 1 ? ListedKey.draw(draw, column) : new ColumnKey<>(column);
  }

  SortField<?> sortField() {
    SortField<?> sort = key.sortField(descending);
    return switch (nulls) {
      case UNSAID -> sort;
      case FIRST -> sort.nullsFirst();
      case LAST -> sort.nullsLast();
    };
  }

  ModelOrder.Key<M> modelKey() {
    return new ModelOrder.Key<>(key::valueOf, descending, key.isNullable() && nulls == Nulls.FIRST);
  }

  void check() {
    key.check();
  }
}
