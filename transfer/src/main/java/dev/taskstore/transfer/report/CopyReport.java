package dev.taskstore.transfer.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a copy. Contains no row values. Immutable and thread-safe.
 *
 * @param startedAt when this run began
 * @param finishedAt when it ended
 * @param libraryVersion the version of this library
 * @param source the source
 * @param target the target
 * @param changelog the state of the changelog in both databases; null if the databases were opened
 *     without one
 * @param tables the tables, in the order in which they were loaded
 * @param drift the differences between the target's schema and its changelog, one a line; null if
 *     the dialect cannot compare them
 * @param isResumed whether an earlier run had loaded a part of the rows
 * @param changes the number of recorded changes that a live copy applied; 0 for other copies
 * @param longestStop how long the source was sealed before the target was complete; null if the
 *     copy was not live
 * @param phases the phases of this run with their durations
 */
public record CopyReport(
    Instant startedAt,
    Instant finishedAt,
    String libraryVersion,
    DatabaseDescription source,
    DatabaseDescription target,
    @Nullable ChangelogState changelog,
    List<TableCounts> tables,
    @Nullable List<String> drift,
    boolean isResumed,
    long changes,
    @Nullable Duration longestStop,
    List<PhaseDuration> phases) {

  /** Copies the lists. */
  public CopyReport {
    tables = List.copyOf(tables);
    drift = drift == null ? null : List.copyOf(drift);
    phases = List.copyOf(phases);
  }

  /**
   * Returns whether all rows are equal and the target has no drift.
   *
   * @return true for every report of a copy that completed
   */
  public boolean isVerified() {
    return tables.stream().allMatch(TableCounts::isEqual) && (drift == null || drift.isEmpty());
  }

  /**
   * Returns the number of rows.
   *
   * @return the rows of all tables of the target
   */
  public long rows() {
    return tables.stream().mapToLong(TableCounts::targetRows).sum();
  }

  /**
   * Returns the report as JSON.
   *
   * @return a JSON object; times are ISO 8601 in UTC, durations are milliseconds
   */
  public String toJson() {
    return CopyReportJson.write(this);
  }

  /**
   * Returns the report for people.
   *
   * @return lines, the verdict first
   */
  public String toText() {
    return CopyReportText.write(this);
  }
}
