package dev.taskstore.transfer.engine;

import dev.taskstore.transfer.rows.TableColumn;
import dev.taskstore.transfer.rows.TableShape;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of rows by their keys, as databases sort them: text by code point, nulls last. */
final class KeyOrder implements Comparator<@Nullable Object[]> {

  private final int[] positions;
  private final List<TableColumn> columns;

  /** The order of whole rows of a table. */
  KeyOrder(TableShape table) {
    this.positions = table.keyPositions();
    this.columns = table.keyColumns();
  }

  /** Returns the values of a row's key. */
  @Nullable Object[] keyOf(@Nullable Object[] row) {
    @Nullable Object[] key = new @Nullable Object[positions.length];
    for (int i = 0; i < positions.length; i++) {
      key[i] = row[positions[i]];
    }
    return key;
  }

  @Override
  public int compare(@Nullable Object[] left, @Nullable Object[] right) {
    for (int i = 0; i < positions.length; i++) {
      int position = positions[i];
      int order = columns.get(i).compare(left[position], right[position]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
