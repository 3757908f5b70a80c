package dev.taskstore.passwords;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The Base64 of the PHC string format: RFC 4648, section 4, without padding. */
final class UnpaddedBase64 {

  private UnpaddedBase64() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Decodes a text; null if it is not what {@link #encode} returns for the bytes. */
  static byte @Nullable [] decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return encode(bytes).equals(text) ? bytes : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
