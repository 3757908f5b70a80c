package dev.taskstore.db.internal.statement;

import dev.taskstore.db.mapping.JoinTable;
import dev.taskstore.db.mapping.KeyedTableMapping;
import dev.taskstore.db.mapping.TableMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/**
 * The statements on a join table, from the owners to the other table. The size of each list is a
 * power of two. Thread-safe.
 */
public final class JoinTableStatements {

  private final TableMapping<?, ?> mapping;
  private final JoinTable<?, ?> join;
  private final Table<?> table;
  private final StatementRenderer renderer;
  private final @Nullable WriteRules rules;
  private final SizedTemplates attach;
  private final SizedTemplates detach;
  private final Function<List<Field<?>>, SizedTemplates> newLinked;
  private final ConcurrentMap<List<Field<?>>, SizedTemplates> linked = new ConcurrentHashMap<>();

  JoinTableStatements(
      TableMapping<?, ?> mapping, JoinTable<?, ?> join, StatementRenderer renderer) {
    this.mapping = mapping;
    this.join = join;
    this.table = Objects.requireNonNull(join.owner().getTable(), "table of the join");
    this.renderer = renderer;
    this.rules = null;
    this.attach = new SizedTemplates(this::renderAttach);
    this.detach = new SizedTemplates(this::renderDetach);
    this.newLinked = order -> new SizedTemplates(size -> renderLinked(order, size));
  }

  /** Creates the statements of a join table without a principal for a scope. */
  JoinTableStatements(
      JoinTableStatements shared,
      ScopeBinding scope,
      Function<Table<?>, @Nullable WriteRules> newRules) {
    this.mapping = shared.mapping;
    this.join = shared.join;
    this.table = shared.table;
    this.renderer = shared.renderer;
    this.rules = newRules.apply(table);
    this.attach = shared.attach.boundTo(scope);
    this.detach = shared.detach.boundTo(scope);
    this.newLinked = order -> shared.linked(order).boundTo(scope);
  }

  /** Returns the rules of the scope for the join table, or null if all rows may be written. */
  public @Nullable WriteRules rules() {
    return rules;
  }

  /** Returns the join table. */
  public Table<?> table() {
    return table;
  }

  /** Inserts pairs of an owner and another key, except existing pairs. */
  public SqlTemplate attach(int size) {
    return attach.get(size);
  }

  private SqlTemplate renderAttach(int size) {
    List<TableField<?, ?>> columns = List.of(join.owner(), join.other());
    var insert = renderer.dsl().insertInto(table).columns(columns);
    var rows = insert.values(renderer.upsertParameters(columns));
    for (int i = 1; i < size; i++) {
      rows = rows.values(renderer.upsertParameters(columns));
    }
    return renderer.constant(rows.onConflict(columns).doNothing());
  }

  /** Deletes the rows of an owner with a list of other keys. */
  public SqlTemplate detach(int size) {
    return detach.get(size);
  }

  private SqlTemplate renderDetach(int size) {
    return renderer.constant(
        renderer
            .dsl()
            .deleteFrom(table)
            .where(Placeholders.equalTo(join.owner()))
            .and(Placeholders.in(List.of(join.other()), size))
            .and(renderer.permitted(table, RowPermission.DELETE)));
  }

  /**
   * Selects the rows of the mapping's table that are linked to a list of owners: all columns,
   * followed by the owner.
   */
  public SqlTemplate linked(List<Field<?>> order, int size) {
    return linked(order).get(size);
  }

  private SizedTemplates linked(List<Field<?>> order) {
    SizedTemplates known = linked.get(order);
    return known != null ? known : linked.computeIfAbsent(order, newLinked);
  }

  private SqlTemplate renderLinked(List<Field<?>> order, int size) {
    List<Field<?>> fields = new ArrayList<>(mapping.columns());
    fields.add(join.owner());
    return renderer.constant(
        renderer
            .dsl()
            .select(fields)
            .from(mapping.table())
            .join(table)
            .on(refersTo(join.other()))
            .where(Placeholders.in(List.of(join.owner()), size))
            .orderBy(order.stream().<Field<?>>map(EnumOrder::of).toList()));
  }

  @SuppressWarnings("unchecked")
  private <T> Condition refersTo(TableField<?, T> other) {
    if (mapping instanceof KeyedTableMapping<?, ?, ?, ?> keyed) {
      return other.eq((Field<T>) keyed.keyColumns().get(0));
    }
    throw new IllegalStateException(mapping.table().getName() + " has no primary key.");
  }
}
