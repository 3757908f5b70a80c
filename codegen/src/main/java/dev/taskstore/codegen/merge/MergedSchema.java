package dev.taskstore.codegen.merge;

import dev.taskstore.codegen.catalog.Catalog;
import java.util.List;

/**
 * One schema for all databases. Immutable.
 *
 * @param catalog the tables
 * @param differences where the databases differ
 */
public record MergedSchema(Catalog catalog, List<Difference> differences) {

  /** Copies the list. */
  public MergedSchema {
    differences = List.copyOf(differences);
  }
}
