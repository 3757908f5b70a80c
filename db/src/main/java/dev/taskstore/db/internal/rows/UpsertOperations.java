package dev.taskstore.db.internal.rows;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.failure.Failure;
import dev.taskstore.db.internal.failure.ViolationProbe;
import dev.taskstore.db.internal.statement.RowPermission;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.statement.SqlWork;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.internal.statement.WriteOrder;
import dev.taskstore.db.internal.statement.WriteRules;
import dev.taskstore.db.mapping.KeyedTableMapping;
import dev.taskstore.db.spi.FailureKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows of a table, and handles conflicts with existing rows that have the same unique keys.
 */
public final class UpsertOperations<M> {

  private static final System.Logger LOGGER = System.getLogger(UpsertOperations.class.getName());

  private static final int MAXIMUM_ATTEMPTS = 3;

  private final OpenDatabase database;
  private final KeyedTableMapping<M, ?, ?, ?> mapping;
  private final TableStatements table;

  /** Creates the upserts of a table. */
  public UpsertOperations(
      OpenDatabase database, KeyedTableMapping<M, ?, ?, ?> mapping, TableStatements table) {
    this.database = database;
    this.mapping = mapping;
    this.table = table;
  }

  /** The action when a row with the unique key exists. */
  public enum Conflict {
    /** The row is updated. */
    UPDATE,
    /** The row is kept. */
    KEEP
  }

  /** Inserts rows, handles conflicts, and returns the stored entities. */
  public List<M> upsertAll(List<TableField<?, ?>> key, List<M> entities, Conflict conflict) {
    if (entities.isEmpty()) {
      return List.of();
    }
    KeyListOperations<M> select = new KeyListOperations<>(database, mapping, table, key);
    List<StoredKey> keys = entities.stream().map(select::keyOf).toList();
    ensureDistinct(key, keys);
    if (conflict == Conflict.UPDATE) {
      table.ensureMayChange();
    }
    WriteRules rules = table.rules();
    SqlTemplate template =
        conflict == Conflict.UPDATE
            ? table.keyed().insertOrUpdate(key)
            : table.keyed().insertOrKeep(key);
    InsertOperations<M> rows = new InsertOperations<>(database, mapping, table);
    WriteOrder<M> order = RowOrder.byKey(mapping, key, Function.identity(), entities);
    ViolationProbe.Search broken = ViolationSearches.ofUpsert(mapping, entities, key);
    SqlWork<List<M>> write =
        connection -> {
          boolean mayInsert = true;
          if (rules != null) {
            List<TableField<?, ?>> written =
                conflict == Conflict.KEEP ? List.of() : table.keyed().columnsOnConflict(key);
            if (!written.isEmpty()) {
              ScopeChecks.raiseFirst(
                  Collections.singletonList(
                      rules.refusal(
                          connection,
                          RowPermission.UPDATE,
                          key,
                          keys.stream().map(StoredKey::values).toList())));
            }
            mayInsert =
                new ScopeChecks<>(rules, mapping)
                    .upserts(
                        connection,
                        entities,
                        written,
                        i -> existing(select, connection, keys.get(i)));
          }
          if (rules == null || !mayInsert) {
            rows.insertBatch(template, connection, order);
          } else {
            insert(rows, template, connection, order, key);
          }
          List<M> stored = select.fetch(connection, keys);
          if (rules != null && stored.size() < keys.size()) {
            ScopeChecks.raise(database.failures().duplicate(mapping.table().getName(), names(key)));
          }
          return stored;
        };
    return retrying(() -> database.writeAtomically(write, broken));
  }

  /** Under row-level security, a conflict with a hidden row is refused by its policy. */
  private void insert(
      InsertOperations<M> rows,
      SqlTemplate template,
      Connection connection,
      WriteOrder<M> order,
      List<TableField<?, ?>> key)
      throws SQLException {
    try {
      rows.insertBatch(template, connection, order);
    } catch (SQLException e) {
      Failure failure = Failure.of(e);
      if (database.failures().kind(failure) == FailureKind.ROW_SECURITY) {
        failure.replacedBy(database.failures().duplicate(mapping.table().getName(), names(key)));
      }
      throw failure.asException();
    }
  }

  private static <M> @Nullable M existing(
      KeyListOperations<M> select, Connection connection, StoredKey key) throws SQLException {
    List<M> found = select.fetch(connection, List.of(key));
    return found.isEmpty() ? null : found.get(0);
  }

  /**
   * A row that another transaction inserts concurrently may conflict with another unique key than
   * that of the upsert. In the next attempt that row is visible and conflicts with the key of the
   * upsert. A real duplicate of another key fails again.
   */
  private static <T> T retrying(Supplier<T> write) {
    for (int attempt = 1; attempt < MAXIMUM_ATTEMPTS; attempt++) {
      try {
        return write.get();
      } catch (UniqueViolationException e) {
        LOGGER.log(System.Logger.Level.DEBUG, "An upsert is retried", e);
      }
    }
    return write.get();
  }

  private void ensureDistinct(List<TableField<?, ?>> columns, List<StoredKey> keys) {
    Set<StoredKey> seen = new HashSet<>();
    for (StoredKey key : keys) {
      boolean bad = key.values().contains(null);
      if (bad || !seen.add(key)) {
        throw new InvalidArgumentException(
            bad
                ? "An upsert requires a value for each column of its key."
                : "Two rows of one upsert have the same key. Keep one of them.",
            new FailureContext(mapping.table().getName(), names(columns), null));
      }
    }
  }

  private static List<String> names(List<TableField<?, ?>> columns) {
    return columns.stream().map(Field::getName).toList();
  }
}
