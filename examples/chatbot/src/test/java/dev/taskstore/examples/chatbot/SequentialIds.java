package dev.taskstore.examples.chatbot;

import dev.taskstore.db.IdGenerator;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Identifiers that are the same in every run. */
final class SequentialIds implements IdGenerator {

  private final AtomicLong count = new AtomicLong();

  /** Returns the identifier with a number. */
  static UUID number(long number) {
    return new UUID(0x019c_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
  }

  @Override
  public UUID next() {
    return number(count.incrementAndGet());
  }

  @Override
  public UUID next(Instant createdAt) {
    return next();
  }
}
