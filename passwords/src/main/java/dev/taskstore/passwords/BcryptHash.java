package dev.taskstore.passwords;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hash of bcrypt that another program wrote: {@code $2b$12$} and 53 characters. Bcrypt ignores
 * what follows the first 72 bytes of a password.
 */
final class BcryptHash implements StoredHash {

  /** The cost is a power of two: each step doubles the time. */
  private static final Pattern FORMAT =
      Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-5])\\$[./A-Za-z0-9]{53}");

  private final String encoded;

  private BcryptHash(String encoded) {
    this.encoded = encoded;
  }

  /** Parses a text; null if it is not such a hash or exceeds the limit. */
  static @Nullable BcryptHash parse(String encoded) {
    return FORMAT.matcher(encoded).matches() ? new BcryptHash(encoded) : null;
  }

  @Override
  public boolean matches(Password password, HashFunctions functions) {
    byte[] bytes = password.bytes();
    try {
      return functions.bcrypt(bytes, encoded);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public boolean isAsStrongAs(Argon2Cost cost) {
    return false;
  }
}
