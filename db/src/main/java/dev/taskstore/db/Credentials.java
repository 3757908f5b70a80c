package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user and a password or token. {@link #toString} does not contain them. Immutable.
 *
 * @param user the user
 * @param password the password or token
 * @param expiresAt when the database stops accepting them for new connections, or null if that is
 *     not known
 */
public record Credentials(String user, String password, @Nullable Instant expiresAt) {

  /**
   * Validates the credentials.
   *
   * @throws InvalidArgumentException if the user is empty, or if the user or the password contains
   *     a NUL character
   */
  public Credentials {
    if (user.isEmpty()) {
      throw invalid("The user is empty. Set the name of a user of the database.");
    } else if (user.indexOf('\0') >= 0 || password.indexOf('\0') >= 0) {
      throw invalid("The user or the password contains a NUL character. Remove it.");
    }
  }

  /**
   * Creates credentials without a known end.
   *
   * @param user the user
   * @param password the password or token
   * @return the credentials
   * @throws InvalidArgumentException if the user is empty, or if the user or the password contains
   *     a NUL character
   */
  public static Credentials of(String user, String password) {
    return new Credentials(user, password, null);
  }

  /**
   * Returns these credentials with another end.
   *
   * @param instant when the database stops accepting them for new connections
   * @return the credentials
   */
  public Credentials expiringAt(Instant instant) {
    return new Credentials(user, password, instant);
  }

  private static InvalidArgumentException invalid(String message) {
    return new InvalidArgumentException(message, FailureContext.NONE);
  }

  /** Omits the user and the password. */
  @Override
  public String toString() {
    return "Credentials[expiresAt=" + expiresAt + "]";
  }
}
