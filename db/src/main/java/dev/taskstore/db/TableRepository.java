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
 * each table without a primary key, and a subclass of {@link KeyedRepository} for each other table.
 *
 * <p>A repository has no mutable state and is as thread-safe as its session: a repository of a
 * {@link Database} may be shared by all threads, a repository of a {@link Transaction} must only be
 * used on the thread of the transaction. All methods throw subclasses of jOOQ's {@code
 * DataAccessException}. In addition to the documented exceptions, every method may throw {@link
 * TransientFailureException}, {@link ConnectionLostException}, {@link DatabaseTimeoutException}
 * and, inside a transaction, {@link RollbackOnlyException}. Methods that write may also throw
 * {@link ConstraintViolationException} and {@link ReadOnlyTransactionException}. Arguments must not
 * be null unless documented otherwise.
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
    this.statements = session.statements(mapping);
  }

  /**
   * Returns the database or transaction on which this repository runs.
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
   * Called with every entity before it is validated and written; a subclass may return a changed
   * entity.
   *
   * @param entity the entity of the caller with its times and version set; before an insert, an
   *     identity that the database generates is 0
   * @return the entity to validate and write
   */
  protected M beforeWrite(M entity) {
    return entity;
  }

  /**
   * Returns the time of the database's clock.
   *
   * @return the current time, in whole microseconds
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
   * @throws InvalidArgumentException if a value cannot be stored
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
   * @throws InvalidArgumentException if a value cannot be stored
   */
  public List<M> insertAll(Collection<? extends D> drafts) {
    List<M> entities = prepareAll(drafts);
    return entities.isEmpty() ? entities : inserts().insertAll(entities);
  }

  /**
   * Inserts a row with exactly the values of an entity: its key, also one that the database
   * generates, its times and its version. For rows from another database or from an export.
   *
   * <p>{@link #beforeWrite} is not called; values are validated, and the constraints of the table
   * hold. Identities that the database generates later are greater than those of copies. While
   * other transactions insert into a table with generated identities, copy only rows whose
   * identities the database has given before: others may be given to both, and one of the
   * transactions fails.
   *
   * @param entity the row to insert
   * @return the entity
   * @throws InvalidArgumentException if a value cannot be stored
   */
  public M insertCopy(M entity) {
    mapping.validate(Objects.requireNonNull(entity, "entity"));
    return inserts().ofCopies().insert(entity);
  }

  /**
   * Inserts rows like {@link #insertCopy} in batches, all of them or none.
   *
   * @param entities the rows to insert
   * @return the entities, in the given order
   * @throws InvalidArgumentException if a value cannot be stored
   */
  public List<M> insertAllCopies(Collection<? extends M> entities) {
    List<M> copies = List.copyOf(entities);
    copies.forEach(mapping::validate);
    return copies.isEmpty() ? copies : inserts().ofCopies().insertAll(copies);
  }

  /**
   * Loads rows in the fastest way of the dialect, all of them or none. Only a few rows are in
   * memory at a time. The rows are written in the order of the stream, and the call is not retried:
   * of two concurrent loads that insert the same unique keys in different orders, one may fail with
   * a {@link TransientFailureException}.
   *
   * @param drafts the rows to load; this method consumes the stream, and the caller closes it
   * @return the number of loaded rows
   * @throws InvalidArgumentException if a value cannot be stored
   */
  public long load(Stream<? extends D> drafts) {
    return load(drafts, loaded -> {});
  }

  /**
   * Loads rows like {@link #load(Stream)}, and reports progress.
   *
   * @param drafts the rows to load; this method consumes the stream, and the caller closes it
   * @param progress receives the number of rows written so far after each batch, on the calling
   *     thread; no row is visible to other transactions before this method returns. An exception
   *     aborts the load, and no row is written
   * @return the number of loaded rows
   * @throws InvalidArgumentException if a value cannot be stored
   */
  public long load(Stream<? extends D> drafts, LongConsumer progress) {
    Objects.requireNonNull(progress, "progress");
    RowContext context = database().rowContext();
    return inserts().load(drafts.map(draft -> prepare(draft, context)).iterator(), progress);
  }

  /**
   * Counts all rows.
   *
   * @return the number of rows in the table
   */
  public long count() {
    return where(DSL.noCondition()).count();
  }

  /**
   * Selects rows by a condition that is built for this call.
   *
   * @param condition a jOOQ condition over the table's columns
   * @return the selection, which has not read any row yet
   */
  public Selection<M> where(Condition condition) {
    return new Selection<>(this, Objects.requireNonNull(condition, "condition"), List.of());
  }

  /**
   * Streams all rows in the order of the key. The stream uses a connection until it is closed.
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
   * @param request the position and size of the page
   * @param arguments values for the query's parameters, in the order of its text
   * @return the page
   * @throws InvalidArgumentException if the request was made for a list with another order
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
   * @return the number of rows
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
   * @return the entity, or empty if the row does not exist
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
   * @param mapper maps a row to a result
   * @param arguments values for the query's parameters, in the order of its text
   * @param <T> the type of a result
   * @return the results, in the query's order
   */
  protected final <T> List<T> list(
      FixedQuery query, RowMapper<T> mapper, @Nullable Object... arguments) {
    SqlTemplate template = statements.fixed(query, query.select());
    return database()
        .read(connection -> template.fetch(connection, template.arguments(arguments), mapper));
  }

  /**
   * Returns the text search of the dialect.
   *
   * @return the search
   */
  protected final TextSearch textSearch() {
    return database().dialect().textSearch();
  }
}
