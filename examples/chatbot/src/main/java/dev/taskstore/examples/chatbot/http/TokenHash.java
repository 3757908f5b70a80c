package dev.taskstore.examples.chatbot.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a token. A slow hash as for passwords is not necessary: a token has 256 random
 * bits, which cannot be guessed.
 */
public final class TokenHash {

  private static final String ALGORITHM = "sha256:";
  private static final int BYTES = 32;

  private final byte[] digest;

  private TokenHash(byte[] digest) {
    this.digest = digest;
  }

  static TokenHash of(String secret) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return new TokenHash(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * Parses a hash.
   *
   * @param text the hash as {@link #line} writes it
   * @throws IllegalArgumentException if the text is not a hash
   */
  static TokenHash parse(String text) {
    if (!text.startsWith(ALGORITHM) || text.length() != ALGORITHM.length() + 2 * BYTES) {
      throw new IllegalArgumentException("Not a hash");
    }
    return new TokenHash(HexFormat.of().parseHex(text.substring(ALGORITHM.length())));
  }

  /** Compares in a time that does not depend on the bytes. */
  boolean matches(TokenHash other) {
    return MessageDigest.isEqual(digest, other.digest);
  }

  /**
   * Returns the line of a file of tokens.
   *
   * @param user the name of the user
   */
  public String line(String user) {
    return ALGORITHM + HexFormat.of().formatHex(digest) + " " + user;
  }
}
