package dev.taskstore.liquibase.sqlite.type;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The names of the constraints that the extension adds. */
public final class ConstraintNames {

  /** The longest name of PostgreSQL, so that a name is the same on both databases. */
  private static final int MAX_BYTES = 63;

  private static final int HASH_BYTES = 4;

  private ConstraintNames() {}

  /**
   * Returns the name of the CHECK for a limit: {@code ck_<table>_<column>_<kind>}. A name of more
   * than 63 bytes in UTF-8 is cut and ends with a hash of the whole name.
   */
  public static String check(String table, String column, String kind) {
    String name = "ck_" + table + "_" + column + "_" + kind;
    if (bytes(name) <= MAX_BYTES) {
      return name;
    }
    String suffix = "_" + hash(name);
    int end = name.length();
    while (bytes(name.substring(0, end)) + suffix.length() > MAX_BYTES) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end) + suffix;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
