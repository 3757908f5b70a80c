package dev.taskstore.db;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * <p>Pages use keyset pagination: concurrent inserts and deletes neither repeat nor skip other
 * rows, and a page deep in the list costs as much as the first. Immutable if the items are.
 *
 * @param items the items in the order of the list; unmodifiable, without nulls
 * @param next the request for the next page; empty if this was the last page
 * @param previous the request for the previous page; empty if this was the first page
 * @param <T> the type of the items
 */
public record Page<T>(List<T> items, Optional<PageRequest> next, Optional<PageRequest> previous) {

  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Returns this page with each item replaced.
   *
   * @param mapper returns the replacement for an item, never null
   * @param <R> the type of the replacements
   * @return a page with the same next and previous requests
   */
  public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
    return new Page<>(items.stream().<R>map(mapper).toList(), next, previous);
  }
}
