package dev.taskstore.db.internal.statement;

import dev.taskstore.db.mapping.KeyedTableMapping;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The statements that update or delete all rows which satisfy a condition. Conditions and values
 * are those of one call. Thread-safe.
 */
public final class BulkStatements {

  private final KeyedTableMapping<?, ?, ?, ?> mapping;
  private final TableStatements table;
  private final StatementRenderer renderer;

  BulkStatements(
      KeyedTableMapping<?, ?, ?, ?> mapping, TableStatements table, StatementRenderer renderer) {
    this.mapping = mapping;
    this.table = table;
    this.renderer = renderer;
  }

  /** Deletes the rows that satisfy a condition and that the scope may delete. */
  public BoundStatement delete(Condition condition) {
    return renderer.once(
        renderer
            .dsl()
            .deleteFrom(mapping.table())
            .where(condition)
            .and(renderer.permitted(mapping.table(), RowPermission.DELETE)));
  }

  /**
   * Writes some columns of the rows that satisfy a condition and that the scope may update, and
   * increments their versions.
   */
  public BoundStatement update(
      Condition condition, Map<TableField<?, ?>, @Nullable Object> changes, Instant now) {
    Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
    changes.forEach((column, value) -> values.put(column, value(column, value)));
    TableField<?, Instant> updatedAt = mapping.updatedAtColumn();
    if (updatedAt != null) {
      values.put(updatedAt, DSL.val(now, updatedAt));
    }
    TableField<?, ? extends Number> version = mapping.versionColumn();
    if (version != null) {
      values.put(version, VersionNumbers.next(version));
    }
    return renderer.once(
        renderer
            .dsl()
            .update(mapping.table())
            .set(values)
            .where(condition)
            .and(renderer.permitted(mapping.table(), RowPermission.UPDATE)));
  }

  private static <T> Field<T> value(TableField<?, T> column, @Nullable Object value) {
    return DSL.val(value, column);
  }

  /** Selects the rows that satisfy a condition, in the order of the primary key. */
  public BoundStatement select(Condition condition) {
    return table.select(condition, List.of(), Integer.MAX_VALUE);
  }

  /** Selects one value if a visible row satisfies a condition but does not permit a write. */
  public BoundStatement refused(Condition condition, RowPermission permission) {
    // The condition of a permission may be unknown, as a comparison with a null assignee.
    Field<Integer> isRefused =
        DSL.when(renderer.permitted(mapping.table(), permission), DSL.inline(0))
            .otherwise(DSL.inline(1));
    return table.exists(condition.and(isRefused.eq(DSL.inline(1))));
  }
}
