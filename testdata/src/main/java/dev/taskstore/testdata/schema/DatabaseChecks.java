package dev.taskstore.testdata.schema;

import dev.taskstore.transfer.rows.TableShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Check;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates checks in the database before a row is inserted: those with parts that Java does not
 * evaluate, such as functions of the database. Used by one thread.
 */
final class DatabaseChecks {

  private final DSLContext dsl;
  private final TableShape shape;
  private final List<RowCheck> checks;
  private final Map<String, Condition> conditions = new TreeMap<>();

  DatabaseChecks(DSLContext dsl, TablePlan plan, TableShape shape) {
    this.dsl = dsl;
    this.shape = shape;
    this.checks = plan.checks().stream().filter(check -> !check.isEvaluatedInJava()).toList();
    for (RowCheck check : checks) {
      Condition condition = check.condition();
      conditions.put(
          String.valueOf(check.name()),
          condition != null ? condition : original(plan.table(), check));
    }
  }

  private static Condition original(Table<?> table, RowCheck check) {
    return table.getChecks().stream()
        .filter(candidate -> candidate.getName().equals(check.name()))
        .map(Check::condition)
        .findFirst()
        .orElseThrow();
  }

  /** Returns a check that the row breaks, or null. */
  @Nullable RowCheck broken(@Nullable Object[] row) {
    for (RowCheck check : checks) {
      Condition condition = conditions.get(String.valueOf(check.name()));
      if (condition != null && dsl.fetchExists(violation(condition, row))) {
        return check;
      }
    }
    return null;
  }

  /** Selects the row if it breaks the condition. A union with no rows gives nulls their types. */
  private Select<?> violation(Condition condition, @Nullable Object[] row) {
    List<SelectField<?>> values = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      values.add(inline(row[i], shape.fields().get(i)));
    }
    Table<?> rows =
        DSL.select(shape.fields())
            .from(shape.table())
            .where(DSL.falseCondition())
            .unionAll(DSL.select(values))
            .asTable(
                "candidate", shape.fields().stream().map(Field::getName).toArray(String[]::new));
    return DSL.selectOne().from(rows).where(condition.not());
  }

  private static <T> Field<T> inline(@Nullable Object value, Field<T> column) {
    DataType<T> type = column.getDataType();
    return DSL.inline(value == null ? null : type.getType().cast(value), type);
  }
}
