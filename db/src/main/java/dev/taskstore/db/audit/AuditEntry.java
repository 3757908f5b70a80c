package dev.taskstore.db.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * One change of one row. Immutable and thread-safe.
 *
 * <p>Values have the Java type of their column in the generated table. Values of columns that the
 * table no longer has are those of JSON: {@link String}, {@link java.math.BigDecimal}, {@link
 * Boolean} or null.
 *
 * @param id the number of the entry. Of two changes of the same row, the later one has the greater
 *     number
 * @param table the name of the table
 * @param key the primary key of the row before the change, in the order of its columns
 * @param operation what happened to the row
 * @param actor who changed the row; empty if nobody was named
 * @param changedAt when the statement began, by the clock of the database: in microseconds or
 *     milliseconds, as the database measures time
 * @param oldValues the values before the change by name of column: for an update, those of the
 *     changed columns; for a delete, those of all columns; for an insert, none. Without columns
 *     whose values are not kept
 * @param newValues the values after the change by name of column: for an update, those of the
 *     changed columns; for an insert, those of all columns; for a delete, none. Without columns
 *     whose values are not kept
 * @param hiddenColumns the names of the changed columns whose values are not kept; for an insert or
 *     delete, none
 */
public record AuditEntry(
    long id,
    String table,
    List<@Nullable Object> key,
    AuditOperation operation,
    Optional<String> actor,
    Instant changedAt,
    Map<String, @Nullable Object> oldValues,
    Map<String, @Nullable Object> newValues,
    List<String> hiddenColumns) {

  /** Copies the collections. */
  public AuditEntry {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(changedAt, "changedAt");
    key = Collections.unmodifiableList(new ArrayList<>(key));
    oldValues = Collections.unmodifiableMap(new LinkedHashMap<>(oldValues));
    newValues = Collections.unmodifiableMap(new LinkedHashMap<>(newValues));
    hiddenColumns = List.copyOf(hiddenColumns);
  }

  /**
   * Returns the value of a column before the change.
   *
   * @param column a column of the generated table
   * @param <T> the type of the column
   * @return the value; null if it was null or is not part of the entry, which {@link #oldValues}
   *     distinguishes
   */
  @SuppressWarnings("unchecked") // Values have the type of their column.
  public <T> @Nullable T oldValue(TableField<?, T> column) {
    return (T) oldValues.get(column.getName());
  }

  /**
   * Returns the value of a column after the change.
   *
   * @param column a column of the generated table
   * @param <T> the type of the column
   * @return the value; null if it is null or not part of the entry, which {@link #newValues}
   *     distinguishes
   */
  @SuppressWarnings("unchecked") // Values have the type of their column.
  public <T> @Nullable T newValue(TableField<?, T> column) {
    return (T) newValues.get(column.getName());
  }

  /**
   * Returns a description without values, which may appear in logs.
   *
   * @return the number, the operation, the table, and the names of columns
   */
  @Override
  public String toString() {
    return "AuditEntry[id="
        + id
        + ", "
        + operation
        + " of "
        + table
        + " at "
        + changedAt
        + ", old="
        + oldValues.keySet()
        + ", new="
        + newValues.keySet()
        + ", hidden="
        + hiddenColumns
        + "]";
  }
}
