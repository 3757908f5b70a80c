package dev.taskstore.db.internal.integrity;

import static dev.taskstore.db.internal.integrity.CheckedColumn.UNREADABLE;

import dev.taskstore.db.integrity.IntegrityViolation;
import dev.taskstore.db.integrity.IntegrityViolation.Kind;
import dev.taskstore.db.mapping.RowReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table and compares them with the rules of its columns and constraints. */
final class TableCheck {

  private final Table<?> table;
  private final List<CheckedColumn> columns;
  private final List<TableRule> rules;
  private final List<Integer> key;
  private final @Nullable IndexSizes sizes;

  /**
   * Creates the check of a table.
   *
   * @param sizes the indexes of a database for which the rows are checked, or null
   */
  TableCheck(Table<?> table, List<TableRule> rules, @Nullable IndexSizes sizes) {
    this.table = table;
    this.sizes = sizes;
    this.columns = table.fieldStream().<CheckedColumn>map(CheckedColumn::of).toList();
    this.rules = rules;
    UniqueKey<?> primaryKey = table.getPrimaryKey();
    this.key =
        primaryKey == null
            ? List.of()
            : primaryKey.getFields().stream().map(table::indexOf).toList();
  }

  /** Selects all columns and, for each rule, 1 if the row violates it. */
  Select<?> query() {
    List<SelectField<?>> selected = new ArrayList<>();
    columns.forEach(column -> selected.add(column.field()));
    rules.forEach(rule -> selected.add(isTrue(rule.violated())));
    return DSL.select(selected).from(table).orderBy(order());
  }

  private static Field<Integer> isTrue(Condition condition) {
    return DSL.when(condition, DSL.inline(1)).otherwise(DSL.inline(0));
  }

  private List<SortField<?>> order() {
    List<SortField<?>> order = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (key.isEmpty() || key.contains(i)) {
        order.add(columns.get(i).field().asc().nullsLast());
      }
    }
    return order;
  }

  /** Passes on the violations of the current row. */
  void check(RowReader row, Consumer<IntegrityViolation> violations) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      values.add(columns.get(i).read(row, i + 1));
    }
    List<@Nullable Object> keyValues = new ArrayList<>(key.size());
    for (int i : key) {
      keyValues.add(values.get(i) == UNREADABLE ? null : values.get(i));
    }
    for (int i = 0; i < columns.size(); i++) {
      CheckedColumn column = columns.get(i);
      if (values.get(i) == UNREADABLE) {
        violations.accept(violation(Kind.VALUE, List.of(column.name()), null, keyValues));
      } else if (values.get(i) == null && !column.field().getDataType().nullable()) {
        violations.accept(violation(Kind.NOT_NULL, List.of(column.name()), null, keyValues));
      }
    }
    for (int i = 0; i < rules.size(); i++) {
      if (row.count(columns.size() + i + 1) == 1) {
        TableRule rule = rules.get(i);
        violations.accept(violation(rule.kind(), rule.columns(), rule.name(), keyValues));
      }
    }
    if (sizes != null) {
      for (IndexSizes.Indexed index : sizes.exceeded(values)) {
        violations.accept(violation(Kind.INDEX_SIZE, index.columns(), index.name(), keyValues));
      }
    }
  }

  private IntegrityViolation violation(
      Kind kind,
      List<String> names,
      @Nullable String constraint,
      List<@Nullable Object> keyValues) {
    return new IntegrityViolation(kind, table.getName(), names, constraint, keyValues);
  }
}
