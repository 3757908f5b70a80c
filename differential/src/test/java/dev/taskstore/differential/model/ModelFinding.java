package dev.taskstore.differential.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The queries that each table supports.
 *
 * @param <M> the entity type
 */
public abstract class ModelFinding<M> {

  /** The check for conditions without values that a database could reject. */
  static final Runnable NO_VALUES = () -> {};

  final ModelTransactions transactions;
  private final String name;
  private final ModelOrder<M> byKey;

  ModelFinding(ModelTransactions transactions, String name) {
    this.transactions = transactions;
    this.name = name;
    this.byKey = ModelOrder.of(name + " asc id", List.of(this::id), false);
  }

  /** Returns the rows of this table. */
  abstract NavigableMap<UUID, M> of(ModelRows all);

  final NavigableMap<UUID, M> rows() {
    return of(transactions.rows());
  }

  /** Returns the rows of others, which a scope does not see. */
  final NavigableMap<UUID, M> hiddenRows() {
    return of(transactions.rows().hidden());
  }

  abstract UUID id(M entity);

  public Optional<M> findById(UUID id) {
    return transactions.read(() -> Optional.ofNullable(rows().get(id)));
  }

  public M getById(UUID id) {
    return findById(id).orElseThrow(() -> ModelFailure.missing(name));
  }

  /** An empty list of keys runs no query. */
  public List<M> findAllById(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return transactions.read(
        () ->
            new LinkedHashSet<>(ids)
                .stream().filter(rows()::containsKey).map(rows()::get).toList());
  }

  final List<M> findAllBy(Function<M, String> column, List<String> values) {
    values.forEach(Values::required);
    if (values.isEmpty()) {
      return List.of();
    }
    return transactions.read(
        () -> {
          values.forEach(Values::checkParameter);
          return new LinkedHashSet<>(values)
              .stream().map(value -> holder(column, value)).flatMap(Optional::stream).toList();
        });
  }

  final Optional<M> findBy(Function<M, String> column, @Nullable String value) {
    Values.required(value);
    return findAllBy(column, List.of(value)).stream().findFirst();
  }

  final Optional<M> holder(Function<M, String> column, String value) {
    return holder(rows(), column, value);
  }

  /** Returns the row of somebody else with a value of a unique column. */
  final Optional<M> hiddenHolder(Function<M, String> column, String value) {
    return holder(hiddenRows(), column, value);
  }

  private Optional<M> holder(NavigableMap<UUID, M> rows, Function<M, String> column, String value) {
    return rows.values().stream().filter(row -> column.apply(row).equals(value)).findFirst();
  }

  public long count() {
    return transactions.read(() -> (long) rows().size());
  }

  /** Returns all rows in key order. */
  public List<M> all() {
    return transactions.read(() -> List.copyOf(rows().values()));
  }

  public ModelPage<M> findAll(ModelPage.Request request) {
    return page(byKey, request, entity -> true, NO_VALUES);
  }

  /** Returns a page of the rows that match a condition; its values are checked by the query. */
  public final ModelPage<M> page(
      ModelOrder<M> order, ModelPage.Request request, Predicate<M> condition, Runnable valueCheck) {
    ModelPage.checkRequest(order, request);
    return transactions.read(
        () -> {
          valueCheck.run();
          return ModelPage.cut(rows().values().stream().filter(condition).toList(), order, request);
        });
  }

  /** Runs a query that has no method. */
  public final <T> T read(Function<Collection<M>, T> work) {
    return transactions.read(() -> work.apply(rows().values()));
  }
}
