package dev.taskstore.examples.chatbot.http;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * A secret that authenticates a user: 256 random bits.
 *
 * @param secret the text that a client sends
 */
public record Token(String secret) {

  private static final String PREFIX = "taskstore_";

  /**
   * Returns a new token.
   *
   * @param random a source that is fit for secrets
   */
  public static Token generate(RandomGenerator random) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    return new Token(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** Returns the hash, from which the token cannot be computed. */
  public TokenHash hash() {
    return TokenHash.of(secret);
  }

  @Override
  public String toString() {
    return "Token[***]";
  }
}
