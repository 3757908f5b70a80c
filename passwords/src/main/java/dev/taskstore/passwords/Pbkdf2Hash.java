package dev.taskstore.passwords;

import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hash of PBKDF2 with HMAC-SHA-256, as {@code PasswordHash} of {@code taskstore-core} wrote it
 * before this module existed: {@code $pbkdf2-sha256$i=600000$salt$hash}. The password was not
 * normalized.
 */
final class Pbkdf2Hash implements StoredHash {

  static final int MAXIMUM_ROUNDS = 2_000_000;

  private static final int HASH_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$pbkdf2-sha256\\$i=([1-9][0-9]{0,6})"
              + "\\$([A-Za-z0-9+/]{1,86})\\$([A-Za-z0-9+/]{43})");

  private final int rounds;
  private final byte[] salt;
  private final byte[] hash;

  private Pbkdf2Hash(int rounds, byte[] salt, byte[] hash) {
    this.rounds = rounds;
    this.salt = salt;
    this.hash = hash;
  }

  /** Parses a text; null if it is not such a hash or exceeds the limit. */
  static @Nullable Pbkdf2Hash parse(String encoded) {
    Matcher matcher = PHC.matcher(encoded);
    if (!matcher.matches()) {
      return null;
    }
    int rounds = Integer.parseInt(matcher.group(1));
    byte[] salt = UnpaddedBase64.decode(matcher.group(2));
    byte[] hash = UnpaddedBase64.decode(matcher.group(3));
    return rounds <= MAXIMUM_ROUNDS && salt != null && hash != null
        ? new Pbkdf2Hash(rounds, salt, hash)
        : null;
  }

  @Override
  public boolean matches(Password password, HashFunctions functions) {
    return MessageDigest.isEqual(
        hash, functions.pbkdf2(password.characters(), salt, rounds, HASH_BYTES));
  }

  @Override
  public boolean isAsStrongAs(Argon2Cost cost) {
    return false;
  }
}
