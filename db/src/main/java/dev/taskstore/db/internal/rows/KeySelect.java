package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.Engine;
import dev.taskstore.db.internal.statement.KeyListStatements;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.internal.value.RecordingRowWriter;
import dev.taskstore.db.internal.value.ValueType;
import dev.taskstore.db.mapping.TableMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Reads or deletes rows by lists of keys. The lists are cut into pieces and padded to powers of two
 * by repeating their last key, so that a handful of texts serves lists of all lengths.
 */
public final class KeySelect<M> {

  /** A key: the stored values of its columns. */
  public record Key(List<?> values) {

    /** The keys of a single column with Java values. */
    public static List<Key> of(TableField<?, ?> column, Collection<?> values) {
      ValueType type = ValueType.of(column.getDataType());
      return values.stream()
          .map(value -> Objects.requireNonNull(value, column.getName()))
          .map(value -> new Key(Collections.singletonList(type.toStored(value))))
          .toList();
    }
  }

  private final Engine engine;
  private final TableMapping<M, ?> mapping;
  private final KeyListStatements statements;
  private final List<TableField<?, ?>> columns;

  /** Creates the selection by some unique columns. */
  public KeySelect(
      Engine engine,
      TableMapping<M, ?> mapping,
      TableStatements table,
      List<TableField<?, ?>> columns) {
    this.engine = engine;
    this.mapping = mapping;
    this.statements = table.keyList(columns);
    this.columns = columns;
  }

  /** Reads the rows with the keys, in the keys' order; keys without a row are left out. */
  public List<M> fetch(Collection<Key> keys) {
    return keys.isEmpty() ? List.of() : engine.read(connection -> fetch(connection, keys));
  }

  /** As {@link #fetch(Collection)}, on a connection. */
  public List<M> fetch(Connection connection, Collection<Key> keys) throws SQLException {
    Map<Key, M> found = new LinkedHashMap<>();
    for (List<Key> piece : pieces(keys)) {
      SqlTemplate template = statements.find(piece.size());
      template
          .fetch(connection, template.storedArguments(arguments(piece)), mapping::read)
          .forEach(entity -> found.put(keyOf(entity), entity));
    }
    List<M> result = new ArrayList<>();
    for (Key key : new LinkedHashSet<>(keys)) {
      M entity = found.get(key);
      if (entity != null) {
        result.add(entity);
      }
    }
    return result;
  }

  /** Deletes the rows with the keys and tells how many there were. */
  public int delete(Connection connection, Collection<Key> keys) throws SQLException {
    int deleted = 0;
    for (List<Key> piece : pieces(keys)) {
      SqlTemplate template = statements.delete(piece.size());
      deleted += template.execute(connection, template.storedArguments(arguments(piece)));
    }
    return deleted;
  }

  /** The key of an entity, as the database has it. */
  public Key keyOf(M entity) {
    List<@Nullable Object> row =
        RecordingRowWriter.valuesOf(writer -> mapping.write(entity, writer));
    List<@Nullable Object> values = new ArrayList<>();
    for (TableField<?, ?> column : columns) {
      values.add(row.get(mapping.columns().indexOf(column)));
    }
    return new Key(values);
  }

  private List<List<Key>> pieces(Collection<Key> keys) {
    return pieces(new ArrayList<>(new LinkedHashSet<>(keys)), statements.maximumKeys());
  }

  /** Cuts a list into pieces of at most the limit, each padded to a power of two. */
  static <T> List<List<T>> pieces(List<T> all, int limit) {
    List<List<T>> pieces = new ArrayList<>();
    for (int from = 0; from < all.size(); from += limit) {
      List<T> piece = new ArrayList<>(all.subList(from, Math.min(all.size(), from + limit)));
      int size = Integer.highestOneBit(piece.size());
      size = size < piece.size() ? size * 2 : size;
      while (piece.size() < size) {
        piece.add(piece.get(piece.size() - 1));
      }
      pieces.add(piece);
    }
    return pieces;
  }

  private static @Nullable Object[] arguments(List<Key> keys) {
    return keys.stream().flatMap(key -> key.values().stream()).toArray();
  }
}
