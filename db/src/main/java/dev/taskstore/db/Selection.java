package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.rows.RowStream;
import dev.taskstore.db.internal.statement.BoundStatement;
import dev.taskstore.db.internal.statement.TableStatements;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.SortField;

/**
 * The entities of a table that satisfy a condition. Immutable; as thread-safe as its repository.
 *
 * <p>The order is the same on every dialect: nulls come last, and ties are ordered by primary key,
 * or by all columns in a table without a primary key.
 *
 * @param <M> the entity
 */
public final class Selection<M> {

  /** The number of rows that a stream fetches at a time. */
  public static final int FETCH_SIZE = 500;

  private final TableRepository<M, ?> repository;
  private final Condition condition;
  private final List<SortField<?>> order;

  Selection(TableRepository<M, ?> repository, Condition condition, List<SortField<?>> order) {
    this.repository = repository;
    this.condition = condition;
    this.order = order;
  }

  /**
   * Returns a copy with an order.
   *
   * @param fields the order, for example {@code TASKS.TITLE.asc()}
   * @return the copy
   */
  public Selection<M> orderBy(SortField<?>... fields) {
    return new Selection<>(repository, condition, List.of(fields));
  }

  /**
   * Reads all entities into memory.
   *
   * @return the entities
   */
  public List<M> list() {
    return fetch(statements().select(condition, order, Integer.MAX_VALUE));
  }

  /**
   * Reads the first entities.
   *
   * @param limit the maximum number of entities, at least 1
   * @return the entities
   * @throws InvalidArgumentException if the limit is less than 1
   */
  public List<M> list(int limit) {
    if (limit < 1) {
      throw new InvalidArgumentException(
          "The limit must be at least 1, not " + limit + ".", FailureContext.NONE);
    }
    return fetch(statements().select(condition, order, limit));
  }

  /**
   * Reads the first entity.
   *
   * @return the entity, or empty if there is none
   */
  public Optional<M> first() {
    return list(1).stream().findFirst();
  }

  /**
   * Reads a page.
   *
   * @param request the position and size of the page
   * @param keyset the order, which replaces that of {@link #orderBy}
   * @return the page
   * @throws InvalidArgumentException if the request was made for a list with another order
   */
  public Page<M> page(PageRequest request, KeysetOrder keyset) {
    Objects.requireNonNull(request, "request");
    KeysetQuery query =
        KeysetQuery.from(repository.mapping().table()).where(condition).orderBy(keyset);
    return new KeysetPager<>(
            database(), repository.mapping(), statements().keysetOnce(query.source()))
        .pageOnce(keyset, request);
  }

  /**
   * Streams the entities, and fetches {@link #FETCH_SIZE} rows at a time. The stream uses a
   * connection until it is closed; outside a transaction, it is a reader connection.
   *
   * @return the entities
   */
  public Stream<M> stream() {
    BoundStatement bound =
        database().isWriting()
            ? statements().selectStable(condition, order)
            : statements().select(condition, order, Integer.MAX_VALUE);
    return RowStream.open(database(), bound, FETCH_SIZE, repository.mapping()::read);
  }

  /**
   * Counts the entities.
   *
   * @return the number of entities
   */
  public long count() {
    BoundStatement bound = statements().count(condition);
    return database()
        .read(
            connection ->
                bound.template().fetch(connection, bound.binder(), row -> row.count(1)).get(0));
  }

  /**
   * Returns whether any entity satisfies the condition.
   *
   * @return true if at least one entity satisfies the condition
   */
  public boolean exists() {
    BoundStatement bound = statements().exists(condition);
    return database()
        .read(
            connection -> !bound.template().fetch(connection, bound.binder(), row -> 1).isEmpty());
  }

  private OpenDatabase database() {
    return repository.database();
  }

  private TableStatements statements() {
    return repository.statements();
  }

  private List<M> fetch(BoundStatement bound) {
    return database()
        .read(
            connection ->
                bound.template().fetch(connection, bound.binder(), repository.mapping()::read));
  }
}
