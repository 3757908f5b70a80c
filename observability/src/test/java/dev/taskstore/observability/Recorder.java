package dev.taskstore.observability;

import dev.taskstore.db.observation.DatabaseObserver;
import dev.taskstore.db.observation.DatabaseOperation;
import dev.taskstore.db.observation.OperationFailure;
import dev.taskstore.db.observation.OperationObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Records operations as lines of text. */
final class Recorder implements DatabaseObserver {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final AtomicInteger active = new AtomicInteger();

  @Override
  public OperationObserver started(DatabaseOperation operation) {
    active.incrementAndGet();
    lines.add(operation.kind() + " " + operation.summary() + " on " + operation.table());
    return result -> {
      active.decrementAndGet();
      OperationFailure failure = result.failure();
      lines.add(
          "ended "
              + operation.summary()
              + (result.count().isPresent() ? ", " + result.count().getAsLong() + " rows" : "")
              + (result.batchSize().isPresent() ? " of " + result.batchSize().getAsLong() : "")
              + (result.outcome() == null ? "" : ", " + result.outcome())
              + (failure == null
                  ? ""
                  : ", " + failure.type().getSimpleName() + " " + failure.constraint()));
    };
  }

  void clear() {
    lines.clear();
  }

  /** Returns the lines since the last call. */
  List<String> take() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }

  /** Returns how many operations have not ended. */
  int active() {
    return active.get();
  }
}
