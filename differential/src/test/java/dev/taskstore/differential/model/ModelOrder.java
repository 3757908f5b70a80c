package dev.taskstore.differential.model;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order of a paged list.
 *
 * @param name identifies the order
 * @param keys the compared values
 * @param withoutNulls whether rows with a null in one of the values are not listed
 * @param <M> the type of the items
 */
public record ModelOrder<M>(String name, List<Key<M>> keys, boolean withoutNulls) {

  /**
   * A compared value.
   *
   * @param value returns the value of a row, possibly null
   * @param descending whether the order is descending
   * @param nullsFirst whether nulls come first; otherwise they come last in both directions
   * @param <M> the type of the items
   */
  public record Key<M>(
      Function<M, @Nullable Object> value, boolean descending, boolean nullsFirst) {

    int compare(@Nullable Object left, @Nullable Object right) {
      if (left == null || right == null) {
        int order = Boolean.compare(left == null, right == null);
        return nullsFirst ? -order : order;
      }
      int order = Values.compare(left, right);
      return descending ? -order : order;
    }
  }

  /** Returns an order of values that are not null, in one direction. */
  static <M> ModelOrder<M> of(String name, List<Function<M, Object>> values, boolean descending) {
    return new ModelOrder<>(
        name, values.stream().map(value -> new Key<M>(value, descending, false)).toList(), true);
  }

  List<@Nullable Object> place(M entity) {
    return keys.stream().<@Nullable Object>map(key -> key.value().apply(entity)).toList();
  }

  boolean isComplete(M entity) {
    return !withoutNulls || accepts(place(entity));
  }

  /** Returns whether a position may be one of this order. */
  boolean accepts(List<@Nullable Object> place) {
    return !withoutNulls || place.stream().allMatch(Objects::nonNull);
  }

  /** Sorts rows that are in the order of the key. */
  public List<M> sorted(List<M> rows) {
    return rows.stream()
        .filter(this::isComplete)
        .sorted((a, b) -> compare(place(a), place(b)))
        .toList();
  }

  /** Compares two positions in the order of the list. */
  int compare(List<@Nullable Object> left, List<@Nullable Object> right) {
    for (int i = 0; i < keys.size(); i++) {
      int order = keys.get(i).compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
