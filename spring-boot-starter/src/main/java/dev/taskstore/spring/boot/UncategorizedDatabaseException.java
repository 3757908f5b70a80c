package dev.taskstore.spring.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.UncategorizedDataAccessException;

/** A failure of the library that Spring has no exception for; the cause is specific. */
public final class UncategorizedDatabaseException extends UncategorizedDataAccessException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what failed
   * @param cause the exception of the library
   */
  public UncategorizedDatabaseException(@Nullable String message, Throwable cause) {
    super(message, cause);
  }
}
