package dev.taskstore.differential;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The page requests of the last few pages, to be reused after the lists have changed. */
final class Bookmarks<R> {

  private static final int KEPT = 4;

  private final Deque<R> requests = new ArrayDeque<>();

  void add(R request) {
    requests.addLast(request);
    if (requests.size() > KEPT) {
      requests.removeFirst();
    }
  }

  Optional<R> get(int index) {
    return requests.stream().skip(requests.isEmpty() ? 0 : index % requests.size()).findFirst();
  }
}
