package dev.taskstore.db.mapping;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The mapping of a table with a primary key.
 *
 * @param <M> the entity
 * @param <D> the draft of a new entity
 * @param <C> the partial update
 * @param <K> the primary key
 */
public interface KeyedTableMapping<M, D, C extends Changes<C>, K> extends TableMapping<M, D> {

  /**
   * Returns the columns of the primary key.
   *
   * @return the columns in the key's order
   */
  List<TableField<?, ?>> keyColumns();

  /**
   * Returns the key of an entity.
   *
   * @param entity the entity
   * @return its primary key
   */
  K key(M entity);

  /**
   * Validates and writes the columns of a key, in the order of {@link #keyColumns()}.
   *
   * @param key the key
   * @param row receives the values
   * @throws SQLException when the driver rejects a value
   */
  void writeKey(K key, RowWriter row) throws SQLException;

  /**
   * Returns the columns that an update writes: all except the key and the creation time.
   *
   * @return the columns
   */
  List<TableField<?, ?>> mutableColumns();

  /**
   * Writes the columns of {@link #mutableColumns()}.
   *
   * @param entity the entity
   * @param row receives the values
   * @throws SQLException when the driver rejects a value
   */
  void writeMutable(M entity, RowWriter row) throws SQLException;

  /**
   * Returns the new state of an entity for an update: with the time of the update and the version
   * incremented, if the table has such columns.
   *
   * @param entity the entity
   * @param now the time of the update
   * @return the new state
   */
  M touch(M entity, Instant now);

  /**
   * Returns the column that optimistic locking compares, an integer of any size.
   *
   * @return the column, or null when the table has none
   */
  @Nullable TableField<?, ? extends Number> versionColumn();

  /**
   * Returns the version of an entity.
   *
   * @param entity the entity
   * @return its version, 0 when the table has no version column
   */
  long version(M entity);

  /**
   * Returns the column with the time of the last change.
   *
   * @return the column, or null when the table has none
   */
  @Nullable TableField<?, Instant> updatedAtColumn();
}
