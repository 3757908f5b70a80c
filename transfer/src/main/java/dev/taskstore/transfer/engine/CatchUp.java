package dev.taskstore.transfer.engine;

import dev.taskstore.db.Database;
import dev.taskstore.transfer.engine.LiveCapture.Backlog;
import dev.taskstore.transfer.report.CopyPhase;
import dev.taskstore.transfer.rows.TableShape;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Applies recorded changes to the target, in rounds. A round reads the keys of the changed rows and
 * the rows themselves in one snapshot, and replaces these rows in one transaction of the target.
 * The target then has the state of the snapshot.
 */
final class CatchUp {

  /** With more keys, comparing whole tables needs less memory. */
  private static final int MAXIMUM_KEYS = 200_000;

  private final Database source;
  private final LiveCapture capture;
  private final TargetSession target;
  private final Ledger ledger;
  private final List<TableShape> tables;
  private final Function<Access, TableCopy> copies;
  private final ProgressTracker progress;
  private long changes;

  /**
   * Prepares the rounds.
   *
   * @param copies creates what compares whole tables
   */
  CatchUp(
      Database source,
      LiveCapture capture,
      TargetSession target,
      Ledger ledger,
      List<TableShape> tables,
      Function<Access, TableCopy> copies,
      ProgressTracker progress) {
    this.source = source;
    this.capture = capture;
    this.target = target;
    this.ledger = ledger;
    this.tables = tables;
    this.copies = copies;
    this.progress = progress;
  }

  /** Returns the number of changes that all rounds have applied. */
  long changes() {
    return changes;
  }

  /** Applies the changes of one snapshot, and returns their number. */
  long round(CopyPhase phase) {
    List<Backlog> backlog =
        Snapshot.read(
            source,
            snapshot -> {
              List<Backlog> read = capture.backlog(snapshot);
              apply(snapshot, read);
              return read;
            });
    capture.acknowledge(backlog);
    long applied = backlog.stream().mapToLong(part -> part.sequences().size()).sum();
    changes += applied;
    progress.report(phase, null, changes, changes);
    return applied;
  }

  private void apply(Access snapshot, List<Backlog> backlog) {
    if (backlog.stream().mapToLong(part -> part.keys().size()).sum() > MAXIMUM_KEYS) {
      TableCopy copy = copies.apply(snapshot);
      for (int i = 0; i < tables.size(); i++) {
        copy.merge(tables.get(i), i);
      }
    } else if (!backlog.isEmpty()) {
      target.write(
          access -> {
            replace(snapshot, access, backlog);
            for (Backlog part : backlog) {
              ledger.setChanged(access, part.table().name());
            }
            ledger.requireOwnership(access);
            return backlog;
          });
    }
  }

  /** All old rows go before the first new one comes: unique values may move between rows. */
  private static void replace(Access snapshot, Access access, List<Backlog> backlog)
      throws SQLException {
    for (int i = backlog.size() - 1; i >= 0; i--) {
      Backlog part = backlog.get(i);
      new KeyedTable(part.table()).delete(access, keys(part));
    }
    for (Backlog part : backlog) {
      new KeyedTable(part.table()).insert(snapshot, access, keys(part));
    }
  }

  private static List<@Nullable Object[]> keys(Backlog part) {
    List<@Nullable Object[]> keys = new ArrayList<>(part.keys().size());
    part.keys().forEach(key -> keys.add(key.toArray()));
    return keys;
  }
}
