package dev.taskstore.db.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * A partial update: the columns to write and their new values. Generated for every table with a
 * key; immutable.
 *
 * @param <C> the generated class
 */
public abstract class Changes<C extends Changes<C>> {

  private final Map<TableField<?, ?>, @Nullable Object> values;

  /**
   * Creates the changes.
   *
   * @param values the columns to write and their values, null for SQL NULL; not copied
   */
  protected Changes(Map<TableField<?, ?>, @Nullable Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Returns the values of these changes with another value.
   *
   * @param column the column to write
   * @param value its value, null for SQL NULL
   * @return a copy of the values with the given one added or replaced
   */
  protected final Map<TableField<?, ?>, @Nullable Object> with(
      TableField<?, ?> column, @Nullable Object value) {
    Map<TableField<?, ?>, @Nullable Object> copy = new LinkedHashMap<>(values);
    copy.put(column, value);
    return copy;
  }

  /**
   * Returns the columns to write.
   *
   * @return the columns and their new values, in the order in which they were set; unmodifiable
   */
  public final Map<TableField<?, ?>, @Nullable Object> values() {
    return values;
  }

  /**
   * Returns whether these changes write a column.
   *
   * @param column the column
   * @return true if these changes contain a value for the column, including null
   */
  public final boolean contains(TableField<?, ?> column) {
    return values.containsKey(column);
  }

  /** Returns the names of the columns, never their values. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + values.keySet();
  }
}
