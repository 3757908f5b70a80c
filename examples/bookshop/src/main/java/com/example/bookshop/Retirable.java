package com.example.bookshop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is never deleted, as orders refer to it, but can come to an end. */
public interface Retirable {

  /**
   * When it came to an end.
   *
   * @return the time, or null while it has not
   */
  @Nullable Instant retiredAt();

  /**
   * Whether it has come to an end.
   *
   * @return true when there is a time
   */
  default boolean isRetired() {
    return retiredAt() != null;
  }
}
