package dev.taskstore.db;

import dev.taskstore.db.exception.ConstraintViolationException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.mapping.Changes;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;

/**
 * The entities of a table with a primary key that satisfy a condition. In addition to the queries
 * of {@link Selection}, it updates or deletes all of them with one statement. Immutable; as
 * thread-safe as its repository.
 *
 * <p>Updates and deletes have no order: {@link #orderBy} returns a {@link Selection}, which only
 * reads. A selection without a condition, {@code where(DSL.noCondition())}, is that of all rows.
 *
 * @param <M> the entity
 * @param <C> the partial update
 */
public final class KeyedSelection<M, C extends Changes<C>> extends Selection<M> {

  private final KeyedRepository<M, ?, C, ?> repository;
  private final Condition condition;

  KeyedSelection(KeyedRepository<M, ?, C, ?> repository, Condition condition) {
    super(repository, condition, List.of());
    this.repository = repository;
    this.condition = condition;
  }

  /**
   * Writes some columns of all entities regardless of their versions, all of them or none. The
   * versions are incremented, and the times of change are those of this call, as by {@link
   * KeyedRepository#update(Object, Changes)}. Rows that already have the new values are written,
   * too.
   *
   * <p>If a row violates a constraint, the exception is that of the first such row in the order of
   * the primary key. To find it, the rows are then updated again one by one, and rolled back. In a
   * transaction, the statement runs in a savepoint: after an exception, the transaction can
   * continue.
   *
   * @param changes the columns and their new values; if empty, nothing is written
   * @return the number of updated rows; 0 if the changes are empty
   * @throws ConstraintViolationException if one of the new rows violates a constraint
   * @throws ScopeViolationException in a scope, if the scope does not permit the update of a row
   *     that it sees
   * @throws ReadOnlyTransactionException in a read-only transaction
   */
  public long update(C changes) {
    Objects.requireNonNull(changes, "changes");
    Instant now = repository.now();
    return repository.bulk().update(condition, repository.beforeChange(changes, now), now);
  }

  /**
   * Deletes all entities regardless of their versions, all of them or none.
   *
   * <p>If rows of other tables still refer to one of the rows, the exception is that of the first
   * such row in the order of the primary key, as by {@link #update}. In a transaction, the
   * statement runs in a savepoint: after an exception, the transaction can continue.
   *
   * @return the number of deleted rows, without those that a foreign key deletes
   * @throws ConstraintViolationException if a row of another table still refers to one of the rows
   * @throws ScopeViolationException in a scope, if the scope does not permit the deletion of a row
   *     that it sees
   * @throws ReadOnlyTransactionException in a read-only transaction
   */
  public long delete() {
    return repository.bulk().delete(condition);
  }
}
