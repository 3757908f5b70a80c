package dev.taskstore.codegen.generation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes a SHA-256 over parts, each with its length. For one thread. */
final class InputDigest {

  private final MessageDigest sha256;

  InputDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  static String of(String text) {
    return new InputDigest().add(text).hex();
  }

  InputDigest add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  InputDigest add(byte[] bytes) {
    sha256.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
    sha256.update((byte) ':');
    sha256.update(bytes);
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
