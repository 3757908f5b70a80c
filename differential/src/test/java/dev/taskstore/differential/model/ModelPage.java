package dev.taskstore.differential.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param items the items
 * @param next the request for the next page
 * @param previous the request for the previous page
 * @param <M> the type of the items
 */
public record ModelPage<M>(List<M> items, Optional<Request> next, Optional<Request> previous) {

  private static final int LARGEST = 1_000;

  /**
   * A request for a page.
   *
   * @param size the maximum number of items
   * @param backward whether the page ends at the place, or at the end of the list without one
   * @param order the order of the place; null without a place
   * @param place the position in the list; null for the first and the last page
   */
  public record Request(
      int size, boolean backward, @Nullable String order, @Nullable List<@Nullable Object> place) {

    /** Rejects sizes out of range. */
    public Request {
      if (size < 1 || size > LARGEST) {
        throw ModelFailure.invalid();
      }
    }
  }

  /** Rejects a request of another list. */
  static void checkRequest(ModelOrder<?> order, Request request) {
    boolean fits =
        request.order() == null
            || (request.order().equals(order.name()) && order.accepts(request.place()));
    if (!fits) {
      throw ModelFailure.invalid();
    }
  }

  /** Returns a page of all rows of a list, which may be in any order. */
  static <M> ModelPage<M> cut(List<M> all, ModelOrder<M> order, Request request) {
    List<@Nullable Object> place = request.place();
    List<M> sorted =
        all.stream()
            .filter(order::isComplete)
            .sorted((a, b) -> order.compare(order.place(a), order.place(b)))
            .toList();
    List<M> reachable =
        sorted.stream()
            .filter(
                item ->
                    place == null
                        || (request.backward()
                            ? order.compare(order.place(item), place) < 0
                            : order.compare(order.place(item), place) > 0))
            .toList();
    int shown = Math.min(request.size(), reachable.size());
    boolean more = reachable.size() > shown;
    List<M> items =
        request.backward()
            ? reachable.subList(reachable.size() - shown, reachable.size())
            : reachable.subList(0, shown);
    boolean cameFrom = place != null;
    boolean hasNext = request.backward() ? cameFrom : more;
    boolean hasPrevious = request.backward() ? more : cameFrom;
    return new ModelPage<>(
        items,
        hasNext ? Optional.of(neighbour(items, order, request, false)) : Optional.empty(),
        hasPrevious ? Optional.of(neighbour(items, order, request, true)) : Optional.empty());
  }

  /** An empty page is at the start or the end of the list. */
  private static <M> Request neighbour(
      List<M> items, ModelOrder<M> order, Request request, boolean backward) {
    if (items.isEmpty()) {
      return new Request(request.size(), backward, null, null);
    }
    M edge = items.get(backward ? 0 : items.size() - 1);
    return new Request(request.size(), backward, order.name(), order.place(edge));
  }
}
