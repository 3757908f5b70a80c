package dev.taskstore.differential;

import dev.taskstore.differential.model.Values;
import java.util.Comparator;
import java.util.List;
import org.jooq.SortField;

/**
 * A column of an ORDER BY clause.
 *
 * @param column the column
 * @param descending whether the order is descending
 * @param nulls the explicit position of nulls, if any
 * @param <M> the entity type
 */
record Sorting<M>(Column<M, ?> column, boolean descending, Nulls nulls) implements Comparator<M> {

  enum Nulls {
    UNSAID,
    FIRST,
    LAST
  }

  static <M> Sorting<M> draw(Draw draw, List<Column<M, ?>> columns) {
    Column<M, ?> column = draw.pick(columns);
    Nulls nulls = draw.chance(60) ? Nulls.UNSAID : draw.pick(List.of(Nulls.FIRST, Nulls.LAST));
    return new Sorting<>(column, draw.chance(50), nulls);
  }

  SortField<?> sortField() {
    SortField<?> sort = descending ? column.field().desc() : column.field().asc();
    return switch (nulls) {
      case UNSAID -> sort;
      case FIRST -> sort.nullsFirst();
      case LAST -> sort.nullsLast();
    };
  }

  @Override
  public int compare(M left, M right) {
    Object a = column.valueOf(left);
    Object b = column.valueOf(right);
    if (a == null || b == null) {
      int order = Boolean.compare(a == null, b == null);
      return nulls == Nulls.FIRST ? -order : order;
    }
    return descending ? Values.compare(b, a) : Values.compare(a, b);
  }
}
