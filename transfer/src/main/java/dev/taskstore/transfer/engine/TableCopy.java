package dev.taskstore.transfer.engine;

import dev.taskstore.transfer.engine.Ledger.TableState;
import dev.taskstore.transfer.report.CopyPhase;
import dev.taskstore.transfer.rows.RowCodec;
import dev.taskstore.transfer.rows.RowDigest;
import dev.taskstore.transfer.rows.TableShape;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Copies tables from one snapshot of the source, in chunks: a chunk of rows and the entry of the
 * ledger are one transaction of the target.
 *
 * <p>A later run reads the rows that the target has in the source again. If their digest is that of
 * the ledger, it continues behind them; otherwise it compares the rows of both databases by key.
 */
final class TableCopy {

  /** The bytes of rows that are in memory at a time, apart from the row in work. */
  static final long BUFFERED_BYTES = 8L * 1024 * 1024;

  private static final int ROWS_BETWEEN_REPORTS = 10_000;

  private final Access source;
  private final TargetSession target;
  private final Ledger ledger;
  private final Structures structures;
  private final ProgressTracker progress;
  private final int chunkRows;
  private final long totalRows;
  private long doneRows;
  private boolean resumed;

  TableCopy(
      Access source,
      TargetSession target,
      Ledger ledger,
      Structures structures,
      ProgressTracker progress,
      int chunkRows,
      long totalRows) {
    this.source = source;
    this.target = target;
    this.ledger = ledger;
    this.structures = structures;
    this.progress = progress;
    this.chunkRows = chunkRows;
    this.totalRows = totalRows;
  }

  /** Returns whether rows of an earlier run were found. */
  boolean isResumed() {
    return resumed;
  }

  /** Copies a table, and returns the digest of the source's rows. */
  RowDigest copy(TableShape table, int position) {
    TableState state = target.read(access -> ledger.table(access, table));
    resumed |= state.rows() > 0;
    if (!state.isUncertain()) {
      RowDigest digest = new RowDigest(new RowCodec(table));
      try (Rows reader = source.read(table)) {
        if (skip(reader, digest, state.rows(), table) && isSame(state, digest)) {
          load(table, reader, digest, state.isComplete());
          return digest;
        }
      }
    }
    return merge(table, position);
  }

  private boolean skip(Rows reader, RowDigest digest, long rows, TableShape table) {
    while (digest.rows() < rows) {
      @Nullable Object[] row = reader.next();
      if (row == null) {
        return false;
      }
      digest.add(row);
      count(table);
    }
    return true;
  }

  private static boolean isSame(TableState state, RowDigest digest) {
    return state.rows() == 0 || state.digest().equals(digest.hex());
  }

  private void count(TableShape table) {
    if (++doneRows % ROWS_BETWEEN_REPORTS == 0) {
      progress.report(CopyPhase.COPY, table.name(), doneRows, totalRows);
    }
  }

  private void load(TableShape table, Rows reader, RowDigest digest, boolean complete) {
    try (RowPrefetch rows = RowPrefetch.start(reader)) {
      load(table, new Chunks(table, rows, digest), complete);
    }
  }

  private void load(TableShape table, Chunks chunks, boolean complete) {
    if (!chunks.hasMore() && complete) {
      return;
    }
    do {
      if (chunks.hasMore()) {
        structures.ensureDropped();
      }
      target.write(
          access -> {
            if (chunks.hasMore()) {
              chunks.begin();
              access.loader(table).load(access.connection(), chunks);
            }
            ledger.update(
                access,
                table,
                chunks.digest,
                chunks.digest.rows(),
                chunks.lastKey(),
                !chunks.hasMore());
            return table;
          });
      progress.report(CopyPhase.COPY, table.name(), doneRows, totalRows);
    } while (chunks.hasMore());
  }

  /** The rows of a reader, in chunks. */
  private final class Chunks implements Iterator<@Nullable Object[]> {

    private final TableShape table;
    private final RowPrefetch reader;
    private final RowDigest digest;
    private final KeyOrder order;
    private final KeyedTable keyed;
    private @Nullable Object @Nullable [] next;
    private @Nullable Object @Nullable [] last;
    private int remaining;

    Chunks(TableShape table, RowPrefetch reader, RowDigest digest) {
      this.table = table;
      this.reader = reader;
      this.digest = digest;
      this.order = new KeyOrder(table);
      this.keyed = new KeyedTable(table);
      this.next = reader.next();
    }

    void begin() {
      remaining = chunkRows;
    }

    /** Returns whether another chunk follows. */
    boolean hasMore() {
      return next != null;
    }

    /** Returns the key of the last row, encoded, or null if the table has no key or no row. */
    @Nullable String lastKey() {
      @Nullable Object[] row = last;
      return row == null || table.key().isEmpty() ? null : keyed.encode(order.keyOf(row));
    }

    @Override
    public boolean hasNext() {
      return remaining > 0 && next != null;
    }

    @Override
    public @Nullable Object[] next() {
      @Nullable Object[] row = next;
      if (remaining == 0 || row == null) {
        throw new NoSuchElementException();
      }
      digest.add(row);
      remaining--;
      last = row;
      next = reader.next();
      count(table);
      return row;
    }
  }

  /** Makes the rows of the target equal to those of the source, whatever it has. */
  RowDigest merge(TableShape table, int position) {
    structures.ensureDropped();
    if (table.key().isEmpty()) {
      return reload(table);
    }
    target.write(
        access -> {
          ledger.distrust(access, table.name());
          ledger.requireOwnership(access);
          return table;
        });
    structures.createKeyIndex(table, position);
    TableMerge merge = new TableMerge(source, target, ledger, table);
    RowDigest digest = merge.run();
    structures.dropKeyIndex(position);
    doneRows += digest.rows();
    target.write(
        access -> {
          ledger.update(access, table, digest, digest.rows(), merge.lastKey(), true);
          return table;
        });
    progress.report(CopyPhase.COPY, table.name(), doneRows, totalRows);
    return digest;
  }

  /** Rows without a key cannot be changed one by one. */
  private RowDigest reload(TableShape table) {
    RowDigest digest = new RowDigest(new RowCodec(table));
    target.write(
        access -> {
          access.execute("DELETE FROM " + access.name(table));
          ledger.update(access, table, digest, 0, null, false);
          return table;
        });
    try (Rows reader = source.read(table)) {
      load(table, reader, digest, false);
    }
    return digest;
  }
}
