package dev.taskstore.testdata.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a key of the rows that exist and of those that were generated, for the foreign keys
 * that reference it.
 */
final class ParentRows {

  private final List<Column> columns;
  private final List<Object[]> rows = new ArrayList<>();
  private final Map<List<Integer>, Map<List<Object>, List<Object[]>>> indexes = new HashMap<>();

  private int existing;

  /** Creates a list for the columns of a key. */
  ParentRows(List<Column> columns) {
    this.columns = columns;
  }

  /** Adds the key of a row, unless one of its values is null. */
  void add(@Nullable Object[] row) {
    Object[] key = new Object[columns.size()];
    for (int i = 0; i < key.length; i++) {
      Object value = row[columns.get(i).position()];
      if (value == null) {
        return;
      }
      key[i] = value;
    }
    rows.add(key);
    indexes.forEach((positions, index) -> insert(index, positions, key));
  }

  /** Adds the keys of the rows that the table contains before the first is generated. */
  void addExisting(List<@Nullable Object[]> all) {
    all.forEach(this::add);
    existing = rows.size();
  }

  /** Returns the number of keys of rows that are not generated. They are the first ones. */
  int existing() {
    return existing;
  }

  /** Returns the columns of the key, in the table that is referenced. */
  List<Column> columns() {
    return columns;
  }

  int size() {
    return rows.size();
  }

  Object[] get(long index) {
    return rows.get((int) index);
  }

  /** Returns the keys that have given values at some of their positions. */
  List<Object[]> matching(List<Integer> positions, List<Object> values) {
    return indexes.computeIfAbsent(positions, this::index).getOrDefault(values, List.of());
  }

  private Map<List<Object>, List<Object[]>> index(List<Integer> positions) {
    Map<List<Object>, List<Object[]>> index = new HashMap<>();
    rows.forEach(key -> insert(index, positions, key));
    return index;
  }

  private static void insert(
      Map<List<Object>, List<Object[]>> index, List<Integer> positions, Object[] key) {
    List<Object> values = positions.stream().map(position -> key[position]).toList();
    index.computeIfAbsent(values, absent -> new ArrayList<>()).add(key);
  }
}
