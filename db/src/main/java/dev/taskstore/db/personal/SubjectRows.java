package dev.taskstore.db.personal;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * The conditions that select the rows of one person in each table: the person's row, and the rows
 * that refer to a selected row by a followed foreign key. Immutable.
 */
final class SubjectRows {

  private final List<RowReference> references;
  private final Map<Table<?>, Condition> conditions = new LinkedHashMap<>();

  /**
   * Selects the rows.
   *
   * @param root the table of the person
   * @param person selects the person's row
   * @param all all foreign keys of the schema
   * @param followed the foreign keys to follow
   * @throws InvalidArgumentException if the followed foreign keys form a cycle of several tables
   */
  SubjectRows(
      Table<?> root, Condition person, List<RowReference> all, Predicate<RowReference> followed) {
    this.references = all.stream().filter(followed).toList();
    conditions.put(root, person);
    List<Table<?>> order = new ArrayList<>(List.of(root));
    for (int i = 0; i < order.size(); i++) {
      Table<?> parent = order.get(i);
      references.stream()
          .filter(reference -> reference.referencedTable().equals(parent))
          .map(RowReference::table)
          .sorted(Comparator.comparing(Table::getName))
          .filter(table -> !order.contains(table))
          .forEach(order::add);
    }
    Set<Table<?>> reached = new LinkedHashSet<>(order);
    for (Table<?> table : order) {
      conditions.put(table, condition(table, root, person, reached, List.of()));
    }
  }

  /** The tables that may contain rows of the person, the person's table first. */
  Map<Table<?>, Condition> conditions() {
    return conditions;
  }

  private Condition condition(
      Table<?> table, Table<?> root, Condition person, Set<Table<?>> reached, List<Table<?>> path) {
    if (path.contains(table)) {
      throw cycle(table);
    }
    List<Table<?>> longer = new ArrayList<>(path);
    longer.add(table);
    List<Condition> alternatives = new ArrayList<>();
    if (table.equals(root)) {
      alternatives.add(person);
    }
    for (RowReference reference : references) {
      if (reference.table().equals(table)
          && !reference.isTree()
          && reached.contains(reference.referencedTable())) {
        Table<?> parent = reference.referencedTable();
        alternatives.add(refersTo(reference, condition(parent, root, person, reached, longer)));
      }
    }
    Condition selected = DSL.or(alternatives);
    List<RowReference> trees =
        references.stream().filter(r -> r.isTree() && r.table().equals(table)).toList();
    if (trees.isEmpty()) {
      return selected;
    }
    Condition withDescendants = RowTree.below(table, trees, selected);
    if (withDescendants == null) {
      throw cycle(table);
    }
    return withDescendants;
  }

  private static Condition refersTo(RowReference reference, Condition selected) {
    return in(
        reference.columns(), reference.referencedColumns(), reference.referencedTable(), selected);
  }

  private static Condition in(
      List<TableField<?, ?>> columns,
      List<TableField<?, ?>> others,
      Table<?> other,
      Condition selected) {
    return columns.size() == 1
        ? single(columns.get(0), others.get(0), other, selected)
        : DSL.row(columns).in(DSL.select(others).from(other).where(selected));
  }

  @SuppressWarnings("unchecked") // The columns of a foreign key have the types of its references.
  private static <T> Condition single(
      TableField<?, T> column, TableField<?, ?> other, Table<?> table, Condition selected) {
    return column.in(DSL.select((Field<T>) other).from(table).where(selected));
  }

  /**
   * Adds the rows that the join tables among the selected rows refer to, in tables without other
   * selected rows.
   *
   * @param all all foreign keys of the schema
   * @return the conditions of all tables
   */
  Map<Table<?>, Condition> withJoinedRows(List<RowReference> all) {
    Map<Table<?>, List<Condition>> joined = new LinkedHashMap<>();
    conditions.forEach(
        (table, selected) -> {
          if (joins(table, all)) {
            all.stream()
                .filter(reference -> reference.table().equals(table))
                .filter(reference -> !conditions.containsKey(reference.referencedTable()))
                .forEach(
                    reference ->
                        joined
                            .computeIfAbsent(
                                reference.referencedTable(), added -> new ArrayList<>())
                            .add(
                                in(
                                    reference.referencedColumns(),
                                    reference.columns(),
                                    table,
                                    selected)));
          }
        });
    Map<Table<?>, Condition> result = new LinkedHashMap<>(conditions);
    joined.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Table::getName)))
        .forEach(entry -> result.put(entry.getKey(), DSL.or(entry.getValue())));
    return result;
  }

  /** Returns whether each column of a table is part of a foreign key. */
  private static boolean joins(Table<?> table, List<RowReference> all) {
    for (Field<?> field : table.fields()) {
      if (all.stream()
          .filter(reference -> reference.table().equals(table))
          .noneMatch(reference -> reference.columns().contains(field))) {
        return false;
      }
    }
    return true;
  }

  private static InvalidArgumentException cycle(Table<?> table) {
    return new InvalidArgumentException(
        "The cascading foreign keys of table "
            + table.getName()
            + " form a cycle, which export and erasure do not support; select its rows with queries"
            + " of your own.",
        FailureContext.of(table.getName()));
  }
}
