package dev.taskstore.codegen.merge;

import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.sqlite.SqliteSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares the schemas that one changelog gives on SQLite and on PostgreSQL.
 *
 * <p>Indexes that are not unique, the order of columns, collations and the expressions of checks
 * are not compared. Stateless and thread-safe.
 */
public final class SchemaComparison {

  private final Catalog postgres;
  private final SqliteSchema sqlite;

  /**
   * Creates a comparison.
   *
   * @param postgres the schema of PostgreSQL
   * @param sqlite the schema of SQLite
   */
  public SchemaComparison(Catalog postgres, SqliteSchema sqlite) {
    this.postgres = postgres;
    this.sqlite = sqlite;
  }

  /**
   * Compares the schemas.
   *
   * @return the differences, sorted by the name of the table and the order of its columns
   */
  public List<Difference> differences() {
    Map<String, CatalogTable> remaining = new HashMap<>();
    sqlite.catalog().tables().forEach(table -> remaining.put(folded(table), table));
    List<Difference> differences = new ArrayList<>();
    for (CatalogTable table : postgres.tables()) {
      CatalogTable other = remaining.remove(folded(table));
      if (other == null) {
        differences.add(only(table, "PostgreSQL", "SQLite"));
      } else {
        differences.addAll(new ColumnComparison(table, other, sqlite).differences());
        differences.addAll(new KeyComparison(table, other).differences());
        differences.addAll(new CheckComparison(table, other).differences());
      }
    }
    sqlite.catalog().tables().stream()
        .filter(table -> remaining.containsKey(folded(table)))
        .forEach(table -> differences.add(only(table, "SQLite", "PostgreSQL")));
    return differences;
  }

  private static Difference only(CatalogTable table, String here, String there) {
    return new Difference(
        table.name(),
        "",
        "exists on " + here + " only; create it on " + there + " too, or skip it with excludes.");
  }

  private static String folded(CatalogTable table) {
    return table.name().toLowerCase(Locale.ROOT);
  }
}
