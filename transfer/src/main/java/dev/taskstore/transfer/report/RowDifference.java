package dev.taskstore.transfer.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that differs between two databases. Immutable.
 *
 * @param kind how it differs
 * @param key the values of the row's primary key, in the order of its columns; of all columns if
 *     the table has no key. These are values of the row: do not write them to a log
 */
public record RowDifference(Kind kind, List<@Nullable Object> key) {

  /** How a row differs. */
  public enum Kind {
    /** The second database does not have the row. */
    MISSING,
    /** The first database does not have the row. */
    EXTRA,
    /** Both have a row with this key, with other values. */
    CHANGED
  }

  /** Copies the key. */
  public RowDifference {
    key = Collections.unmodifiableList(new ArrayList<>(key));
  }

  /** Returns the kind, without the key. */
  @Override
  public String toString() {
    return kind.name();
  }
}
