package dev.taskstore.codegen.specification;

import dev.taskstore.codegen.catalog.CatalogForeignKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A relationship between two tables.
 *
 * @param child the referencing table
 * @param reference its foreign key
 * @param one whether at most one row references the same row
 * @param optional whether the reference can be NULL
 */
record Relationship(TableFacts child, CatalogForeignKey reference, boolean one, boolean optional) {

  /**
   * Two tables and the table that joins them.
   *
   * @param join the join table
   * @param first its reference to the first table
   * @param second its reference to the second table
   * @param pure whether the join table has no other columns
   */
  record ManyToMany(
      TableFacts join, CatalogForeignKey first, CatalogForeignKey second, boolean pure) {}

  static List<Relationship> all(SchemaFacts schema) {
    List<Relationship> all = new ArrayList<>();
    for (TableFacts table : schema.tables()) {
      for (CatalogForeignKey reference : table.references()) {
        all.add(
            new Relationship(
                table, reference, table.unique(reference.columns()), table.optional(reference)));
      }
    }
    return all;
  }

  static List<ManyToMany> manyToMany(SchemaFacts schema) {
    return schema.tables().stream().flatMap(table -> manyToMany(table).stream()).toList();
  }

  /** A table is a join table if its two references together are a key. */
  private static Optional<ManyToMany> manyToMany(TableFacts table) {
    if (table.references().size() != 2) {
      return Optional.empty();
    }
    CatalogForeignKey first = table.references().get(0);
    CatalogForeignKey second = table.references().get(1);
    Set<String> both = new HashSet<>(first.columns());
    both.addAll(second.columns());
    boolean apart = both.size() == first.columns().size() + second.columns().size();
    return apart && table.unique(List.copyOf(both))
        ? Optional.of(new ManyToMany(table, first, second, table.columns().size() == both.size()))
        : Optional.empty();
  }
}
