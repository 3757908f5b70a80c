package dev.taskstore.db.personal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of an erasure: the number of deleted rows. Contains names and numbers, no values.
 * Immutable and thread-safe.
 *
 * @param byTable the number of deleted rows by the name of the table, the person's table first;
 *     tables that can contain rows of a person but had none are included with 0
 */
public record ErasedRows(Map<String, Long> byTable) {

  /** Copies the map. */
  public ErasedRows {
    byTable = Collections.unmodifiableMap(new LinkedHashMap<>(byTable));
  }

  /**
   * Returns the number of deleted rows of all tables.
   *
   * @return the sum
   */
  public long total() {
    return byTable.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Returns the number of deleted rows of a table.
   *
   * @param table the name of the table
   * @return the number, 0 for a table that contains no rows of a person
   */
  public long of(String table) {
    return byTable.getOrDefault(table, 0L);
  }
}
