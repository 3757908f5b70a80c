package dev.taskstore.db;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import dev.taskstore.db.mapping.ValueLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Makes the identifiers of new rows. Implementations are thread-safe. */
public interface IdGenerator {

  /**
   * A fresh identifier.
   *
   * @return an identifier that orders after those made before by this generator, while the clock
   *     does not go back
   */
  UUID next();

  /**
   * A fresh identifier for a row that was created at another time.
   *
   * @param createdAt when the row was created
   * @return an identifier that orders with those made at that time
   */
  UUID next(Instant createdAt);

  /**
   * UUIDs of version 7 as RFC 9562 defines them: 48 bits of Unix time in milliseconds, then random
   * bits, which count up within one millisecond.
   *
   * @param clock tells the time
   * @return a generator
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

      /** The 48 bits begin in 1970; what is out of the database's range is refused later. */
      private Instant withinRange(Instant createdAt) {
        if (createdAt.isBefore(Instant.EPOCH)) {
          return Instant.EPOCH;
        }
        return createdAt.isAfter(ValueLimits.MAX_INSTANT) ? ValueLimits.MAX_INSTANT : createdAt;
      }
    };
  }
}
