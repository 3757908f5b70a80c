package dev.taskstore.db.mapping;

import java.time.Instant;
import java.util.UUID;

/** Supplies the time and the identifiers that complete a draft to an entity. */
public interface RowContext {

  /**
   * Returns the time of the call.
   *
   * @return the time of the clock, in whole microseconds, the same for all rows of one call
   */
  Instant now();

  /**
   * Returns a new identifier.
   *
   * @return an identifier that sorts after all earlier ones
   */
  UUID newId();

  /**
   * Returns a new identifier for a row that was created at another time.
   *
   * @param createdAt when the row was created
   * @return an identifier that sorts with those of that time
   */
  UUID newId(Instant createdAt);
}
