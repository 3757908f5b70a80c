package dev.taskstore.db.internal.rows;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.internal.Engine;
import dev.taskstore.db.internal.failure.ViolationProbe;
import dev.taskstore.db.internal.failure.WrittenRows;
import dev.taskstore.db.internal.statement.SqlTemplate;
import dev.taskstore.db.internal.statement.SqlWork;
import dev.taskstore.db.mapping.KeyedTableMapping;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Inserts the rows of a table where their unique key is free. */
public final class Upserts<M> {

  private record UpsertKey(Object mapping, List<?> key, Conflict conflict) {}

  private static final System.Logger LOGGER = System.getLogger(Upserts.class.getName());

  private static final int MAXIMUM_ATTEMPTS = 3;

  private final Engine engine;
  private final KeyedTableMapping<M, ?, ?, ?> mapping;

  /** Creates the upserts of a table. */
  public Upserts(Engine engine, KeyedTableMapping<M, ?, ?, ?> mapping) {
    this.engine = engine;
    this.mapping = mapping;
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
    KeySelect<M> select = new KeySelect<>(engine, mapping, key);
    List<KeySelect.Key> keys = entities.stream().map(select::keyOf).toList();
    ensureDistinct(key, keys);
    SqlTemplate template =
        engine.template(
            new UpsertKey(mapping, key, conflict),
            dsl -> {
              var insert =
                  dsl.insertInto(mapping.table())
                      .columns(mapping.insertColumns())
                      .values(RowWrites.parameters(mapping.insertColumns()))
                      .onConflict(key);
              Map<Field<?>, Field<?>> values =
                  conflict == Conflict.KEEP ? Map.of() : updatesOnConflict(key);
              return values.isEmpty() ? insert.doNothing() : insert.doUpdate().set(values);
            });
    RowWrites<M> rows = new RowWrites<>(engine, mapping);
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

  private Map<Field<?>, Field<?>> updatesOnConflict(List<TableField<?, ?>> key) {
    Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
    TableField<?, Long> version = mapping.versionColumn();
    for (TableField<?, ?> column : mapping.mutableColumns()) {
      if (version != null && column.equals(version)) {
        values.put(version, version.plus(DSL.inline(1L)));
      } else if (!key.contains(column)) {
        values.put(column, DSL.excluded(column));
      }
    }
    return values;
  }

  private void ensureDistinct(List<TableField<?, ?>> columns, List<KeySelect.Key> keys) {
    Set<KeySelect.Key> seen = new HashSet<>();
    for (KeySelect.Key key : keys) {
      boolean bad = key.values().contains(null);
      if (bad || !seen.add(key)) {
        throw new InvalidArgumentException(
            bad
                ? "An upsert needs a value for each column of its key."
                : "One key stands twice in one upsert. Keep the draft that is to win.",
            new FailureContext(
                mapping.table().getName(), columns.stream().map(Field::getName).toList(), null));
      }
    }
  }
}
