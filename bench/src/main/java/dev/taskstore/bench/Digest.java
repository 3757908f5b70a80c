package dev.taskstore.bench;

import java.time.Instant;
import java.util.UUID;

/** Adds up what a stream has read, so that the rows must be read and can be compared. */
public final class Digest {

  private long sum;

  /** Adds a task. */
  public void add(UUID id, String title, Instant updatedAt) {
    sum =
        sum * 31 + (id.getLeastSignificantBits() ^ title.length() ^ StoredForms.micros(updatedAt));
  }

  /** The sum of all, in their order. */
  public long value() {
    return sum;
  }
}
