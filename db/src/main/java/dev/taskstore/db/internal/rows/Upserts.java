package dev.taskstore.db.internal.rows;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.internal.Engine;
import dev.taskstore.db.internal.failure.ViolationProbe;
import dev.taskstore.db.internal.failure.WrittenRows;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.statement.SqlWork;
import dev.taskstore.db.internal.statement.TableStatements;
import dev.taskstore.db.mapping.KeyedTableMapping;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.TableField;

/** Inserts the rows of a table where their unique key is free. */
public final class Upserts<M> {

  private static final System.Logger LOGGER = System.getLogger(Upserts.class.getName());

  private static final int MAXIMUM_ATTEMPTS = 3;

  private final Engine engine;
  private final KeyedTableMapping<M, ?, ?, ?> mapping;
  private final TableStatements table;

  /** Creates the upserts of a table. */
  public Upserts(Engine engine, KeyedTableMapping<M, ?, ?, ?> mapping, TableStatements table) {
    this.engine = engine;
    this.mapping = mapping;
    this.table = table;
  }

  /** What an insert does about a row whose unique key is taken. */
  public enum Conflict {
    /** Writes the new values over the old. */
    UPDATE,
    /** Leaves the row as it is. */
    KEEP
  }

  /** Inserts rows where their unique key is free; returns what is stored then. */
  public List<M> upsertAll(List<TableField<?, ?>> key, List<M> entities, Conflict conflict) {
    if (entities.isEmpty()) {
      return List.of();
    }
    KeySelect<M> select = new KeySelect<>(engine, mapping, table, key);
    List<KeySelect.Key> keys = entities.stream().map(select::keyOf).toList();
    ensureDistinct(key, keys);
    SqlTemplate template =
        conflict == Conflict.UPDATE
            ? table.keyed().insertOrUpdate(key)
            : table.keyed().insertOrKeep(key);
    RowWrites<M> rows = new RowWrites<>(engine, mapping, table);
    ViolationProbe.Search broken = rows.brokenBy(entities, WrittenRows.Kind.UPSERT, key);
    SqlWork<List<M>> write =
        connection -> {
          rows.insertBatch(template, connection, entities);
          return select.fetch(connection, keys);
        };
    return again(() -> engine.writeAtomically(write, broken));
  }

  /**
   * A row that another transaction inserts at the same moment may be met at another of its unique
   * keys than the one that decides. By the next attempt it is there, and is met where it should be;
   * a key that is really taken is so then too.
   */
  private static <T> T again(Supplier<T> write) {
    for (int attempt = 1; attempt < MAXIMUM_ATTEMPTS; attempt++) {
      try {
        return write.get();
      } catch (UniqueViolationException e) {
        LOGGER.log(System.Logger.Level.DEBUG, "An upsert is tried again", e);
      }
    }
    return write.get();
  }

  private void ensureDistinct(List<TableField<?, ?>> columns, List<KeySelect.Key> keys) {
    Set<KeySelect.Key> seen = new HashSet<>();
    for (KeySelect.Key key : keys) {
      boolean bad = key.values().contains(null);
      if (bad || !seen.add(key)) {
        throw new InvalidArgumentException(
            bad
                ? "An upsert requires a value for each column of its key."
                : "Two rows of one upsert have the same key. Keep one of them.",
            new FailureContext(
                mapping.table().getName(), columns.stream().map(Field::getName).toList(), null));
      }
    }
  }
}
