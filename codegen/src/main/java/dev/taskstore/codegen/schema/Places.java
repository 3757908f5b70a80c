package dev.taskstore.codegen.schema;

import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.changelog.ChangeSetKey;
import java.util.Optional;

/** Names tables and columns in messages, with the file and the changeset that created them. */
final class Places {

  private final String changelog;
  private final Catalog catalog;

  Places(String changelog, Catalog catalog) {
    this.changelog = changelog;
    this.catalog = catalog;
  }

  /** Such as {@code Table notes of changelog db/notes.xml (changeset 1)}. */
  String table(String table) {
    return "Table " + table + origin(found(table).flatMap(CatalogTable::createdBy));
  }

  /** Such as {@code Column notes.text of changelog db/notes.xml (changeset 1)}. */
  String column(String table, String column) {
    Optional<ChangeSetKey> createdBy =
        found(table).stream()
            .flatMap(found -> found.columns().stream())
            .filter(found -> found.name().equals(column))
            .findFirst()
            .flatMap(CatalogColumn::createdBy);
    return "Column " + table + "." + column + origin(createdBy);
  }

  private Optional<CatalogTable> found(String table) {
    return catalog.tables().stream().filter(found -> found.name().equals(table)).findFirst();
  }

  private String origin(Optional<ChangeSetKey> origin) {
    return " of changelog " + origin.map(ChangeSetKey::describe).orElse(changelog);
  }
}
