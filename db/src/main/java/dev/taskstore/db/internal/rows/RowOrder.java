package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.statement.WriteOrder;
import dev.taskstore.db.internal.value.RecordingRowWriter;
import dev.taskstore.db.internal.value.StoredType;
import dev.taskstore.db.mapping.TableMapping;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.Dialect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Index;
import org.jooq.Named;
import org.jooq.Table;
import org.jooq.UniqueKey;

/**
 * Decides in which order a call writes its rows. The order depends on the values of keys alone, so
 * that it is the same in all processes.
 */
final class RowOrder {

  /** The order of stored keys. */
  static final Comparator<List<?>> STORED = RowOrder::compare;

  private RowOrder() {}

  /** Returns whether transactions that lock rows in different orders may deadlock. */
  static boolean isRequired(Dialect dialect) {
    return dialect.capabilities().contains(Capability.CONCURRENT_WRITERS);
  }

  private static int compare(List<?> left, List<?> right) {
    for (int i = 0; i < left.size(); i++) {
      int compared = StoredType.compareValues(left.get(i), right.get(i));
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }

  /** Orders rows that exist, or may exist, by the key that identifies them. */
  static <E, M> WriteOrder<E> byKey(
      TableMapping<M, ?> mapping,
      List<? extends Named> key,
      Function<E, M> entity,
      List<E> elements) {
    if (elements.size() < 2) {
      return WriteOrder.given(elements);
    }
    int[] positions = positions(mapping.columns(), names(key));
    return WriteOrder.by(
        element ->
            RecordingRowWriter.valuesOf(
                row -> mapping.write(entity.apply(element), row), positions),
        STORED,
        elements);
  }

  /**
   * Orders new rows by their unique keys, their references and their primary key. Another
   * transaction may insert the same unique keys, or delete the referenced rows.
   *
   * <p>Rows keep the given order if the database has one writer at a time, if it numbers them, or
   * if they may reference each other.
   */
  static <M> WriteOrder<M> ofInsert(Dialect dialect, TableMapping<M, ?> mapping, List<M> entities) {
    if (entities.size() < 2
        || !isRequired(dialect)
        || mapping.identityColumn() != null
        || referencesItself(mapping.table())) {
      return WriteOrder.given(entities);
    }
    int[] positions = positions(mapping.insertColumns(), insertKeys(mapping.table()));
    return WriteOrder.by(
        entity -> RecordingRowWriter.valuesOf(row -> mapping.writeInsert(entity, row), positions),
        STORED,
        entities);
  }

  private static boolean referencesItself(Table<?> table) {
    return table.getReferences().stream()
        .anyMatch(key -> key.getKey().getTable().getName().equals(table.getName()));
  }

  private static Set<String> insertKeys(Table<?> table) {
    Set<String> columns = new LinkedHashSet<>();
    table.getUniqueKeys().stream()
        .sorted(Comparator.comparing(Named::getName))
        .forEach(key -> columns.addAll(names(key.getFields())));
    table.getIndexes().stream()
        .filter(Index::getUnique)
        .sorted(Comparator.comparing(Named::getName))
        .forEach(index -> index.getFields().forEach(field -> columns.add(field.getName())));
    table.getReferences().stream()
        .sorted(Comparator.comparing(Named::getName))
        .forEach(key -> columns.addAll(names(key.getFields())));
    UniqueKey<?> primaryKey = table.getPrimaryKey();
    if (primaryKey != null) {
      columns.addAll(names(primaryKey.getFields()));
    }
    return columns;
  }

  private static List<String> names(List<? extends Named> columns) {
    return columns.stream().map(Named::getName).toList();
  }

  private static int[] positions(List<? extends Named> columns, Iterable<String> names) {
    List<String> all = names(columns);
    List<Integer> positions = new ArrayList<>();
    for (String name : names) {
      int position = all.indexOf(name);
      if (position >= 0) {
        positions.add(position);
      }
    }
    return positions.stream().mapToInt(Integer::intValue).toArray();
  }
}
