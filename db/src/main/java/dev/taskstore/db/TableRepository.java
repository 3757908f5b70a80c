package dev.taskstore.db;

import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.ConstraintViolationException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.rows.InsertOperations;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.mapping.RowContext;
import dev.taskstore.db.mapping.RowMapper;
import dev.taskstore.db.mapping.TableMapping;
import dev.taskstore.db.spi.TextSearch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The operations on any table: insert, load, count, select. The generator writes a subclass for
 * each table; tables with a primary key get a {@link KeyedRepository}.
 *
 * <p>A repository keeps no state and is as thread-safe as its session: one of a {@link Database}
 * may be shared by all threads, one of a {@link Transaction} belongs to the thread of the
 * transaction. All methods throw subclasses of jOOQ's {@code DataAccessException}; in addition to
 * those that they document, every method may throw {@link TransientFailureException}, {@link
 * ConnectionLostException}, {@link DatabaseTimeoutException} and, inside a transaction, {@link
 * RollbackOnlyException}; every method that writes {@link ConstraintViolationException} and {@link
 * ReadOnlyTransactionException}. Arguments must not be null unless documented otherwise.
 *
 * @param <M> the entity
 * @param <D> the draft of a new entity
 */
public class TableRepository<M, D> {

  private final Session session;
  private final TableMapping<M, D> mapping;
  private final TableStatements statements;

  /**
   * Creates a repository.
   *
   * @param session the database or transaction on which it runs
   * @param mapping the table's mapping
   */
  public TableRepository(Session session, TableMapping<M, D> mapping) {
    this.session = Objects.requireNonNull(session, "session");
    this.mapping = Objects.requireNonNull(mapping, "mapping");
    this.statements = session.database().statements(mapping);
  }

  /**
   * The database or transaction on which this repository runs.
   *
   * @return the session
   */
  protected final Session session() {
    return session;
  }

  final OpenDatabase database() {
    return session.database();
  }

  TableMapping<M, D> mapping() {
    return mapping;
  }

  final TableStatements statements() {
    return statements;
  }

  final InsertOperations<M> inserts() {
    return new InsertOperations<>(database(), mapping, statements);
  }

  /**
   * Called with every entity before it is written; a subclass may return a changed one.
   *
   * @param entity the entity as the caller gave it, times and versions filled in; before an insert,
   *     an identifier that the database gives is 0
   * @return the entity to be checked and written
   */
  protected M beforeWrite(M entity) {
    return entity;
  }

  /**
   * The time of the database's clock.
   *
   * @return now, in whole microseconds
   */
  protected final Instant now() {
    return database().now();
  }

  final List<M> prepareAll(Collection<? extends D> drafts) {
    RowContext context = database().rowContext();
    return drafts.stream().map(draft -> prepare(draft, context)).toList();
  }

  private M prepare(D draft, RowContext context) {
    M entity = beforeWrite(mapping.complete(Objects.requireNonNull(draft, "draft"), context));
    mapping.validate(entity);
    return entity;
  }

  /**
   * Inserts a row.
   *
   * @param draft the row to insert
   * @return the stored entity
   * @throws InvalidArgumentException when a value cannot be stored
   */
  public M insert(D draft) {
    M entity = prepare(draft, database().rowContext());
    return inserts().insert(entity);
  }

  /**
   * Inserts rows in batches, all of them or none.
   *
   * @param drafts the rows to insert
   * @return the stored entities, in the order of the drafts
   * @throws InvalidArgumentException when a value cannot be stored
   */
  public List<M> insertAll(Collection<? extends D> drafts) {
    List<M> entities = prepareAll(drafts);
    return entities.isEmpty() ? entities : inserts().insertAll(entities);
  }

  /**
   * Loads rows in the dialect's fastest way, all of them or none, with only a few in memory.
   *
   * @param drafts the rows to load; consumed, but closed by the caller
   * @return how many rows were loaded
   * @throws InvalidArgumentException when a value cannot be stored
   */
  public long load(Stream<? extends D> drafts) {
    return load(drafts, loaded -> {});
  }

  /**
   * Loads rows like {@link #load(Stream)}, and reports the progress.
   *
   * @param drafts the rows to load; consumed, but closed by the caller
   * @param progress receives the number of rows written so far after each batch, in the calling
   *     thread; no row is visible to others before this method returns. An exception ends the load,
   *     and nothing is written
   * @return how many rows were loaded
   * @throws InvalidArgumentException when a value cannot be stored
   */
  public long load(Stream<? extends D> drafts, LongConsumer progress) {
    Objects.requireNonNull(progress, "progress");
    RowContext context = database().rowContext();
    return inserts().load(drafts.map(draft -> prepare(draft, context)).iterator(), progress);
  }

  /**
   * Counts all rows.
   *
   * @return how many rows the table has
   */
  public long count() {
    return where(DSL.noCondition()).count();
  }

  /**
   * Selects rows by a condition that is built for this call.
   *
   * @param condition a jOOQ condition over the table's columns
   * @return the selected entities, not read yet
   */
  public Selection<M> where(Condition condition) {
    return new Selection<>(this, Objects.requireNonNull(condition, "condition"), List.of());
  }

  /**
   * Reads all rows one by one, in the order of the key. The stream uses a connection until it is
   * closed.
   *
   * @return the entities
   */
  public Stream<M> stream() {
    return where(DSL.noCondition()).stream();
  }

  /**
   * Reads a page of a constant query.
   *
   * @param query the query
   * @param request which page
   * @param arguments values for the query's parameters, in the order of its text
   * @return the page
   * @throws InvalidArgumentException when the request belongs to a list with another order
   */
  protected final Page<M> page(
      KeysetQuery query, PageRequest request, @Nullable Object... arguments) {
    Objects.requireNonNull(request, "request");
    return new KeysetPager<>(database(), mapping, statements.keyset(query.source()))
        .page(query.order(), request, arguments);
  }

  /**
   * Counts the rows of a constant query.
   *
   * @param query the query
   * @param arguments values for the query's parameters, in the order of its text
   * @return how many rows there are
   */
  protected final long count(KeysetQuery query, @Nullable Object... arguments) {
    SqlTemplate template = statements.keyset(query.source()).count();
    return database()
        .read(
            connection ->
                template
                    .fetch(connection, template.arguments(arguments), row -> row.count(1))
                    .get(0));
  }

  /**
   * Finds the row with a unique key.
   *
   * @param key the key's columns
   * @param values their values, none of them null
   * @return the entity, or nothing
   */
  protected final Optional<M> findUnique(List<TableField<?, ?>> key, Object... values) {
    for (int i = 0; i < values.length; i++) {
      Objects.requireNonNull(values[i], key.get(i).getName());
    }
    SqlTemplate template = statements.findUnique(key);
    return database()
        .read(
            connection ->
                Optional.ofNullable(
                    template.fetchOne(connection, template.arguments(values), mapping::read)));
  }

  /**
   * Reads all rows of a constant query.
   *
   * @param query the query
   * @param mapper makes the results
   * @param arguments values for the query's parameters, in the order of its text
   * @param <T> what a row becomes
   * @return the results, in the query's order
   */
  protected final <T> List<T> list(
      FixedQuery query, RowMapper<T> mapper, @Nullable Object... arguments) {
    SqlTemplate template = statements.fixed(query, query.select());
    return database()
        .read(connection -> template.fetch(connection, template.arguments(arguments), mapper));
  }

  /**
   * How the dialect searches texts.
   *
   * @return the search
   */
  protected final TextSearch textSearch() {
    return database().dialect().textSearch();
  }
}
