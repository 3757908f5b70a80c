package dev.taskstore.transfer.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reason why a copy is refused, or something that a copy does not carry over. Immutable.
 *
 * @param kind the kind
 * @param table the table; null if the finding does not concern a single table
 * @param key the values of the row's primary key, in the order of its columns; empty if the finding
 *     does not concern a row. These are values of the row: do not write them to a log
 * @param reason the reason, without values
 */
public record PreflightFinding(
    Kind kind, @Nullable String table, List<@Nullable Object> key, String reason) {

  /** The kind of a finding. */
  public enum Kind {
    /** A row that the target rejects or changes. */
    ROW,
    /** A table or column of the source that is not in the changelog; it would not be copied. */
    DRIFT,
    /** The databases are not at the same state of the changelog. */
    CHANGELOG,
    /** The target holds rows, or is the target of another transfer. */
    TARGET
  }

  /** Copies the key. */
  public PreflightFinding {
    key = Collections.unmodifiableList(new ArrayList<>(key));
  }

  /**
   * Returns the finding for people, with the key of the row.
   *
   * @return a line without a line feed
   */
  public String toText() {
    String keyText = key.stream().map(value -> value == null ? "?" : value.toString())
        .collect(Collectors.joining(" "));
    return (table == null ? "" : table + (key.isEmpty() ? "" : " " + keyText) + ": ") + reason;
  }

  /** Returns the kind, the table and the reason, without the key. */
  @Override
  public String toString() {
    return kind + " " + (table == null ? "" : table + ": ") + reason;
  }
}
