package dev.taskstore.transfer.engine;

import dev.taskstore.db.Database;
import dev.taskstore.transfer.report.CopyProgress;
import dev.taskstore.transfer.rows.TableShape;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a copy.
 *
 * @param stopLimit the longest expected time to apply the last changes of a live copy; null for a
 *     copy that is not live
 * @param acceptsDrift whether tables and columns that are not in the changelog are left behind
 * @param restarts whether the rows of an earlier run are deleted first
 */
public record CopyOptions(
    Schema schema,
    Database source,
    Database target,
    Consumer<? super CopyProgress> progress,
    @Nullable Path report,
    int chunkRows,
    @Nullable Duration stopLimit,
    boolean acceptsDrift,
    boolean restarts,
    Clock clock) {

  boolean isLive() {
    return stopLimit != null;
  }

  List<TableShape> tables() {
    return TableShape.of(schema);
  }
}
