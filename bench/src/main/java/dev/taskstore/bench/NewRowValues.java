package dev.taskstore.bench;

import dev.taskstore.db.IdGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Generates keys and times of new rows for every library in the same way as TaskStore. */
public final class NewRowValues {

  private static final IdGenerator IDS = IdGenerator.timeOrdered(Clock.systemUTC());

  private NewRowValues() {}

  /** Returns a new key. */
  public static UUID id() {
    return IDS.next();
  }

  /** Returns the current time, truncated to microseconds. */
  public static Instant now() {
    return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
