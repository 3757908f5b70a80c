package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads all pages of a list by their tokens, in both directions. */
final class PageWalk {

  private PageWalk() {}

  /** Asserts that the pages of each size are a list. */
  static <M> void assertPagesAre(
      List<M> expected, Function<PageRequest, Page<M>> read, int... sizes) {
    for (int size : sizes) {
      assertThat(walk(size, false, read)).as("forward by %d", size).isEqualTo(expected);
      assertThat(walk(size, true, read)).as("backward by %d", size).isEqualTo(expected);
    }
  }

  /** Reads all pages from one end to the other. */
  static <M> List<M> walk(int size, boolean backward, Function<PageRequest, Page<M>> read) {
    List<M> all = new ArrayList<>();
    Optional<PageRequest> request =
        Optional.of(backward ? PageRequest.last(size) : PageRequest.first(size));
    while (request.isPresent()) {
      Page<M> page = read.apply(PageRequest.of(request.get().token()));
      assertThat(page.items()).hasSizeBetween(1, size);
      all.addAll(backward ? 0 : all.size(), page.items());
      request = backward ? page.previous() : page.next();
    }
    return all;
  }
}
