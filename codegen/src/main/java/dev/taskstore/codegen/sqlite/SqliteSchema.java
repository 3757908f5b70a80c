package dev.taskstore.codegen.sqlite;

import dev.taskstore.codegen.catalog.Catalog;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The schema of a SQLite database.
 *
 * @param catalog the tables; types are as declared, in upper case; a constraint without a name has
 *     an empty one
 * @param strict the names of the tables that are STRICT
 * @param rowNumbers the names of the columns of {@code INTEGER PRIMARY KEY} by the name of the
 *     table
 */
public record SqliteSchema(Catalog catalog, Set<String> strict, Map<String, String> rowNumbers) {

  /** The kinds of values that SQLite stores. */
  public enum StorageClass {
    /** A whole number of 64 bits. */
    INTEGER,
    /** A floating-point number. */
    REAL,
    /** Text. */
    TEXT,
    /** Bytes. */
    BLOB
  }

  /** Copies the collections. */
  public SqliteSchema {
    strict = Set.copyOf(strict);
    rowNumbers = Map.copyOf(rowNumbers);
  }

  /**
   * Returns whether a column stores a value as it is bound.
   *
   * @param table the name of the table
   * @param type the declared type, in upper case
   * @param bound the kind of the bound value
   * @return false if SQLite refuses or converts it
   */
  public boolean keeps(String table, String type, StorageClass bound) {
    String word = type.replaceFirst("\\s*\\(.*", "").toUpperCase(Locale.ROOT);
    if (strict.contains(table)) {
      return word.equals("ANY")
          || word.equals(bound.name())
          || (word.equals("INT") && bound == StorageClass.INTEGER);
    }
    if (bound == StorageClass.BLOB) {
      return true;
    }
    // The rules of type affinity: https://www.sqlite.org/datatype3.html
    if (word.contains("INT")) {
      return bound == StorageClass.INTEGER;
    }
    if (word.contains("CHAR") || word.contains("CLOB") || word.contains("TEXT")) {
      return bound == StorageClass.TEXT;
    }
    if (word.contains("BLOB") || word.isEmpty()) {
      return true;
    }
    if (word.contains("REAL") || word.contains("FLOA") || word.contains("DOUB")) {
      return bound == StorageClass.REAL;
    }
    return bound == StorageClass.INTEGER;
  }
}
