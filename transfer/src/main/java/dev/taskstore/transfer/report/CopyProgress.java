package dev.taskstore.transfer.report;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a copy. Immutable and thread-safe.
 *
 * @param phase the current phase
 * @param table the table in work; null if the phase does not work on a single table
 * @param rows the number of rows, keys or changes that the phase has finished
 * @param totalRows the number at the end of the phase, as far as it is known: an estimate while
 *     other programs write
 * @param rowsPerSecond the mean rate of the phase; 0 at its beginning
 * @param remaining the estimated time to the end of the phase; null if it is unknown
 */
public record CopyProgress(
    CopyPhase phase,
    @Nullable String table,
    long rows,
    long totalRows,
    long rowsPerSecond,
    @Nullable Duration remaining) {}
