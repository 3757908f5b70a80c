package dev.taskstore.examples.web.api;

import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page in a response.
 *
 * @param items the items
 * @param next the value of {@code page} for the next page, or null on the last one
 * @param <T> the type of the items
 */
record ApiPage<T>(List<T> items, @Nullable String next) {

  static final int DEFAULT_SIZE = 50;
  static final int MAXIMUM_SIZE = 200;

  ApiPage {
    items = List.copyOf(items);
  }

  static <S, T> ApiPage<T> of(Page<S> page, Function<List<S>, List<T>> items) {
    return new ApiPage<>(
        items.apply(page.items()), page.next().map(PageRequest::token).orElse(null));
  }

  /** Returns the request for a page; a token contains the size. */
  static PageRequest request(@Nullable String token, int size) {
    PageRequest request =
        token == null || token.isEmpty() ? PageRequest.first(size) : PageRequest.of(token);
    if (request.size() > MAXIMUM_SIZE) {
      throw new InvalidArgumentException(
          "The size of a page must be 1 to " + MAXIMUM_SIZE + ".", FailureContext.NONE);
    }
    return request;
  }
}
