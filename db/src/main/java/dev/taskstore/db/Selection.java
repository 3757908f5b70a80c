package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.Engine;
import dev.taskstore.db.internal.rows.RowStream;
import dev.taskstore.db.internal.statement.BoundStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SortField;
import org.jooq.SortOrder;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM.NullOrdering;

/**
 * The entities of a table that meet a condition. Immutable; as thread-safe as the repository that
 * it comes from.
 *
 * <p>The order is the same on every dialect: nulls come last, and rows that the given order leaves
 * equal are ordered by primary key, or by all columns in a table without one.
 *
 * @param <M> the entity
 */
public final class Selection<M> {

  /** How many rows a stream fetches at a time. */
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
   * These entities in an order.
   *
   * @param fields the order, for example {@code TASKS.TITLE.asc()}
   * @return a copy with the order
   */
  public Selection<M> orderBy(SortField<?>... fields) {
    return new Selection<>(repository, condition, List.of(fields));
  }

  /**
   * Reads all of them into memory.
   *
   * @return the entities
   */
  public List<M> list() {
    BoundStatement bound = engine().bind(select(Integer.MAX_VALUE, false));
    return fetch(bound);
  }

  /**
   * Reads the first few.
   *
   * @param limit how many at most, from 1
   * @return the entities
   * @throws InvalidArgumentException when the limit is less than 1
   */
  public List<M> list(int limit) {
    if (limit < 1) {
      throw new InvalidArgumentException(
          "A limit is at least 1, not " + limit + ".", FailureContext.NONE);
    }
    return fetch(engine().bind(select(limit, false)));
  }

  /**
   * Reads the first one.
   *
   * @return the entity, or nothing when there is none
   */
  public Optional<M> first() {
    return list(1).stream().findFirst();
  }

  /**
   * Reads a page.
   *
   * @param request which page
   * @param keyset the order, which takes the place of {@link #orderBy}
   * @return the page
   * @throws InvalidArgumentException when the request belongs to a list with another order
   */
  public Page<M> page(PageRequest request, KeysetOrder keyset) {
    Objects.requireNonNull(request, "request");
    return new KeysetPager<>(engine(), repository.mapping())
        .pageOnce(
            KeysetQuery.from(repository.mapping().table()).where(condition).orderBy(keyset),
            request);
  }

  /**
   * Reads them one by one, {@link #FETCH_SIZE} at a time. Close the stream: until then it holds a
   * connection, outside of a transaction one of the readers.
   *
   * @return the entities
   */
  public Stream<M> stream() {
    return RowStream.open(
        engine(),
        engine().bind(select(Integer.MAX_VALUE, engine().isWriting())),
        FETCH_SIZE,
        repository.mapping()::read);
  }

  /**
   * Counts them.
   *
   * @return how many there are
   */
  public long count() {
    BoundStatement bound =
        engine()
            .bind(
                engine()
                    .dsl()
                    .select(DSL.count())
                    .from(repository.mapping().table())
                    .where(condition));
    return engine()
        .read(
            connection ->
                bound.template().fetch(connection, bound.binder(), row -> row.count(1)).get(0));
  }

  /**
   * Tells whether there is any.
   *
   * @return true when at least one entity meets the condition
   */
  public boolean exists() {
    BoundStatement bound =
        engine()
            .bind(
                engine()
                    .dsl()
                    .selectOne()
                    .from(repository.mapping().table())
                    .where(condition)
                    .limit(1));
    return engine()
        .read(
            connection -> !bound.template().fetch(connection, bound.binder(), row -> 1).isEmpty());
  }

  private Engine engine() {
    return repository.engine();
  }

  private List<M> fetch(BoundStatement bound) {
    return engine()
        .read(
            connection ->
                bound.template().fetch(connection, bound.binder(), repository.mapping()::read));
  }

  private Query select(int limit, boolean sortedBeforehand) {
    var ordered =
        engine()
            .dsl()
            .select(repository.mapping().columns())
            .from(repository.mapping().table())
            .where(condition)
            .orderBy(totalOrder(sortedBeforehand));
    return limit == Integer.MAX_VALUE ? ordered : ordered.limit(limit);
  }

  private List<SortField<?>> totalOrder(boolean sortedBeforehand) {
    List<SortField<?>> total = new ArrayList<>();
    List<Field<?>> seen = new ArrayList<>();
    for (SortField<?> field : order) {
      boolean nullable = field.$field().getDataType().nullable();
      total.add(nullable && field.$nullOrdering() == null ? field.nullsLast() : field);
      seen.add(field.$field());
    }
    for (Field<?> field : repository.tieBreak()) {
      if (!seen.contains(field)) {
        boolean nullable = field.getDataType().nullable();
        SortField<?> sort = field.sort(SortOrder.ASC);
        total.add(nullable ? sort.nullsLast() : sort);
      }
    }
    if (sortedBeforehand) {
      total.set(0, sortedBeforehand(total.get(0)));
    }
    return total;
  }

  private SortField<?> sortedBeforehand(SortField<?> sort) {
    SortField<?> sorted =
        engine().dialect().sortedBeforehand(sort.$field()).sort(sort.$sortOrder());
    NullOrdering nulls = sort.$nullOrdering();
    if (nulls == null) {
      return sorted;
    }
    return nulls == NullOrdering.NULLS_FIRST ? sorted.nullsFirst() : sorted.nullsLast();
  }
}
