package dev.taskstore.db.migration;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a live database differs from what its applied changesets make. Immutable.
 *
 * @param differences every difference, ordered by table, kind and name; none when there is no drift
 */
public record SchemaDrift(List<SchemaDifference> differences) {

  /** Copies the list. */
  public SchemaDrift {
    differences = List.copyOf(differences);
  }

  /**
   * Tells whether the database is as its changelog says.
   *
   * @return true when nothing differs
   */
  public boolean isEmpty() {
    return differences.isEmpty();
  }

  /**
   * The differences, one a line.
   *
   * @return the lines, each of them ended
   */
  @Override
  public String toString() {
    return differences.stream().map(d -> d + "\n").collect(Collectors.joining());
  }
}
