package dev.taskstore.db;

import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.rows.JoinTableOperations;
import dev.taskstore.db.internal.rows.KeyListOperations;
import dev.taskstore.db.internal.rows.KeyLookup;
import dev.taskstore.db.internal.rows.StoredKey;
import dev.taskstore.db.mapping.Changes;
import dev.taskstore.db.mapping.JoinTable;
import dev.taskstore.db.mapping.KeyedTableMapping;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jooq.Field;
import org.jooq.TableField;

/**
 * The queries on a table with a primary key: the read operations of {@link KeyedRepository}.
 *
 * @param <M> the entity
 * @param <D> the draft of a new entity
 * @param <C> the partial update
 * @param <K> the primary key
 */
public abstract class FindingRepository<M, D, C extends Changes<C>, K>
    extends TableRepository<M, D> {

  private static final ConcurrentMap<KeyedTableMapping<?, ?, ?, ?>, KeysetQuery> BY_KEY =
      new ConcurrentHashMap<>();

  private final KeyedTableMapping<M, D, C, K> mapping;

  FindingRepository(Session session, KeyedTableMapping<M, D, C, K> mapping) {
    super(session, mapping);
    this.mapping = mapping;
  }

  private KeyLookup<M, K> lookup() {
    return new KeyLookup<>(database(), mapping, statements().keyed());
  }

  /**
   * Finds a row by its primary key.
   *
   * @param key the key
   * @return the entity, or empty if the row does not exist
   */
  public Optional<M> findById(K key) {
    return lookup().find(Objects.requireNonNull(key, "key"));
  }

  /**
   * Returns the row with a primary key.
   *
   * @param key the primary key
   * @return the entity
   * @throws EntityNotFoundException if the row does not exist
   */
  public M getById(K key) {
    return findById(key).orElseThrow(() -> lookup().missing());
  }

  /**
   * Finds rows by their primary keys, with a few hundred keys in each query.
   *
   * @param keys the keys
   * @return the entities in the order of their keys; keys without a row are omitted, and a repeated
   *     key returns one entity
   */
  public List<M> findAllById(Collection<? extends K> keys) {
    return new KeyListOperations<>(database(), mapping, statements(), mapping.keyColumns())
        .fetch(StoredKey.of(mapping, keys));
  }

  /**
   * Returns whether a row with a primary key exists.
   *
   * @param key the key
   * @return true if the row exists
   */
  public boolean existsById(K key) {
    return findById(key).isPresent();
  }

  /**
   * Reads a page of all rows, in the order of the primary key.
   *
   * @param request the position and size of the page
   * @return the page
   * @throws InvalidArgumentException if the request was made for a list with another order
   */
  public Page<M> findAll(PageRequest request) {
    KeysetQuery query =
        BY_KEY.computeIfAbsent(
            mapping,
            key -> KeysetQuery.from(key.table()).orderBy(KeysetOrder.ascending(key.keyColumns())));
    return page(query, request);
  }

  /**
   * Finds rows by the values of a unique column.
   *
   * @param column the column
   * @param values its values
   * @param <T> its type
   * @return the entities in the order of the values; values without a row are omitted
   */
  protected final <T> List<M> findAllBy(TableField<?, T> column, Collection<? extends T> values) {
    return new KeyListOperations<>(database(), mapping, statements(), List.of(column))
        .fetch(StoredKey.of(column, values));
  }

  /**
   * Reads the entities of this table that are linked to the given owners, in a few queries.
   *
   * @param join the join table from the owners to this table
   * @param owners the owners' keys
   * @param order the order of the entities of each owner; enums sort by the order of their
   *     constants
   * @param <O> the owner's key
   * @param <T> this table's key
   * @return the entities by owner; contains every owner, in the given order
   */
  @SuppressWarnings("unchecked")
  protected final <O, T> Map<O, List<M>> findAllLinked(
      JoinTable<O, T> join, Collection<? extends O> owners, Field<?>... order) {
    return new JoinTableOperations<>(database(), statements(), join)
        .fetch(mapping, (Field<T>) mapping.keyColumns().get(0), owners, List.of(order));
  }
}
