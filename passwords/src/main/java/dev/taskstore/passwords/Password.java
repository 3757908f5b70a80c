package dev.taskstore.passwords;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A valid password: a copy of its characters, which {@link #close} erases. */
final class Password implements AutoCloseable {

  /** The first character that can make a text differ from its NFC. */
  private static final char FIRST_COMBINING_MARK = '\u0300';

  private static final char FIRST_OF_TWO_BYTES = '\u0080';
  private static final char FIRST_OF_THREE_BYTES = '\u0800';

  private static final String TOO_LONG =
      "must have at most "
          + PasswordHasher.MAXIMUM_PASSWORD_BYTES
          + " bytes in UTF-8. Use a shorter one.";

  private final char[] characters;

  private Password(char[] characters) {
    this.characters = characters;
  }

  /**
   * Copies a password.
   *
   * @throws InvalidArgumentException when it is not valid
   */
  static Password of(CharSequence text) {
    Password password = new Password(copy(text));
    String problem = password.problem();
    if (problem != null) {
      password.close();
      throw new InvalidArgumentException("A password " + problem, FailureContext.NONE);
    }
    return password;
  }

  /** Copies a password; null if it is not valid. */
  static @Nullable Password ofValid(CharSequence text) {
    Password password = new Password(copy(text));
    if (password.problem() == null) {
      return password;
    }
    password.close();
    return null;
  }

  /** A text that is too long is not copied completely, and remains too long. */
  private static char[] copy(CharSequence text) {
    char[] copy = new char[Math.min(text.length(), PasswordHasher.MAXIMUM_PASSWORD_BYTES + 1)];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = text.charAt(i);
    }
    return copy;
  }

  private @Nullable String problem() {
    if (characters.length == 0) {
      return "must not be empty.";
    }
    if (characters.length > PasswordHasher.MAXIMUM_PASSWORD_BYTES) {
      return TOO_LONG;
    }
    int bytes = 0;
    for (int i = 0; i < characters.length; i++) {
      char c = characters[i];
      if (c == 0) {
        // HMAC pads its key with NUL, and bcrypt ends a password there.
        return "must not contain a NUL character. Remove it.";
      }
      if (!Character.isSurrogate(c)) {
        bytes += c < FIRST_OF_TWO_BYTES ? 1 : c < FIRST_OF_THREE_BYTES ? 2 : 3;
      } else if (i + 1 < characters.length && Character.isSurrogatePair(c, characters[i + 1])) {
        bytes += 4;
        i++;
      } else {
        // UTF-8 encodes all lone surrogates as the same replacement.
        return "must not contain a lone surrogate. Remove or replace it.";
      }
    }
    return bytes > PasswordHasher.MAXIMUM_PASSWORD_BYTES ? TOO_LONG : null;
  }

  /** Returns the characters as they were given. The caller does not change them. */
  char[] characters() {
    return characters;
  }

  /** Returns the UTF-8 form of the characters as they were given. The caller erases it. */
  byte[] bytes() {
    return utf8(CharBuffer.wrap(characters));
  }

  /**
   * Returns the UTF-8 form of the password in Unicode Normalization Form C. The caller erases it.
   */
  byte[] normalizedBytes() {
    for (char c : characters) {
      if (c >= FIRST_COMBINING_MARK) {
        return utf8(
            CharBuffer.wrap(
                Normalizer.normalize(CharBuffer.wrap(characters), Normalizer.Form.NFC)));
      }
    }
    return bytes();
  }

  private static byte[] utf8(CharBuffer text) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(text);
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes).clear().put(new byte[encoded.capacity()]);
    return bytes;
  }

  @Override
  public void close() {
    Arrays.fill(characters, '\0');
  }
}
