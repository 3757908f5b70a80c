package dev.taskstore.differential.model;

import java.util.List;
import java.util.function.Function;

/**
 * The order of a paged list.
 *
 * @param name identifies the order
 * @param columns the compared columns; rows with a null in one of them are not listed
 * @param descending whether the order is descending
 * @param <M> the type of the items
 */
public record ModelOrder<M>(String name, List<Function<M, Object>> columns, boolean descending) {

  List<Object> place(M entity) {
    return columns.stream().map(column -> column.apply(entity)).toList();
  }

  boolean isComplete(M entity) {
    return columns.stream().allMatch(column -> column.apply(entity) != null);
  }

  /** Compares two positions in the order of the list. */
  int compare(List<Object> left, List<Object> right) {
    for (int i = 0; i < columns.size(); i++) {
      int order = Values.compare(left.get(i), right.get(i));
      if (order != 0) {
        return descending ? -order : order;
      }
    }
    return 0;
  }
}
