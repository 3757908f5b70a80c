package dev.taskstore.transfer.engine;

import dev.taskstore.transfer.rows.TableShape;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The order of rows by their keys, as databases sort them: text by code point, nulls last. */
final class KeyOrder implements Comparator<@Nullable Object[]> {

  private final int[] positions;

  /** The order of whole rows of a table. */
  KeyOrder(TableShape table) {
    this.positions = table.keyPositions();
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
    for (int position : positions) {
      int order = compareValues(left[position], right[position]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int compareValues(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return Boolean.compare(left == null, right == null);
    }
    if (left instanceof String text) {
      return compareText(text, (String) right);
    }
    if (left instanceof UUID uuid) {
      return compareUuids(uuid, (UUID) right);
    }
    return compareComparable(left, right);
  }

  @SuppressWarnings("unchecked") // Both values are of the type of the same column.
  private static int compareComparable(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  /** UUID.compareTo compares signed numbers. */
  private static int compareUuids(UUID left, UUID right) {
    int order =
        Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
    return order != 0
        ? order
        : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
  }

  /** String.compareTo sorts surrogates before other characters. */
  private static int compareText(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean surrogate = Character.isSurrogate(a);
        return surrogate == Character.isSurrogate(b)
            ? Character.compare(a, b)
            : Boolean.compare(surrogate, !surrogate);
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
