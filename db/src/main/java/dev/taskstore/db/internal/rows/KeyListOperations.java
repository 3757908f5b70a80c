package dev.taskstore.db.internal.rows;

import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.statement.KeyListStatements;
import dev.taskstore.db.internal.statement.PaddedPieces;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.internal.value.RecordingRowWriter;
import dev.taskstore.db.mapping.TableMapping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Reads or deletes rows by lists of keys. A list is split into pieces, and each piece is padded to
 * a power of two with its last key, so that a few statements serve lists of all lengths.
 */
public final class KeyListOperations<M> {

  private final OpenDatabase database;
  private final TableMapping<M, ?> mapping;
  private final KeyListStatements statements;
  private final List<TableField<?, ?>> columns;

  /** Creates the operations by the given unique columns. */
  public KeyListOperations(
      OpenDatabase database,
      TableMapping<M, ?> mapping,
      TableStatements table,
      List<TableField<?, ?>> columns) {
    this.database = database;
    this.mapping = mapping;
    this.statements = table.keyList(columns);
    this.columns = columns;
  }

  /** Reads the rows with the keys, in the order of the keys; keys without a row are omitted. */
  public List<M> fetch(Collection<StoredKey> keys) {
    return keys.isEmpty() ? List.of() : database.read(connection -> fetch(connection, keys));
  }

  /** Reads rows like {@link #fetch(Collection)}, on a connection. */
  public List<M> fetch(Connection connection, Collection<StoredKey> keys) throws SQLException {
    Map<StoredKey, M> found = new LinkedHashMap<>();
    for (List<StoredKey> piece : pieces(keys)) {
      SqlTemplate template = statements.find(piece.size());
      template
          .fetch(connection, template.storedArguments(arguments(piece)), mapping::read)
          .forEach(entity -> found.put(keyOf(entity), entity));
    }
    List<M> result = new ArrayList<>();
    for (StoredKey key : new LinkedHashSet<>(keys)) {
      M entity = found.get(key);
      if (entity != null) {
        result.add(entity);
      }
    }
    return result;
  }

  /** Locks the rows with the keys, which are in ascending order, in this order. */
  void lock(Connection connection, Collection<StoredKey> keys) throws SQLException {
    for (List<StoredKey> piece : pieces(keys)) {
      SqlTemplate template = statements.lock(piece.size());
      template.fetch(connection, template.storedArguments(arguments(piece)), row -> true);
    }
  }

  /** Deletes the rows with the keys and returns the number of deleted rows. */
  public int delete(Connection connection, Collection<StoredKey> keys) throws SQLException {
    int deleted = 0;
    for (List<StoredKey> piece : pieces(keys)) {
      SqlTemplate template = statements.delete(piece.size());
      deleted += template.execute(connection, template.storedArguments(arguments(piece)));
    }
    return deleted;
  }

  /** Returns the stored key of an entity. */
  public StoredKey keyOf(M entity) {
    List<@Nullable Object> row =
        RecordingRowWriter.valuesOf(writer -> mapping.write(entity, writer));
    List<@Nullable Object> values = new ArrayList<>();
    for (TableField<?, ?> column : columns) {
      values.add(row.get(mapping.columns().indexOf(column)));
    }
    return new StoredKey(values);
  }

  private List<List<StoredKey>> pieces(Collection<StoredKey> keys) {
    return PaddedPieces.of(new ArrayList<>(new LinkedHashSet<>(keys)), statements.maximumKeys());
  }

  private static @Nullable Object[] arguments(List<StoredKey> keys) {
    return keys.stream().flatMap(key -> key.values().stream()).toArray();
  }
}
