package dev.taskstore.transfer.engine;

import dev.taskstore.transfer.rows.RowCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows in a thread of its own, ahead of the thread that writes them, so that the two
 * databases work at the same time. Only that thread uses the rows until {@link #close} returns.
 */
final class RowPrefetch implements AutoCloseable {

  /** Rows that are passed on at a time: a switch between threads for each row takes longer. */
  private static final int BATCH_ROWS = 256;

  /** The bytes of all batches that wait, apart from a single row that is larger. */
  private static final int WAITING_BYTES = (int) TableCopy.BUFFERED_BYTES;

  /** The bytes of a batch, apart from its last row. */
  private static final int BATCH_BYTES = WAITING_BYTES / 8;

  /** Some rows, and perhaps the end or a failure. */
  private record Batch(
      List<@Nullable Object[]> rows, int bytes, boolean isLast, @Nullable Throwable failure) {}

  private final Rows rows;
  private final BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
  private final Semaphore waitingBytes = new Semaphore(WAITING_BYTES);
  private final Thread thread;
  private volatile boolean closed;
  private Batch current = new Batch(List.of(), 0, false, null);
  private int position;

  private RowPrefetch(Rows rows) {
    this.rows = rows;
    this.thread = new Thread(this::readAll, "taskstore-reader");
    this.thread.setDaemon(true);
  }

  /** Starts reading. */
  static RowPrefetch start(Rows rows) {
    RowPrefetch prefetch = new RowPrefetch(rows);
    prefetch.thread.start();
    return prefetch;
  }

  private void readAll() {
    try {
      boolean more = true;
      while (more && !closed) {
        Batch batch = readBatch();
        more = !batch.isLast();
        waitingBytes.acquireUninterruptibly(batch.bytes());
        batches.add(batch);
      }
    } catch (RuntimeException | Error e) {
      batches.add(new Batch(List.of(), 0, true, e));
    }
  }

  private Batch readBatch() {
    List<@Nullable Object[]> read = new ArrayList<>(BATCH_ROWS);
    long bytes = 0;
    boolean isLast = false;
    Throwable failure = null;
    try {
      while (!isLast && read.size() < BATCH_ROWS && bytes < BATCH_BYTES) {
        @Nullable Object[] row = rows.next();
        if (row == null) {
          isLast = true;
        } else {
          read.add(row);
          bytes += RowCodec.size(row);
        }
      }
    } catch (RuntimeException | Error e) {
      isLast = true;
      failure = e;
    }
    return new Batch(read, (int) Math.min(bytes, WAITING_BYTES), isLast, failure);
  }

  /** Returns the next row, or null after the last one. */
  @Nullable Object @Nullable [] next() {
    while (position == current.rows().size()) {
      Throwable failure = current.failure();
      if (failure instanceof Error error) {
        throw error;
      } else if (failure instanceof RuntimeException exception) {
        throw exception;
      } else if (current.isLast()) {
        return null;
      }
      current = take();
      position = 0;
    }
    return current.rows().get(position++);
  }

  private Batch take() {
    try {
      Batch batch = batches.take();
      waitingBytes.release(batch.bytes());
      return batch;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TargetSession.interrupted();
    }
  }

  /** Waits for the end of the thread, which may wait for its database. The rows remain open. */
  @Override
  public void close() {
    closed = true;
    waitingBytes.release(WAITING_BYTES);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
