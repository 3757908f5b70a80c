package dev.taskstore.db;

import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.internal.rows.BulkOperations;
import dev.taskstore.db.internal.rows.DeleteOperations;
import dev.taskstore.db.internal.rows.JoinTableOperations;
import dev.taskstore.db.internal.rows.UpdateOperations;
import dev.taskstore.db.internal.rows.UpsertOperations;
import dev.taskstore.db.internal.statement.VersionNumbers;
import dev.taskstore.db.mapping.Changes;
import dev.taskstore.db.mapping.JoinTable;
import dev.taskstore.db.mapping.KeyedTableMapping;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The operations on a table with a primary key.
 *
 * <p>Updates and deletes of entities use optimistic locking if the table has a version column: they
 * succeed only if the row still has the version of the entity.
 *
 * @param <M> the entity
 * @param <D> the draft of a new entity
 * @param <C> the partial update
 * @param <K> the primary key
 */
public class KeyedRepository<M, D, C extends Changes<C>, K> extends FindingRepository<M, D, C, K> {

  private final KeyedTableMapping<M, D, C, K> mapping;

  /**
   * Creates a repository.
   *
   * @param session the database or transaction on which it runs
   * @param mapping the table's mapping
   */
  public KeyedRepository(Session session, KeyedTableMapping<M, D, C, K> mapping) {
    super(session, mapping);
    this.mapping = mapping;
  }

  private UpdateOperations<M, C, K> updates() {
    return new UpdateOperations<>(database(), mapping, statements());
  }

  private DeleteOperations<M, K> deletes() {
    return new DeleteOperations<>(database(), mapping, statements());
  }

  final BulkOperations<M, C, K> bulk() {
    return new BulkOperations<>(database(), mapping, statements());
  }

  /**
   * Selects rows by a condition that is built for this call, to read, update or delete them.
   *
   * @param condition a jOOQ condition over the table's columns
   * @return the selection, which has not read or written any row yet
   */
  @Override
  public KeyedSelection<M, C> where(Condition condition) {
    return new KeyedSelection<>(this, Objects.requireNonNull(condition, "condition"));
  }

  /**
   * Called with every partial update before it is written, of one row or of all rows of a
   * selection; a subclass may return other changes.
   *
   * @param changes the changes of the caller
   * @param now the time of the update
   * @return the changes to write
   */
  protected C beforeChange(C changes, Instant now) {
    return changes;
  }

  /**
   * Writes all columns of an entity except its key and its creation time. If the table has no other
   * column, this method only verifies that the row exists.
   *
   * @param entity the entity as it was read, with the changes
   * @return the stored entity, with the time of this update and with the version incremented; its
   *     creation time is that of the argument, which is not written
   * @throws StaleEntityException if the row was changed by another transaction after the entity was
   *     read
   * @throws EntityNotFoundException if the row does not exist
   * @throws InvalidArgumentException if a value cannot be stored, or if the version is {@link
   *     Long#MAX_VALUE}
   */
  public M update(M entity) {
    UpdateOperations.Update<M> update = prepareUpdate(entity, database().now());
    updates().update(update);
    return update.entity();
  }

  /**
   * Updates entities in batches, all of them or none. The rows are written in the order of their
   * keys, so that concurrent calls do not deadlock; if this violates a constraint, in the given
   * order.
   *
   * @param entities the entities as they were read, with the changes
   * @return the stored entities, in the given order
   * @throws StaleEntityException if one of the rows was changed by another transaction after its
   *     entity was read
   * @throws EntityNotFoundException if one of the rows does not exist
   * @throws InvalidArgumentException if a value cannot be stored, or if a version is the greatest
   *     of its type
   */
  public List<M> updateAll(Collection<? extends M> entities) {
    Instant now = database().now();
    List<UpdateOperations.Update<M>> updates =
        entities.stream().map(entity -> prepareUpdate(entity, now)).toList();
    if (!updates.isEmpty()) {
      updates().updateAll(updates);
    }
    return updates.stream().map(UpdateOperations.Update::entity).toList();
  }

  private UpdateOperations.Update<M> prepareUpdate(M entity, Instant now) {
    Objects.requireNonNull(entity, "entity");
    ensureMayIncrement(mapping.version(entity));
    M touched = beforeWrite(mapping.touch(entity, now));
    mapping.validate(touched);
    return new UpdateOperations.Update<>(touched, mapping.version(entity));
  }

  private void ensureMayIncrement(long version) {
    TableField<?, ? extends Number> column = mapping.versionColumn();
    if (column != null && version >= VersionNumbers.greatest(column)) {
      String table = mapping.table().getName();
      throw new InvalidArgumentException(
          table
              + "."
              + column.getName()
              + " is the greatest version and cannot be incremented. Write a lower version with"
              + " plain SQL.",
          new FailureContext(table, List.of(column.getName()), null));
    }
  }

  /**
   * Writes some columns of a row regardless of its version.
   *
   * @param key the primary key
   * @param changes the columns and their new values; if empty, nothing is written
   * @return the stored entity after the update
   * @throws EntityNotFoundException if the row does not exist
   */
  public M update(K key, C changes) {
    return change(key, changes, null);
  }

  /**
   * Writes some columns of a row if it has the expected version.
   *
   * @param key the primary key
   * @param expectedVersion the version that the row must have; ignored if the table has no version
   *     column
   * @param changes the columns and their new values; if empty, nothing is written or compared
   * @return the stored entity after the update
   * @throws StaleEntityException if the row has another version
   * @throws EntityNotFoundException if the row does not exist
   */
  public M update(K key, long expectedVersion, C changes) {
    return change(key, changes, expectedVersion);
  }

  private M change(K key, C changes, @Nullable Long expectedVersion) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(changes, "changes");
    Instant now = database().now();
    return updates().change(key, beforeChange(changes, now), expectedVersion, now);
  }

  /**
   * Deletes the row of an entity if it was not changed after the entity was read.
   *
   * @param entity the entity
   * @throws StaleEntityException if the row was changed by another transaction after the entity was
   *     read
   * @throws EntityNotFoundException if the row does not exist
   */
  public void delete(M entity) {
    deletes().delete(entity);
  }

  /**
   * Deletes a row if it has the expected version.
   *
   * @param key the primary key
   * @param expectedVersion the version that the row must have; ignored if the table has no version
   *     column
   * @throws StaleEntityException if the row has another version
   * @throws EntityNotFoundException if the row does not exist
   */
  public void deleteById(K key, long expectedVersion) {
    deletes().deleteVersion(key, expectedVersion);
  }

  /**
   * Deletes a row regardless of its version.
   *
   * @param key the primary key
   * @return true if the row existed
   */
  public boolean deleteById(K key) {
    return deletes().deleteByKey(key);
  }

  /**
   * Deletes rows regardless of their versions, all of them or none.
   *
   * @param keys the primary keys
   * @return the number of deleted rows
   */
  public int deleteAllById(Collection<? extends K> keys) {
    return deletes().deleteAll(keys);
  }

  /**
   * Inserts a row, or updates the row with the same unique key.
   *
   * @param key the unique key's columns
   * @param draft the values to store
   * @return the stored entity; if the row existed, it keeps its identifier and creation time, and
   *     its version is incremented
   * @throws InvalidArgumentException if a value cannot be stored
   */
  protected final M upsert(List<TableField<?, ?>> key, D draft) {
    return upsertAll(key, List.of(draft)).get(0);
  }

  /**
   * Inserts rows, or updates the rows with the same unique keys; all of them or none. The rows are
   * written in the order of these keys, so that concurrent calls do not deadlock; if this violates
   * a constraint, in the given order.
   *
   * @param key the unique key's columns
   * @param drafts the values to store, each key at most once
   * @return the stored entities, in the given order
   * @throws InvalidArgumentException if a value cannot be stored or two drafts have the same key
   */
  protected final List<M> upsertAll(List<TableField<?, ?>> key, Collection<? extends D> drafts) {
    return new UpsertOperations<>(database(), mapping, statements())
        .upsertAll(key, prepareAll(drafts), UpsertOperations.Conflict.UPDATE);
  }

  /**
   * Inserts the rows whose unique keys do not exist, and keeps existing rows unchanged. The rows
   * are written in the same order as by {@link #upsertAll}.
   *
   * @param key the unique key's columns
   * @param drafts the values to insert, each key at most once
   * @return the stored entities, in the given order
   * @throws InvalidArgumentException if a value cannot be stored or two drafts have the same key
   */
  protected final List<M> findOrInsertAll(
      List<TableField<?, ?>> key, Collection<? extends D> drafts) {
    return new UpsertOperations<>(database(), mapping, statements())
        .upsertAll(key, prepareAll(drafts), UpsertOperations.Conflict.KEEP);
  }

  /**
   * Adds links of a many-to-many relationship, and keeps existing links.
   *
   * @param join the join table from the owners to the other table
   * @param links the keys of the other table for each owner
   * @param <O> the owner's key
   * @param <T> the other table's key
   * @return the number of new links
   */
  protected final <O, T> int attach(
      JoinTable<O, T> join, Map<? extends O, ? extends Collection<? extends T>> links) {
    return new JoinTableOperations<>(database(), statements(), join).attach(links);
  }

  /**
   * Removes links of a many-to-many relationship.
   *
   * @param join the join table from the owner to the other table
   * @param owner the owner's key
   * @param others the keys of the other table
   * @param <O> the owner's key
   * @param <T> the other table's key
   * @return the number of removed links
   */
  protected final <O, T> int detach(JoinTable<O, T> join, O owner, Collection<? extends T> others) {
    return new JoinTableOperations<>(database(), statements(), join).detach(owner, others);
  }
}
