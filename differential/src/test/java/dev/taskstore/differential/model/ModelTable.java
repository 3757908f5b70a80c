package dev.taskstore.differential.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The operations that each table supports.
 *
 * @param <M> the entity type
 * @param <D> the draft type
 */
public abstract class ModelTable<M, D> extends ModelPermissions<M> {

  final ModelStore store;
  final String name;

  ModelTable(ModelStore store, ModelTransactions transactions, String name) {
    super(transactions, name);
    this.store = store;
    this.name = name;
  }

  abstract void remove(UUID id);

  abstract long version(M entity);

  /** Returns the entity of a draft with its default values. */
  abstract M complete(D draft);

  /** Returns the entity as it is written. */
  M beforeWrite(M entity) {
    return entity;
  }

  abstract void validate(M entity);

  /** Returns a copy with the next version and the current time of change. */
  abstract M touched(M entity);

  /** Returns a copy of a stored entity with the values of an update of the whole entity. */
  abstract M overwritten(M stored, M entity);

  abstract void validate(Edit edit);

  abstract M edited(M entity, Edit edit);

  List<Edit> beforeChange(List<Edit> edits) {
    return edits;
  }

  /** Validates the check constraints and unique keys of a row, then its foreign keys. */
  abstract void ensureAllowed(M entity);

  /** Validates the check constraints of a row, which precede its primary key. */
  void ensureChecked(M entity) {}

  private void ensureUpdatesPermitted(List<M> entities, List<M> written) {
    Map<UUID, M> current = new HashMap<>(rows());
    for (int i = 0; i < entities.size() && !isCheckedByDatabase(); i++) {
      M stored = current.get(id(entities.get(i)));
      if (stored != null && version(stored) == version(entities.get(i))) {
        ensurePermitted(written.get(i), stored);
        current.put(id(stored), written.get(i));
      }
    }
  }

  final UUID newId() {
    return store.newId();
  }

  final Instant now() {
    return store.now();
  }

  private M prepare(D draft) {
    M entity = beforeWrite(complete(Values.required(draft)));
    validate(entity);
    return entity;
  }

  /** Missing values fail when drafts are created, before other values are checked. */
  private List<M> prepareAll(List<D> drafts) {
    List<M> complete = drafts.stream().map(this::complete).toList();
    List<M> prepared = complete.stream().map(this::beforeWrite).toList();
    prepared.forEach(this::validate);
    return prepared;
  }

  final M store(M entity) {
    ensurePermitted(entity, rows().get(id(entity)));
    ensureAllowed(entity);
    rows().put(id(entity), entity);
    return entity;
  }

  private M add(M entity) {
    ensurePermitted(entity);
    ensureChecked(entity);
    if (rows().containsKey(id(entity)) || hiddenRows().containsKey(id(entity))) {
      throw ModelFailure.unique(name, "id", "pk_" + name);
    }
    return store(entity);
  }

  public M insert(D draft) {
    M entity = prepare(draft);
    return transactions.statement(() -> add(entity));
  }

  public List<M> insertAll(List<D> drafts) {
    return addAll(prepareAll(drafts));
  }

  private List<M> addAll(List<M> entities) {
    return entities.isEmpty()
        ? entities
        : transactions.atomically(
            () -> {
              ensureAllPermitted(entities);
              return entities.stream().map(this::add).toList();
            });
  }

  public M insertCopy(M entity) {
    validate(entity);
    return transactions.statement(() -> add(entity));
  }

  public List<M> insertAllCopies(List<M> entities) {
    entities.forEach(this::validate);
    return addAll(entities);
  }

  public long load(List<D> drafts) {
    return transactions.atomically(
        () -> {
          List<M> entities = drafts.stream().map(this::prepare).toList();
          ensureAllPermitted(entities);
          entities.forEach(this::add);
          return (long) drafts.size();
        });
  }

  public M update(M entity) {
    M written = prepareUpdate(entity);
    ensureMayChange();
    return transactions.statement(
        () -> {
          ensureCurrent(id(entity), version(entity));
          return replace(written);
        });
  }

  private M prepareUpdate(M entity) {
    M written = beforeWrite(touched(entity));
    validate(written);
    return written;
  }

  private void ensureCurrent(UUID id, long version) {
    M stored = rows().get(id);
    if (stored == null) {
      throw ModelFailure.missing(name);
    } else if (version(stored) != version) {
      throw ModelFailure.stale(name);
    }
  }

  private M replace(M written) {
    ensureMayWriteOver();
    store(overwritten(rows().get(id(written)), written));
    return written;
  }

  /**
   * All statements run first, in the order of the keys or else in the given order; missing rows are
   * detected afterwards.
   */
  public List<M> updateAll(List<M> entities) {
    List<M> written = entities.stream().map(this::prepareUpdate).toList();
    if (written.isEmpty()) {
      return written;
    }
    ensureMayChange();
    List<Integer> given = IntStream.range(0, written.size()).boxed().toList();
    List<Integer> byKey =
        given.stream()
            .sorted(Comparator.comparing(i -> id(written.get(i)), Values::compare))
            .toList();
    return transactions.atomically(
        () -> {
          ensureUpdatesPermitted(entities, written);
          Set<Integer> notFound =
              transactions.orElse(
                  () -> replaceAll(byKey, entities, written),
                  () -> replaceAll(given, entities, written));
          for (int i : notFound) {
            throw rows().containsKey(id(written.get(i)))
                ? ModelFailure.stale(name)
                : ModelFailure.missing(name);
          }
          return written;
        });
  }

  /** Returns the positions of the entities whose rows are missing or stale, in ascending order. */
  private Set<Integer> replaceAll(List<Integer> order, List<M> entities, List<M> written) {
    Set<Integer> notFound = new TreeSet<>();
    for (int i : order) {
      M stored = rows().get(id(written.get(i)));
      if (stored != null && version(stored) == version(entities.get(i))) {
        replace(written.get(i));
      } else {
        notFound.add(i);
      }
    }
    return notFound;
  }

  public M change(UUID id, @Nullable Long expectedVersion, List<Edit> edits) {
    edits.forEach(this::validate);
    List<Edit> all = beforeChange(edits);
    ensureMayChange();
    return transactions.atomically(
        () -> {
          if (all.isEmpty()) {
            return Optional.ofNullable(rows().get(id))
                .orElseThrow(() -> ModelFailure.missing(name));
          }
          M stored = rows().get(id);
          ensureCurrent(
              id, stored == null || expectedVersion == null ? currentVersion(id) : expectedVersion);
          ensureMayWriteOver();
          M changed = touched(stored);
          for (Edit edit : all) {
            changed = edited(changed, edit);
          }
          return store(changed);
        });
  }

  private long currentVersion(UUID id) {
    M stored = rows().get(id);
    return stored == null ? 0 : version(stored);
  }

  public boolean delete(M entity) {
    return deleteVersion(id(entity), version(entity));
  }

  public boolean deleteVersion(UUID id, long version) {
    ensureMayChange();
    return transactions.statement(
        () -> {
          M stored = rows().get(id);
          boolean isKept = stored != null && !mayDelete(stored);
          if (isKept) {
            transactions.refusals().afterRefusedDeletes(name);
          }
          ensureCurrent(id, version);
          if (isKept) {
            throw ModelFailure.stale(name);
          }
          remove(id);
          return true;
        });
  }

  /** Deletes one row and returns whether it existed. */
  public boolean deleteById(UUID id) {
    return deleteAllById(List.of(id)) == 1;
  }

  public int deleteAllById(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return 0;
    }
    ensureMayChange();
    return transactions.atomically(
        () -> {
          Set<UUID> present = new HashSet<>(ids);
          present.retainAll(rows().keySet());
          if (present.removeIf(id -> !mayDelete(rows().get(id)))) {
            transactions.refusals().afterRefusedDeletes(name);
          }
          present.forEach(this::remove);
          return present.size();
        });
  }

  final void ensureUnique(M entity, Function<M, String> column, String columnName) {
    Optional<M> holder = holder(column, column.apply(entity));
    boolean isHidden = hiddenHolder(column, column.apply(entity)).isPresent();
    if (isHidden || (holder.isPresent() && !id(holder.get()).equals(id(entity)))) {
      throw ModelFailure.unique(name, columnName, "uq_" + name + "_" + columnName);
    }
  }

  final List<M> upsertAll(
      Function<M, String> column, String columnName, List<D> drafts, boolean keeps) {
    List<M> entities = prepareAll(drafts);
    if (entities.isEmpty()) {
      return entities;
    }
    if (entities.stream().map(column).distinct().count() < entities.size()) {
      throw ModelFailure.invalid(name, columnName, null);
    }
    if (!keeps) {
      ensureMayChange();
    }
    return transactions.atomically(
        () -> {
          ensureUpsertsPermitted(column, entities);
          List<M> byKey =
              entities.stream().sorted(Comparator.comparing(column, Values::compare)).toList();
          return transactions.orElse(
              () -> upsertEach(column, columnName, byKey, entities, keeps),
              () -> upsertEach(column, columnName, entities, entities, keeps));
        });
  }

  /** The library checks the rows that it inserts; the database also those with a conflict. */
  private void ensureUpsertsPermitted(Function<M, String> column, List<M> entities) {
    if (!isCheckedByDatabase()) {
      entities.stream()
          .filter(entity -> holder(column, column.apply(entity)).isEmpty())
          .forEach(this::ensurePermitted);
    }
  }

  private List<M> upsertEach(
      Function<M, String> column, String columnName, List<M> order, List<M> given, boolean keeps) {
    boolean isTaken = false;
    for (M entity : order) {
      if (isCheckedByDatabase()) {
        ensurePermitted(entity);
      }
      Optional<M> stored = holder(column, column.apply(entity));
      if (hiddenHolder(column, column.apply(entity)).isPresent()) {
        if (isCheckedByDatabase()) {
          throw transactions.refusals().hiddenDuplicate(name, columnName);
        }
        isTaken = true;
      } else if (stored.isEmpty()) {
        add(entity);
      } else if (!keeps) {
        ensureMayWriteOver();
        store(upserted(stored.get(), entity));
      }
    }
    if (isTaken) {
      throw transactions.refusals().hiddenDuplicate(name, columnName);
    }
    return given.stream()
        .map(entity -> holder(column, column.apply(entity)).orElseThrow())
        .toList();
  }

  /** Returns a stored entity with the values of a draft that has the same unique key. */
  abstract M upserted(M stored, M entity);

  /** Runs a call with plain jOOQ. */
  final <T> T plainStatement(Function<NavigableMap<UUID, M>, T> work) {
    return transactions.plainStatement(() -> work.apply(rows()));
  }
}
