package dev.taskstore.transfer.report;

import java.util.List;

/**
 * The rows of a table that differ between two databases. Immutable.
 *
 * @param table the table
 * @param missing the number of rows that the second database does not have
 * @param extra the number of rows that the first database does not have
 * @param changed the number of rows with the same key and other values
 * @param first the first rows that differ, in the order of their keys
 */
public record TableDifference(
    String table, long missing, long extra, long changed, List<RowDifference> first) {

  /** Copies the list. */
  public TableDifference {
    first = List.copyOf(first);
  }
}
