package com.example.bookshop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entity that is retired instead of deleted, as orders refer to it. */
public interface Retirable {

  /**
   * Returns when the entity was retired.
   *
   * @return the time, or null if it is not retired
   */
  @Nullable Instant retiredAt();

  /**
   * Returns whether the entity is retired.
   *
   * @return true if it is retired
   */
  default boolean isRetired() {
    return retiredAt() != null;
  }
}
