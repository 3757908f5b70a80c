package dev.taskstore.db.migration;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The differences between a live schema and the schema that its applied changesets create.
 * Immutable.
 *
 * @param differences all differences, ordered by table, kind and name; empty if there is no drift
 * @param otherTables the names of the tables and views that the applied changesets do not create,
 *     in alphabetical order; they may belong to another changelog and are not differences
 */
public record SchemaDrift(List<SchemaDifference> differences, List<String> otherTables) {

  /** Copies the lists. */
  public SchemaDrift {
    differences = List.copyOf(differences);
    otherTables = List.copyOf(otherTables);
  }

  /**
   * Returns whether the schema matches the changelog.
   *
   * @return true if there are no differences
   */
  public boolean isEmpty() {
    return differences.isEmpty();
  }

  /**
   * Returns one line for each difference, and one line for all other tables if there are any.
   *
   * @return the lines, each with a line feed
   */
  @Override
  public String toString() {
    String lines = differences.stream().map(d -> d + "\n").collect(Collectors.joining());
    return otherTables.isEmpty()
        ? lines
        : lines
            + "The changelog does not create these tables and views, which were not compared: "
            + String.join(", ", otherTables)
            + "\n";
  }
}
