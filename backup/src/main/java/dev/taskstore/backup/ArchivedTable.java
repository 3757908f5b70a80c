package dev.taskstore.backup;

import java.util.List;
import java.util.Optional;

/**
 * A table in an archive. Immutable.
 *
 * @param name the table's name
 * @param file the name of the entry with its rows
 * @param columns the columns, in the order of the values of a row
 * @param key the columns of the primary key, by which the rows are ordered; empty if there is none
 * @param references the tables that foreign keys of this table reference
 * @param identity the identity column, or empty
 * @param rows the number of rows
 * @param sha256 the SHA-256 of the rows in their canonical form, in lower-case hexadecimal digits
 */
public record ArchivedTable(
    String name,
    String file,
    List<ArchivedColumn> columns,
    List<String> key,
    List<String> references,
    Optional<String> identity,
    long rows,
    String sha256) {

  /** Copies the lists. */
  public ArchivedTable {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    references = List.copyOf(references);
  }
}
