package dev.taskstore.transfer.engine;

import dev.taskstore.transfer.engine.Ledger.Run;
import dev.taskstore.transfer.report.CopyPhase;
import dev.taskstore.transfer.rows.TableShape;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a live copy does in addition: it records changes, applies them, and seals the source. */
final class LiveCopy {

  /** Later rounds do not become shorter if writers are as fast as the copy. */
  private static final int MAXIMUM_ROUNDS = 30;

  /** So few changes take less time than the statements that seal the source. */
  private static final int FEW_CHANGES = 100;

  private final CopyOptions options;
  private final List<TableShape> tables;
  private final ProgressTracker progress;
  private final LiveCapture capture;
  private @Nullable CatchUp catchUp;
  private boolean sealed;
  private long sealedAt;

  LiveCopy(CopyOptions options, List<TableShape> tables, ProgressTracker progress) {
    this.options = options;
    this.tables = tables;
    this.progress = progress;
    this.capture = new LiveCapture(options.source(), tables);
  }

  /**
   * Begins to record changes.
   *
   * @return whether all tables were loaded, and all changes since then were recorded: applying them
   *     makes the target equal to the source
   */
  boolean start(TargetSession session, Ledger ledger) {
    Run run = CopyEngine.currentRun(session);
    boolean existed = capture.start();
    boolean continuous = existed && run.isLive() && isLoaded(session, ledger);
    session.write(
        access -> {
          ledger.setLive(access, true);
          return access;
        });
    return continuous;
  }

  /**
   * A table of which an earlier run has loaded a part is compared with the source. The rest of its
   * rows may have unique values that rows of the first part had before.
   */
  private boolean isLoaded(TargetSession session, Ledger ledger) {
    return session.read(
        access -> {
          for (TableShape table : tables) {
            Ledger.TableState state = ledger.table(access, table);
            if (!state.isComplete() || state.isDistrusted()) {
              return false;
            }
          }
          return true;
        });
  }

  /** Applies changes until few remain, seals the source, and applies the rest. */
  void catchUp(TargetSession session, Ledger ledger, Structures structures) {
    CatchUp rounds =
        new CatchUp(
            options.source(),
            capture,
            session,
            ledger,
            tables,
            snapshot ->
                new TableCopy(
                    snapshot, session, ledger, structures, progress, options.chunkRows(), 0),
            progress);
    catchUp = rounds;
    progress.begin(CopyPhase.CATCH_UP);
    Duration limit = options.stopLimit();
    long stopNanos = limit == null ? 0 : limit.toNanos();
    for (int round = 0; round < MAXIMUM_ROUNDS; round++) {
      long began = System.nanoTime();
      long applied = rounds.round(CopyPhase.CATCH_UP);
      structures.build(state -> !state.isForeignKey(), CopyPhase.CATCH_UP, progress);
      long nanos = System.nanoTime() - began;
      // The next round takes about as long as this one, relative to the changes made during it.
      if (applied <= FEW_CHANGES || nanos < stopNanos / 4) {
        break;
      }
    }
    progress.begin(CopyPhase.SEAL);
    sealedAt = System.nanoTime();
    sealed = true;
    capture.seal();
    while (rounds.round(CopyPhase.SEAL) > 0) {
      structures.build(state -> !state.isForeignKey(), CopyPhase.SEAL, progress);
    }
  }

  long changes() {
    CatchUp rounds = catchUp;
    return rounds == null ? 0 : rounds.changes();
  }

  /** Returns how long the source has been sealed. */
  Duration stop() {
    return CopyEngine.since(sealedAt);
  }

  /** From here on, the target may be complete. Two databases must not accept writes. */
  void keepSealed() {
    sealed = false;
  }

  /** After a failure before the target was complete, the source accepts writes again. */
  void undoSeal(Throwable failure) {
    if (!sealed) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      capture.unseal();
      sealed = false;
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void removeCapture() {
    capture.remove();
  }
}
