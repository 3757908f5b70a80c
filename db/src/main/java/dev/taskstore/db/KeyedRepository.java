package dev.taskstore.db;

import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.internal.rows.DeleteOperations;
import dev.taskstore.db.internal.rows.JoinTableOperations;
import dev.taskstore.db.internal.rows.UpdateOperations;
import dev.taskstore.db.internal.rows.UpsertOperations;
import dev.taskstore.db.mapping.Changes;
import dev.taskstore.db.mapping.JoinTable;
import dev.taskstore.db.mapping.KeyedTableMapping;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The operations on a table that has a primary key.
 *
 * <p>Updates and deletes of entities are optimistic where the table has a version column: they
 * succeed only while the row still has the version that the entity was read with.
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
    return new UpdateOperations<>(database(), mapping, statements().keyed());
  }

  private DeleteOperations<M, K> deletes() {
    return new DeleteOperations<>(database(), mapping, statements());
  }

  /**
   * Called with every partial update before it is written; a subclass may return a changed one.
   *
   * @param changes the changes as the caller gave them
   * @param now the time of the update
   * @return the changes to be written
   */
  protected C beforeChange(C changes, Instant now) {
    return changes;
  }

  /**
   * Writes all columns of an entity but its key and time of creation.
   *
   * @param entity the entity as it was read, with the changes
   * @return the entity as it is stored, changed now and one version on; its time of creation is the
   *     one that was given, which is not written
   * @throws StaleEntityException when another transaction has changed the row since
   * @throws EntityNotFoundException when the row is gone
   * @throws InvalidArgumentException when a value cannot be stored
   */
  public M update(M entity) {
    UpdateOperations.Update<M> update = prepareUpdate(entity, database().now());
    updates().update(update);
    return update.entity();
  }

  /**
   * Updates entities in batches, all of them or none.
   *
   * @param entities the entities as they were read, with the changes
   * @return the stored entities, in the order given
   * @throws StaleEntityException when another transaction has changed one of the rows since
   * @throws EntityNotFoundException when one of the rows is gone
   * @throws InvalidArgumentException when a value cannot be stored
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
    M touched = beforeWrite(mapping.touch(Objects.requireNonNull(entity, "entity"), now));
    mapping.validate(touched);
    return new UpdateOperations.Update<>(touched, mapping.version(entity));
  }

  /**
   * Writes some columns of a row, whatever its version.
   *
   * @param key the primary key
   * @param changes the columns and their new values; with none, nothing is written
   * @return the entity as it is stored then
   * @throws EntityNotFoundException when there is no such row
   */
  public M update(K key, C changes) {
    return change(key, changes, null);
  }

  /**
   * Writes some columns of a row if it still has a version.
   *
   * @param key the primary key
   * @param expectedVersion the version that the row must have; ignored where the table has none
   * @param changes the columns and their new values; with none, nothing is written or compared
   * @return the entity as it is stored then
   * @throws StaleEntityException when the row has another version
   * @throws EntityNotFoundException when there is no such row
   */
  public M update(K key, long expectedVersion, C changes) {
    return change(key, changes, expectedVersion);
  }

  private M change(K key, C changes, @Nullable Long expectedVersion) {
    Instant now = database().now();
    return updates().change(key, beforeChange(changes, now), expectedVersion, now);
  }

  /**
   * Deletes an entity if its row has not changed since it was read.
   *
   * @param entity the entity
   * @throws StaleEntityException when another transaction has changed the row since
   * @throws EntityNotFoundException when the row is gone already
   */
  public void delete(M entity) {
    deletes().delete(entity);
  }

  /**
   * Deletes a row, whatever its version.
   *
   * @param key the primary key
   * @return true when there was one
   */
  public boolean deleteById(K key) {
    return deletes().deleteByKey(key);
  }

  /**
   * Deletes rows, whatever their versions; all of them or none.
   *
   * @param keys the primary keys
   * @return how many there were
   */
  public int deleteAllById(Collection<? extends K> keys) {
    return deletes().deleteAll(keys);
  }

  /**
   * Inserts a row, or updates the one that has its unique key.
   *
   * @param key the unique key's columns
   * @param draft what is to be stored
   * @return the entity as it is stored then: with its old identifier and time of creation, one
   *     version on, when it was there
   * @throws InvalidArgumentException when a value cannot be stored
   */
  protected final M upsert(List<TableField<?, ?>> key, D draft) {
    return upsertAll(key, List.of(draft)).get(0);
  }

  /**
   * Inserts rows, or updates those that have their unique keys; all of them or none.
   *
   * @param key the unique key's columns
   * @param drafts what is to be stored, each key at most once
   * @return the entities as they are stored then, in the order given
   * @throws InvalidArgumentException when a value cannot be stored or two drafts have the same key
   */
  protected final List<M> upsertAll(List<TableField<?, ?>> key, Collection<? extends D> drafts) {
    return new UpsertOperations<>(database(), mapping, statements())
        .upsertAll(key, prepareAll(drafts), UpsertOperations.Conflict.UPDATE);
  }

  /**
   * Inserts rows whose unique keys are free, and leaves the others as they are.
   *
   * @param key the unique key's columns
   * @param drafts what is to be there, each key at most once
   * @return the entities as they are stored then, in the order given
   * @throws InvalidArgumentException when a value cannot be stored or two drafts have the same key
   */
  protected final List<M> findOrInsertAll(
      List<TableField<?, ?>> key, Collection<? extends D> drafts) {
    return new UpsertOperations<>(database(), mapping, statements())
        .upsertAll(key, prepareAll(drafts), UpsertOperations.Conflict.KEEP);
  }

  /**
   * Adds links of a many-to-many relationship; those that are there stay.
   *
   * @param join the join table, seen from the owners
   * @param links the keys of the others for each owner
   * @param <O> the owner's key
   * @param <T> the other's key
   * @return how many links are new
   */
  protected final <O, T> int attach(
      JoinTable<O, T> join, Map<? extends O, ? extends Collection<? extends T>> links) {
    return new JoinTableOperations<>(database(), statements(), join).attach(links);
  }

  /**
   * Removes links of a many-to-many relationship.
   *
   * @param join the join table, seen from the owner
   * @param owner the owner's key
   * @param others the keys of the others
   * @param <O> the owner's key
   * @param <T> the other's key
   * @return how many links there were
   */
  protected final <O, T> int detach(JoinTable<O, T> join, O owner, Collection<? extends T> others) {
    return new JoinTableOperations<>(database(), statements(), join).detach(owner, others);
  }
}
