package dev.taskstore.db.mapping;

import java.time.Instant;
import java.util.UUID;

/** What completes a draft to an entity: the time and fresh identifiers. */
public interface RowContext {

  /**
   * The time of the call.
   *
   * @return the clock's time, in whole microseconds, the same for all rows of one call
   */
  Instant now();

  /**
   * A fresh identifier.
   *
   * @return an identifier that orders after those made before
   */
  UUID newId();

  /**
   * A fresh identifier for a row that was created at another time.
   *
   * @param createdAt when the row was created
   * @return an identifier that orders with those made at that time
   */
  UUID newId(Instant createdAt);
}
