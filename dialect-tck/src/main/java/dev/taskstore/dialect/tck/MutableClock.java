package dev.taskstore.dialect.tck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/** A clock that stands still until it is told to move. Thread-safe. */
public final class MutableClock extends Clock {

  private volatile Instant now;

  /**
   * Creates a clock.
   *
   * @param now the time that it shows
   */
  public MutableClock(Instant now) {
    this.now = Objects.requireNonNull(now, "now");
  }

  /**
   * Moves the clock to a time.
   *
   * @param instant the time that it shows from now on
   */
  public void set(Instant instant) {
    now = Objects.requireNonNull(instant, "instant");
  }

  /**
   * Moves the clock forward.
   *
   * @param duration how far
   */
  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** The same clock: instants have no zone. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
