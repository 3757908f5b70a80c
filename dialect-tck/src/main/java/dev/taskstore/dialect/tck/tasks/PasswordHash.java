package dev.taskstore.dialect.tck.tasks;

import java.util.Objects;

/**
 * A value type of the application that its schema stores as text. Immutable.
 *
 * @param encoded the text
 */
public record PasswordHash(String encoded) {

  /** Checks that the text is not null. */
  public PasswordHash {
    Objects.requireNonNull(encoded, "encoded");
  }

  /**
   * Returns a hash with the given text.
   *
   * @param encoded the text
   * @return the hash
   */
  public static PasswordHash ofEncoded(String encoded) {
    return new PasswordHash(encoded);
  }

  /**
   * Returns the hash of a user without a password.
   *
   * @return the hash
   */
  public static PasswordHash locked() {
    return new PasswordHash("!");
  }

  /** Returns a text without the hash. */
  @Override
  public String toString() {
    return "PasswordHash[***]";
  }
}
