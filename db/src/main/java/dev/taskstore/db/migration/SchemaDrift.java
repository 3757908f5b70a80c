package dev.taskstore.db.migration;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The differences between a live schema and the schema that its applied changesets create.
 * Immutable.
 *
 * @param differences all differences, ordered by table, kind and name; empty if there is no drift
 */
public record SchemaDrift(List<SchemaDifference> differences) {

  /** Copies the list. */
  public SchemaDrift {
    differences = List.copyOf(differences);
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
   * Returns one line for each difference.
   *
   * @return the lines, each with a line feed
   */
  @Override
  public String toString() {
    return differences.stream().map(d -> d + "\n").collect(Collectors.joining());
  }
}
