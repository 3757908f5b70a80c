package dev.taskstore.db.internal.replica;

import dev.taskstore.db.spi.ReplicationPosition;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Positions of the primary and when they were read. A replica that has replayed a position is not
 * staler than its age, whatever the clocks of the servers say. Thread-safe.
 */
final class PrimaryPositions {

  /** At two samples a second, five minutes. */
  private static final int MAXIMUM_SAMPLES = 600;

  /** A position, and the time before it was read. */
  private record Sample(long takenAt, ReplicationPosition position) {}

  private final Deque<Sample> samples = new ArrayDeque<>();

  /**
   * Adds a position.
   *
   * @param takenAt the time of {@link System#nanoTime} before the position was read
   */
  synchronized void add(long takenAt, ReplicationPosition position) {
    samples.addLast(new Sample(takenAt, position));
    if (samples.size() > MAXIMUM_SAMPLES) {
      samples.removeFirst();
    }
  }

  /** Returns the oldest known position that is not older than a limit, or null if there is none. */
  synchronized @Nullable ReplicationPosition within(Duration limit, long now) {
    long nanos = limit.compareTo(Duration.ofDays(1)) > 0 ? Long.MAX_VALUE : limit.toNanos();
    for (Sample sample : samples) {
      if (now - sample.takenAt <= nanos) {
        return sample.position;
      }
    }
    return null;
  }

  /** Returns the newest known position that is at least as old as a limit, or null. */
  synchronized @Nullable ReplicationPosition before(Duration limit, long now) {
    Iterator<Sample> newestFirst = samples.descendingIterator();
    while (newestFirst.hasNext()) {
      Sample sample = newestFirst.next();
      if (now - sample.takenAt >= limit.toNanos()) {
        return sample.position;
      }
    }
    return null;
  }
}
