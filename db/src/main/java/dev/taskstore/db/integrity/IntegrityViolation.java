package dev.taskstore.db.integrity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that breaks a rule of the schema. Immutable and thread-safe.
 *
 * @param kind the rule
 * @param table the table
 * @param columns the columns of the value, the reference or the unique key, or the expressions of a
 *     unique index; empty for a check
 * @param constraint the name of the foreign key, the check, the key or the index; null for other
 *     rules
 * @param key the values of the row's primary key, in the order of its columns; null for a value
 *     that cannot be read. Empty if the table has no primary key. These are values of the row: do
 *     not write them to a log
 */
public record IntegrityViolation(
    Kind kind,
    String table,
    List<String> columns,
    @Nullable String constraint,
    List<@Nullable Object> key) {

  /** Copies the lists. */
  public IntegrityViolation {
    columns = List.copyOf(columns);
    key = Collections.unmodifiableList(new ArrayList<>(key));
  }

  /** The rule that a row breaks. */
  public enum Kind {
    /** A value does not have the type of its column, or is out of its range. */
    VALUE,
    /** A NOT NULL column is null. */
    NOT_NULL,
    /** A check constraint is false. */
    CHECK,
    /** The row that a foreign key references does not exist. */
    FOREIGN_KEY,
    /**
     * Another row has the same values of a primary key, a unique key or a unique index. Each of the
     * rows is reported.
     */
    DUPLICATE,
    /**
     * The values of an index or a key are so large that another database may refuse the row. It
     * stores the row only if it can compress them.
     */
    INDEX_SIZE
  }

  /** Returns the rule, the table, the columns and the constraint, without the key. */
  @Override
  public String toString() {
    return kind + " " + table + columns + (constraint == null ? "" : " " + constraint);
  }
}
