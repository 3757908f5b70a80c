package dev.taskstore.db;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import dev.taskstore.db.mapping.ValueLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Generates the identifiers of new rows. Implementations must be thread-safe. */
public interface IdGenerator {

  /**
   * Generates an identifier for a row that is created now.
   *
   * @return an identifier that sorts after all earlier ones of this generator, as long as the clock
   *     does not go backward
   */
  UUID next();

  /**
   * Generates an identifier for a row that was created at a given time.
   *
   * @param createdAt the time at which the row was created
   * @return an identifier that sorts among those generated at that time
   */
  UUID next(Instant createdAt);

  /**
   * Returns a generator of UUIDs of version 7 as defined by RFC 9562: 48 bits of Unix time in
   * milliseconds, followed by random bits that are incremented within one millisecond.
   *
   * @param clock the clock that supplies the time for {@link #next()}
   * @return the generator
   */
  static IdGenerator timeOrdered(Clock clock) {
    TimeOrderedEpochFactory factory = new TimeOrderedEpochFactory(clock);
    return new IdGenerator() {
      @Override
      public UUID next() {
        return factory.create();
      }

      @Override
      public UUID next(Instant createdAt) {
        return UuidCreator.getTimeOrderedEpoch(withinRange(createdAt));
      }

      /** The 48 bits start in 1970. A time outside the range of timestamps is rejected later. */
      private Instant withinRange(Instant createdAt) {
        if (createdAt.isBefore(Instant.EPOCH)) {
          return Instant.EPOCH;
        }
        return createdAt.isAfter(ValueLimits.MAX_INSTANT) ? ValueLimits.MAX_INSTANT : createdAt;
      }
    };
  }
}
