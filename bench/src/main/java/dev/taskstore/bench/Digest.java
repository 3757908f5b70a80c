package dev.taskstore.bench;

import java.time.Instant;
import java.util.UUID;

/** A hash of the tasks in a stream. It forces the rows to be read and makes results comparable. */
public final class Digest {

  private long sum;

  /** Adds a task. */
  public void add(UUID id, String title, Instant updatedAt) {
    sum =
        sum * 31 + (id.getLeastSignificantBits() ^ title.length() ^ StoredForms.micros(updatedAt));
  }

  /** Returns the hash of all tasks in their order. */
  public long value() {
    return sum;
  }
}
