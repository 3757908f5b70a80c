package dev.taskstore;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.Codecs;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.KeySpec;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a password, or any other text that an application stores in its place. Immutable.
 * {@link #toString()} does not contain the hash.
 *
 * <p>{@link #of} hashes with PBKDF2 (RFC 8018) over HMAC-SHA-256 with 600,000 rounds and a salt of
 * 16 bytes, as the OWASP Password Storage Cheat Sheet of 2023 recommends. The result has the PHC
 * string format.
 */
public final class PasswordHash {

  /** The maximum length of {@link #encoded()} in code points. */
  public static final int MAXIMUM_LENGTH = 255;

  private static final int ROUNDS = 600_000;
  private static final int MAXIMUM_ROUNDS = 10_000_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final String LOCKED = "!";
  private static final Pattern PHC =
      Pattern.compile(
          "\\$pbkdf2-sha256\\$i=([0-9]{1,8})\\$([A-Za-z0-9+/]{1,86})\\$([A-Za-z0-9+/]{1,86})");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String encoded;

  private PasswordHash(String encoded) {
    this.encoded = encoded;
  }

  /**
   * Hashes a password. This takes some tenths of a second by design.
   *
   * @param password the password, at least one character
   * @return its hash, with a new random salt
   * @throws InvalidArgumentException if the password is empty, or contains a NUL character or a
   *     lone surrogate, which can have the same hash as another password
   */
  public static PasswordHash of(CharSequence password) {
    if (password.length() == 0) {
      throw new InvalidArgumentException("A password must not be empty.", FailureContext.NONE);
    }
    Codecs.TEXT.validate("A password", password.toString());
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return new PasswordHash(encode(password, salt, ROUNDS));
  }

  /**
   * Creates an instance from an existing hash of this or another library.
   *
   * @param encoded the text of the hash, 1 to {@link #MAXIMUM_LENGTH} code points; the length is
   *     validated when it is stored
   * @return the hash
   */
  public static PasswordHash ofEncoded(String encoded) {
    return new PasswordHash(Objects.requireNonNull(encoded, "encoded"));
  }

  /**
   * Returns the hash of a user who cannot sign in with a password.
   *
   * @return a hash that no password matches
   */
  public static PasswordHash locked() {
    return new PasswordHash(LOCKED);
  }

  /**
   * Returns whether this is the hash of a password. This takes as long as {@link #of}.
   *
   * @param password the password
   * @return true if the password matches; false if not, or if {@link #of} did not create this hash
   */
  public boolean matches(CharSequence password) {
    Matcher matcher = PHC.matcher(encoded);
    if (!matcher.matches() || password.length() == 0 || isAmbiguous(password)) {
      return false;
    }
    int rounds = Integer.parseInt(matcher.group(1));
    if (rounds < 1 || rounds > MAXIMUM_ROUNDS) {
      return false;
    }
    try {
      byte[] salt = Base64.getDecoder().decode(matcher.group(2));
      return MessageDigest.isEqual(codeUnits(encoded), codeUnits(encode(password, salt, rounds)));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** HMAC pads its key with NUL, and UTF-8 encodes all lone surrogates as the same replacement. */
  private static boolean isAmbiguous(CharSequence password) {
    return password
        .codePoints()
        .anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  private static String encode(CharSequence password, byte[] salt, int rounds) {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$pbkdf2-sha256$i="
        + rounds
        + "$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(derive(password, salt, rounds));
  }

  /** Charsets would encode all lone surrogates as the same replacement. */
  private static byte[] codeUnits(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }

  private static byte[] derive(CharSequence password, byte[] salt, int rounds) {
    char[] characters = password.toString().toCharArray();
    try {
      KeySpec specification = new PBEKeySpec(characters, salt, rounds, HASH_BITS);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(specification)
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has PBKDF2WithHmacSHA256", e);
    } finally {
      java.util.Arrays.fill(characters, '\0');
    }
  }

  /**
   * Returns the hash as text.
   *
   * @return the text, an argument for {@link #ofEncoded}
   */
  public String encoded() {
    return encoded;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PasswordHash that
        && MessageDigest.isEqual(codeUnits(encoded), codeUnits(that.encoded));
  }

  @Override
  public int hashCode() {
    return encoded.hashCode();
  }

  /** Returns a constant text. */
  @Override
  public String toString() {
    return "PasswordHash[***]";
  }
}
