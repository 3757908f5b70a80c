package dev.taskstore.codegen.merge;

import dev.taskstore.codegen.catalog.CatalogType;
import dev.taskstore.codegen.sqlite.SqliteSchema.StorageClass;
import java.util.Optional;
import java.util.Set;

/** What SQLite stores for values of the standard types. */
final class StoredTypes {

  private static final int DIGITS_OF_A_LONG = 18;

  private static final Set<String> WITHOUT_LIMIT = Set.of("CHARACTER VARYING", "BINARY VARYING");

  private StoredTypes() {}

  /** The kind of value that the SQLite dialect binds; empty for types that it does not store. */
  static Optional<StorageClass> of(CatalogType type) {
    return switch (type.name()) {
      case "BOOLEAN",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "DATE",
          "TIME",
          "TIMESTAMP",
          "TIMESTAMP WITH TIME ZONE" ->
          Optional.of(StorageClass.INTEGER);
      // PostgreSQL's own intervals have no precision here: they are not generated.
      case "INTERVAL SECOND" ->
          type.precision() == 0 ? Optional.empty() : Optional.of(StorageClass.INTEGER);
      case "NUMERIC" ->
          Optional.of(
              type.precision() <= DIGITS_OF_A_LONG ? StorageClass.INTEGER : StorageClass.BLOB);
      case "REAL", "DOUBLE PRECISION" -> Optional.of(StorageClass.REAL);
      case "UUID", "BINARY VARYING" -> Optional.of(StorageClass.BLOB);
      case "CHARACTER VARYING", "CHARACTER", "JSON", "JSONB", "ENUM" ->
          Optional.of(StorageClass.TEXT);
      default -> Optional.empty();
    };
  }

  /**
   * Returns whether the type itself limits its values on PostgreSQL, where SQLite needs a CHECK for
   * the same.
   */
  static boolean limited(CatalogType type) {
    return type.length().isPresent() || !WITHOUT_LIMIT.contains(type.name());
  }
}
