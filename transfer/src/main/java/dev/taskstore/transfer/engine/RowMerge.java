package dev.taskstore.transfer.engine;

import dev.taskstore.transfer.exception.TransferException;
import dev.taskstore.transfer.report.RowDifference.Kind;
import dev.taskstore.transfer.rows.RowDigest;
import dev.taskstore.transfer.rows.TableShape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table in two databases in key order, and finds those that differ. */
final class RowMerge {

  /**
   * A row that differs.
   *
   * @param kind how
   * @param key its key
   */
  record Difference(Kind kind, KeyedTable.Key key) {}

  private final Side source;
  private final Side target;
  private final KeyOrder order;
  private final RowDigest sourceDigest;
  private @Nullable Object @Nullable [] lastRow;

  /**
   * Begins a merge.
   *
   * @param sourceDigest receives the rows of the source that were compared
   */
  RowMerge(
      TableShape table, Rows source, Rows target, RowDigest sourceDigest) {
    this.order = new KeyOrder(table);
    this.source = new Side(table, source);
    this.target = new Side(table, target);
    this.sourceDigest = sourceDigest;
  }

  /** One of the readers, a row ahead. */
  private final class Side {

    private final TableShape table;
    private final Rows reader;
    private @Nullable Object @Nullable [] row;

    Side(TableShape table, Rows reader) {
      this.table = table;
      this.reader = reader;
      this.row = reader.next();
    }

    void advance() {
      @Nullable Object[] before = row;
      row = reader.next();
      if (before != null && row != null && order.compare(before, row) > 0) {
        throw new TransferException(
            "The table "
                + table.name()
                + " cannot be compared by key: a database sorts the key in another order than by code"
                + " point. Declare the collation \"C\" for its text columns.",
            null);
      }
    }
  }

  /** Returns the next row that differs, or null after the last row. */
  @Nullable Difference next() {
    while (true) {
      @Nullable Object[] left = source.row;
      @Nullable Object[] right = target.row;
      if (left == null && right == null) {
        return null;
      }
      int compared =
          left == null ? 1 : right == null ? -1 : order.compare(left, right);
      lastRow = compared <= 0 ? left : right;
      if (compared <= 0 && left != null) {
        sourceDigest.add(left);
        source.advance();
      }
      if (compared >= 0) {
        target.advance();
      }
      if (compared < 0 && left != null) {
        return new Difference(Kind.MISSING, KeyedTable.Key.of(order.keyOf(left)));
      }
      if (compared > 0 && right != null) {
        return new Difference(Kind.EXTRA, KeyedTable.Key.of(order.keyOf(right)));
      }
      if (left != null && !Arrays.equals(left, right)) {
        return new Difference(Kind.CHANGED, KeyedTable.Key.of(order.keyOf(left)));
      }
    }
  }

  /** Returns the key of the last row that was compared, or null if there was none. */
  @Nullable Object @Nullable [] lastKey() {
    @Nullable Object[] row = lastRow;
    return row == null ? null : order.keyOf(row);
  }
}
