package dev.taskstore;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a password as text, or any other text that an application stores in its place. A
 * value only: the optional artifact {@code taskstore-passwords} hashes and verifies passwords.
 * Immutable and thread-safe. {@link #toString()} does not contain the hash.
 *
 * <p>Hashes should have the <a
 * href="https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md">PHC string
 * format</a>, which names the algorithm and its parameters: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. Other texts, such as the hashes of bcrypt, are
 * accepted too.
 */
public final class PasswordHash {

  /** The maximum length of {@link #encoded()} in code points. */
  public static final int MAXIMUM_LENGTH = 255;

  private static final PasswordHash LOCKED = new PasswordHash("!");

  /** The text that has the PHC string format with a version or parameters, a salt and a hash. */
  private static final Pattern PHC =
      Pattern.compile(
          "\\$([a-z][a-z0-9-]{0,31})"
              + "(?=\\$[a-z0-9-]{1,32}=)"
              + "(\\$v=[0-9]{1,10})?"
              + "(\\$[a-z0-9-]{1,32}=[A-Za-z0-9/+.-]{1,255}(,[a-z0-9-]{1,32}=[A-Za-z0-9/+.-]{1,255}){0,31})?"
              + "\\$[A-Za-z0-9/+.-]{1,255}"
              + "\\$[A-Za-z0-9/+]{1,255}");

  private final String encoded;

  private PasswordHash(String encoded) {
    this.encoded = encoded;
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
   * @return a hash that no password matches; its text is {@code !}
   */
  public static PasswordHash locked() {
    return LOCKED;
  }

  /**
   * Returns whether this is {@link #locked()}.
   *
   * @return true if the user cannot sign in with a password
   */
  public boolean isLocked() {
    return encoded.equals(LOCKED.encoded);
  }

  /**
   * Returns the name of the algorithm, from the text alone: this method does not check whether a
   * password can be verified with the hash.
   *
   * @return the identifier, for example {@code argon2id}; empty if the text is not a PHC string
   *     with an algorithm whose name begins with a letter, at least one parameter, a salt and a
   *     hash. Thus it is empty for {@link #locked()} and for the older formats of {@code crypt(3)},
   *     such as bcrypt's {@code $2b$}
   */
  public Optional<String> algorithm() {
    Matcher matcher = PHC.matcher(encoded);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Charsets would encode all lone surrogates as the same replacement. */
  private static byte[] codeUnits(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }

  /**
   * Returns the hash as text.
   *
   * @return the text, an argument for {@link #ofEncoded}
   */
  public String encoded() {
    return encoded;
  }

  /** Returns whether the texts are equal. The time does not depend on where they differ. */
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
