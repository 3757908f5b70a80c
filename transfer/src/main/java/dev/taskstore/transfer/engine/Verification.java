package dev.taskstore.transfer.engine;

import dev.taskstore.db.Database;
import dev.taskstore.transfer.exception.CopyVerificationException;
import dev.taskstore.transfer.exception.TransferException;
import dev.taskstore.transfer.report.CopyPhase;
import dev.taskstore.transfer.report.TableCounts;
import dev.taskstore.transfer.rows.RowDigest;
import dev.taskstore.transfer.rows.TableShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Counts and digests of the rows of two databases. */
final class Verification {

  private static final int ROWS_BETWEEN_REPORTS = 10_000;

  private Verification() {}

  /** Returns the digests of all tables of the target. */
  static Map<String, RowDigest> ofTarget(
      TargetSession target, List<TableShape> tables, ProgressTracker progress, long total) {
    return target.read(
        access -> {
          long[] done = {0};
          Map<String, RowDigest> digests = new LinkedHashMap<>();
          for (TableShape table : tables) {
            Runnable count =
                () -> {
                  if (++done[0] % ROWS_BETWEEN_REPORTS == 0) {
                    progress.report(CopyPhase.VERIFY, table.name(), done[0], total);
                  }
                };
            digests.put(table.name(), Rows.digest(access, table, count));
            progress.report(CopyPhase.VERIFY, table.name(), done[0], total);
          }
          return digests;
        });
  }

  /** Returns the digests of all tables in one snapshot. */
  static Map<String, RowDigest> of(Database database, List<TableShape> tables) {
    return Snapshot.read(database, access -> of(access, tables));
  }

  static Map<String, RowDigest> of(Access access, List<TableShape> tables) {
    Map<String, RowDigest> digests = new LinkedHashMap<>();
    for (TableShape table : tables) {
      digests.put(table.name(), Rows.digest(access, table, TargetSession::requireNotInterrupted));
    }
    return digests;
  }

  /** Two results. */
  record Both<A, B>(A first, B second) {}

  /** Runs two tasks at the same time: the first in another thread, the second in this one. */
  static <A, B> Both<A, B> inParallel(Callable<A> first, Callable<B> second) {
    ExecutorService executor =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "taskstore-verification");
              thread.setDaemon(true);
              return thread;
            });
    try {
      Future<A> other = executor.submit(first);
      B own = second.call();
      return new Both<>(other.get(), own);
    } catch (ExecutionException e) {
      throw asUnchecked(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransferException("The thread was interrupted.", null);
    } catch (Exception e) {
      throw asUnchecked(e);
    } finally {
      end(executor);
    }
  }

  /** The other thread may use a connection that this one returns next. */
  private static void end(ExecutorService executor) {
    executor.shutdownNow();
    boolean interrupted = Thread.interrupted();
    while (!executor.isTerminated()) {
      try {
        boolean ended = executor.awaitTermination(1, TimeUnit.MINUTES);
        if (ended) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static RuntimeException asUnchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(failure);
  }

  static List<TableCounts> compare(
      List<TableShape> tables, Map<String, RowDigest> source, Map<String, RowDigest> target) {
    List<TableCounts> counts = new ArrayList<>();
    for (TableShape table : tables) {
      RowDigest left = source.get(table.name());
      RowDigest right = target.get(table.name());
      if (left == null || right == null) {
        throw new IllegalStateException("No digest of " + table.name());
      }
      counts.add(new TableCounts(table.name(), left.rows(), right.rows(), left.hex(), right.hex()));
    }
    return counts;
  }

  /** Returns the exception for tables that differ. */
  static CopyVerificationException failure(List<TableCounts> different) {
    return new CopyVerificationException(
        "The rows of the source and the target differ after the copy: "
            + different.stream()
                .map(
                    table ->
                        table.table()
                            + " ("
                            + table.sourceRows()
                            + " and "
                            + table.targetRows()
                            + " rows)")
                .collect(Collectors.joining(", "))
            + ". The target remains incomplete; stop other programs that write to it, and run the"
            + " copy again to repair it.",
        different.stream().map(TableCounts::table).toList());
  }
}
