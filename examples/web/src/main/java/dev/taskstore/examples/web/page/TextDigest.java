package dev.taskstore.examples.web.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of texts, for entity tags. */
public final class TextDigest {

  private TextDigest() {}

  /**
   * Returns the beginning of the SHA-256 of a text.
   *
   * @param text the text
   * @param bytes the number of bytes, 1 to 32
   * @return the bytes in hexadecimal digits
   */
  public static String of(String text, int bytes) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
