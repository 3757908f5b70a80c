package dev.taskstore.dialect.tck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/** A clock that only advances when it is set. Thread-safe. */
public final class MutableClock extends Clock {

  private volatile Instant now;

  /**
   * Creates a clock.
   *
   * @param now the initial time
   */
  public MutableClock(Instant now) {
    this.now = Objects.requireNonNull(now, "now");
  }

  /**
   * Sets the time.
   *
   * @param instant the new time
   */
  public void set(Instant instant) {
    now = Objects.requireNonNull(instant, "instant");
  }

  /**
   * Advances the time.
   *
   * @param duration the duration to add; a negative duration sets the clock back
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

  /** Returns this clock, because instants have no zone. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
