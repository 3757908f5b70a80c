package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.value.RecordingRowWriter;
import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.KeyedTableMapping;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jooq.TableField;

/**
 * A key in its stored form, in which equal keys are equal objects.
 *
 * @param values the stored values of its columns
 */
public record StoredKey(List<?> values) {

  /** Returns stored primary keys of a table. */
  public static <K> List<StoredKey> of(
      KeyedTableMapping<?, ?, ?, K> mapping, Collection<? extends K> keys) {
    return keys.stream().map(key -> of(mapping, Objects.requireNonNull(key, "key"))).toList();
  }

  /** Returns a stored primary key of a table. */
  static <K> StoredKey of(KeyedTableMapping<?, ?, ?, K> mapping, K key) {
    return new StoredKey(RecordingRowWriter.valuesOf(row -> mapping.writeKey(key, row)));
  }

  /** Returns stored keys of a single column. */
  public static List<StoredKey> of(TableField<?, ?> column, Collection<?> values) {
    Codec<?, Object> codec = Codec.of(column.getDataType());
    return values.stream()
        .map(value -> Objects.requireNonNull(value, column.getName()))
        .map(value -> new StoredKey(Collections.singletonList(codec.toStored(value))))
        .toList();
  }
}
