package dev.taskstore.passwords;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hash of Argon2id, in the PHC string format: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 */
final class Argon2idHash implements StoredHash {

  static final int SALT_BYTES = 16;
  static final int HASH_BYTES = 32;

  /** Shorter salts and hashes are not accepted: RFC 9106 recommends 16 bytes of both. */
  private static final int MINIMUM_SALT_BYTES = 8;

  private static final int MINIMUM_HASH_BYTES = 16;
  private static final int MAXIMUM_BYTES = 64;

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19"
              + "\\$m=([1-9][0-9]{0,8}),t=([1-9][0-9]{0,8}),p=([1-9][0-9]{0,8})"
              + "\\$([A-Za-z0-9+/]{1,86})\\$([A-Za-z0-9+/]{1,86})");

  private final Argon2Cost cost;
  private final byte[] salt;
  private final byte[] hash;

  Argon2idHash(Argon2Cost cost, byte[] salt, byte[] hash) {
    this.cost = cost;
    this.salt = salt.clone();
    this.hash = hash.clone();
  }

  static Argon2idHash of(Password password, byte[] salt, Argon2Cost cost, HashFunctions functions) {
    return new Argon2idHash(cost, salt, derive(password, salt, cost, HASH_BYTES, functions));
  }

  /** Parses a text; null if it is not such a hash or exceeds the limits. */
  static @Nullable Argon2idHash parse(String encoded, Argon2Cost limits) {
    Matcher matcher = PHC.matcher(encoded);
    if (!matcher.matches()) {
      return null;
    }
    Argon2Cost cost =
        new Argon2Cost(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)));
    byte[] salt = UnpaddedBase64.decode(matcher.group(4));
    byte[] hash = UnpaddedBase64.decode(matcher.group(5));
    return salt != null
            && hash != null
            && isAccepted(cost, limits)
            && isBetween(salt.length, MINIMUM_SALT_BYTES)
            && isBetween(hash.length, MINIMUM_HASH_BYTES)
        ? new Argon2idHash(cost, salt, hash)
        : null;
  }

  private static boolean isAccepted(Argon2Cost cost, Argon2Cost limits) {
    return cost.parallelism() <= limits.parallelism()
        && cost.iterations() <= limits.iterations()
        && cost.memoryKib() <= limits.memoryKib()
        && cost.memoryKib() >= Argon2Cost.MINIMUM_MEMORY_KIB_PER_LANE * cost.parallelism();
  }

  private static boolean isBetween(int length, int minimum) {
    return length >= minimum && length <= MAXIMUM_BYTES;
  }

  private static byte[] derive(
      Password password, byte[] salt, Argon2Cost cost, int length, HashFunctions functions) {
    byte[] bytes = password.normalizedBytes();
    try {
      return functions.argon2id(bytes, salt, cost, length);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public boolean matches(Password password, HashFunctions functions) {
    return MessageDigest.isEqual(hash, derive(password, salt, cost, hash.length, functions));
  }

  @Override
  public boolean isAsStrongAs(Argon2Cost other) {
    return cost.isAtLeast(other) && salt.length >= SALT_BYTES && hash.length >= HASH_BYTES;
  }

  String encoded() {
    return "$argon2id$v=19$m="
        + cost.memoryKib()
        + ",t="
        + cost.iterations()
        + ",p="
        + cost.parallelism()
        + "$"
        + UnpaddedBase64.encode(salt)
        + "$"
        + UnpaddedBase64.encode(hash);
  }
}
