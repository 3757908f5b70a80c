package dev.taskstore.internal;

import dev.taskstore.db.FailureContext;
import dev.taskstore.db.InvalidArgumentException;
import dev.taskstore.db.KeyedTableMapping;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Inserts the rows of a table where their unique key is free. */
public final class Upserts<M> {

  private record UpsertKey(Object mapping, List<?> key, Conflict conflict) {}

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
    return engine.writeAtomically(
        connection -> {
          engine.executeBatch(
              template,
              connection,
              entities,
              mapping::writeInsert,
              RowWrites.checksReferencesLast(mapping, entities));
          return select.fetch(connection, keys);
        },
        new RowWrites<>(engine, mapping).brokenBy(entities, WrittenRows.Kind.UPSERT, key));
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
