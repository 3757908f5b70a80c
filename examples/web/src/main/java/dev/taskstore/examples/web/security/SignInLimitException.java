package dev.taskstore.examples.web.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Thrown when an account or an address has too many failed sign-ins. */
public final class SignInLimitException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final long seconds;

  /**
   * Creates the exception.
   *
   * @param wait the time until the next attempt is possible
   */
  public SignInLimitException(Duration wait) {
    super("Too many failed sign-ins. Wait before the next one.");
    this.seconds = Math.max(1, wait.plusMillis(999).toSeconds());
  }

  /**
   * Returns the value of the header {@code Retry-After}.
   *
   * @return seconds, 1 or more
   */
  public String retryAfterSeconds() {
    return Long.toString(seconds);
  }
}
