package dev.taskstore.db.internal.rows;

import dev.taskstore.db.mapping.Codec;
import dev.taskstore.db.mapping.JoinTable;
import dev.taskstore.db.mapping.RowReader;
import dev.taskstore.db.mapping.TableMapping;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities with their owners. An entity with several owners is read once: its repeated
 * columns are neither fetched from the driver nor mapped again.
 */
final class LinkedRows<O, M> {

  /** An entity and one of its owners. */
  record Linked<O, M>(O owner, M entity) {}

  private final TableMapping<M, ?> mapping;
  private final Codec<?, Object> keyType;
  private final int keyColumn;
  private final Codec<?, Object> ownerType;
  private final int ownerColumn;
  private final Map<Object, M> entities = new HashMap<>();

  /** Creates a reader of rows with the entity's columns, followed by the owner. */
  LinkedRows(JoinTable<O, ?> join, TableMapping<M, ?> mapping, Field<?> key) {
    this.mapping = mapping;
    this.keyType = Codec.of(key.getDataType());
    this.keyColumn = mapping.columns().indexOf(key) + 1;
    this.ownerType = Codec.of(join.owner().getDataType());
    this.ownerColumn = mapping.columns().size() + 1;
  }

  Linked<O, M> read(RowReader row) throws SQLException {
    Object key = present(keyType.readStored(row, keyColumn));
    M entity = entities.get(key);
    if (entity == null) {
      entity = mapping.read(row);
      entities.put(key, entity);
    }
    return new Linked<>(owner(row), entity);
  }

  @SuppressWarnings("unchecked")
  private O owner(RowReader row) throws SQLException {
    return (O) present(ownerType.read(row, ownerColumn));
  }

  private static Object present(@Nullable Object value) {
    return Objects.requireNonNull(value, "a key");
  }
}
