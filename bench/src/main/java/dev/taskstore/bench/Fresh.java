package dev.taskstore.bench;

import dev.taskstore.db.IdGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Keys and times for new rows, made for every library in the way that TaskStore makes its own. */
public final class Fresh {

  private static final IdGenerator IDS = IdGenerator.timeOrdered(Clock.systemUTC());

  private Fresh() {}

  /** A key. */
  public static UUID id() {
    return IDS.next();
  }

  /** The time in microseconds. */
  public static Instant now() {
    return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
