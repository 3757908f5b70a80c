package dev.taskstore.db;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * <p>Pages are cut by keyset: rows that are inserted or deleted meanwhile neither repeat nor hide
 * others, and a page deep in the list costs as much as the first.
 *
 * @param items what is on the page, in the list's order; unmodifiable
 * @param next asks for the page behind this one; empty when there was none
 * @param previous asks for the page before this one; empty when there was none
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, Optional<PageRequest> next, Optional<PageRequest> previous) {

  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * The page with each item replaced.
   *
   * @param mapper gives the replacement, never null
   * @param <R> what is listed then
   * @return a page with the same neighbours
   */
  public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
    return new Page<>(items.stream().<R>map(mapper).toList(), next, previous);
  }
}
