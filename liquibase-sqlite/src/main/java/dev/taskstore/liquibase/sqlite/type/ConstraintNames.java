package dev.taskstore.liquibase.sqlite.type;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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

  /**
   * Returns the name that PostgreSQL gives to a primary key without a name: {@code <table>_pkey}.
   */
  public static String primaryKey(String table) {
    return chosen(folded(table), "", "pkey");
  }

  /**
   * Returns the name that PostgreSQL gives to a unique constraint without a name: {@code
   * <table>_<columns>_key}.
   */
  public static String unique(String table, List<String> columns) {
    return chosen(
        folded(table),
        columns.stream().map(ConstraintNames::folded).collect(Collectors.joining("_")),
        "key");
  }

  /**
   * Returns the name that PostgreSQL gives to a foreign key without a name: {@code
   * <table>_<columns>_fkey}.
   */
  public static String foreignKey(String table, List<String> columns) {
    return chosen(folded(table), String.join("_", columns), "fkey");
  }

  /**
   * Returns the name that PostgreSQL gives to a CHECK without a name: {@code
   * <table>_<column>_check}.
   *
   * @param column the only column of the condition, or an empty text if there are more or none
   */
  public static String check(String table, String column) {
    return chosen(folded(table), column, "check");
  }

  /** Shortens the longer name, as PostgreSQL does in makeObjectName. */
  private static String chosen(String table, String columns, String label) {
    int available = MAX_BYTES - label.length() - (columns.isEmpty() ? 1 : 2);
    String first = table;
    String second = columns;
    while (bytes(first) + bytes(second) > available) {
      if (bytes(first) > bytes(second)) {
        first = shortened(first);
      } else {
        second = shortened(second);
      }
    }
    return first + (second.isEmpty() ? "" : "_" + second) + "_" + label;
  }

  private static String shortened(String text) {
    return text.substring(0, text.offsetByCodePoints(text.length(), -1));
  }

  /** Liquibase quotes a name of mixed case on PostgreSQL, which folds all others to lower case. */
  private static String folded(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
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
