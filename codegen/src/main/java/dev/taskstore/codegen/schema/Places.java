package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.problem.Location;
import java.util.Optional;

/** Locates tables and columns, with the file and the changeset that created them. */
final class Places {

  private final String changelog;
  private final Catalog catalog;

  Places(String changelog, Catalog catalog) {
    this.changelog = changelog;
    this.catalog = catalog;
  }

  /** The place of a table. */
  Location table(String table) {
    return location(found(table).flatMap(CatalogTable::createdBy), table, "");
  }

  /** The place of a column. */
  Location column(String table, String column) {
    Optional<ChangeSetKey> createdBy =
        found(table).stream()
            .flatMap(found -> found.columns().stream())
            .filter(found -> found.name().equals(column))
            .findFirst()
            .flatMap(CatalogColumn::createdBy);
    return location(createdBy, table, column);
  }

  private Optional<CatalogTable> found(String table) {
    return catalog.tables().stream().filter(found -> found.name().equals(table)).findFirst();
  }

  private Location location(Optional<ChangeSetKey> origin, String table, String column) {
    return new Location(
        origin.map(ChangeSetKey::file).orElse(changelog),
        origin.map(ChangeSetKey::id).orElse(""),
        table,
        column);
  }
}
