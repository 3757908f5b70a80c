package dev.taskstore.transfer.engine;

import dev.taskstore.db.spi.Capability;
import dev.taskstore.transfer.engine.Ledger.StructureState;
import dev.taskstore.transfer.report.CopyPhase;
import dev.taskstore.transfer.report.TableCounts;
import dev.taskstore.transfer.rows.RowDigest;
import dev.taskstore.transfer.rows.TableShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of a copy that holds a connection of the target: from the first row to the digests. */
final class CopyWork {

  private final CopyOptions options;
  private final List<TableShape> tables;
  private final Ledger ledger;
  private final ProgressTracker progress;
  private final @Nullable LiveCopy live;
  private boolean resumed;

  CopyWork(
      CopyOptions options,
      List<TableShape> tables,
      Ledger ledger,
      ProgressTracker progress,
      @Nullable LiveCopy live) {
    this.options = options;
    this.tables = tables;
    this.ledger = ledger;
    this.progress = progress;
    this.live = live;
  }

  /** Returns whether rows of an earlier run were found. */
  boolean isResumed() {
    return resumed;
  }

  List<TableCounts> run(TargetSession session) {
    Structures structures = new Structures(session, ledger, tables);
    boolean continuous = live != null && live.start(session, ledger);
    progress.begin(CopyPhase.COPY);
    resumed = continuous;
    Map<String, RowDigest> source = continuous ? Map.of() : copy(session, structures);
    progress.begin(CopyPhase.BUILD);
    structures.dropKeyIndexes();
    if (live == null && options.target().capabilities().contains(Capability.CONCURRENT_WRITERS)) {
      return finishInParallel(session, structures, source);
    }
    structures.build(state -> !state.isForeignKey(), CopyPhase.BUILD, progress);
    if (live != null) {
      live.catchUp(session, ledger, structures);
    }
    finish(session, structures);
    long total = source.values().stream().mapToLong(RowDigest::rows).sum();
    Verification.Both<Map<String, RowDigest>, Map<String, RowDigest>> digests =
        Verification.inParallel(
            () -> live == null ? source : Verification.of(options.source(), tables),
            () -> Verification.ofTarget(session, tables, progress, total));
    return Verification.compare(tables, digests.first(), digests.second());
  }

  private void finish(TargetSession session, Structures structures) {
    progress.begin(CopyPhase.FINISH);
    structures.build(StructureState::isForeignKey, CopyPhase.FINISH, progress);
    advanceIdentities(session);
    progress.begin(CopyPhase.VERIFY);
  }

  /**
   * Reads the rows of the target on another connection while indexes and foreign keys are built.
   * Keys are built before, because they lock their tables, and because they sort the rows.
   */
  private List<TableCounts> finishInParallel(
      TargetSession session, Structures structures, Map<String, RowDigest> source) {
    structures.build(
        state -> !state.isForeignKey() && !Structures.isPlainIndex(state),
        CopyPhase.BUILD,
        progress);
    Verification.Both<Map<String, RowDigest>, Structures> digests =
        Verification.inParallel(
            () ->
                TargetSession.open(
                    options.target(),
                    other ->
                        Verification.ofTarget(
                            other, tables, new ProgressTracker(unreported -> {}), 0)),
            () -> {
              structures.build(state -> !state.isForeignKey(), CopyPhase.BUILD, progress);
              finish(session, structures);
              return structures;
            });
    return Verification.compare(tables, source, digests.first());
  }

  private Map<String, RowDigest> copy(TargetSession session, Structures structures) {
    if (live == null) {
      session.write(
          access -> {
            ledger.setLive(access, false);
            return access;
          });
    }
    return Snapshot.read(
        options.source(),
        access -> {
          long total = 0;
          for (TableShape table : tables) {
            total += access.count(table);
          }
          TableCopy copy =
              new TableCopy(
                  access, session, ledger, structures, progress, options.chunkRows(), total);
          Map<String, RowDigest> digests = new HashMap<>();
          for (int i = 0; i < tables.size(); i++) {
            TableShape table = tables.get(i);
            digests.put(table.name(), copy.copy(table, i));
          }
          resumed = copy.isResumed();
          return digests;
        });
  }

  private void advanceIdentities(TargetSession session) {
    for (TableShape table : tables) {
      String identity = table.identity();
      if (identity != null) {
        session.write(
            access -> {
              access
                  .dialect()
                  .transfer()
                  .advanceIdentity(access.connection(), table.name(), identity);
              ledger.requireOwnership(access);
              return table;
            });
      }
    }
  }
}
