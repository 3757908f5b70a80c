package dev.taskstore.testdata.schema;

import dev.taskstore.testdata.random.RowRandom;
import dev.taskstore.transfer.rows.TableColumn;
import dev.taskstore.transfer.rows.TableShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Sets the foreign keys of tables that reference each other, after all rows are inserted. Used by
 * one thread.
 */
final class DeferredReferences {

  private static final int BATCH = 500;
  private static final double SET = 0.8;

  private final DSLContext dsl;
  private final long seed;
  private final Table<?> table;
  private final TableShape shape;

  DeferredReferences(DSLContext dsl, long seed, Table<?> table, TableShape shape) {
    this.dsl = dsl;
    this.seed = seed;
    this.table = table;
    this.shape = shape;
  }

  /**
   * Sets foreign keys in four of five generated rows. A parent is used once, so that unique keys
   * hold; rows beyond the number of parents remain without one.
   *
   * @param references the foreign keys
   * @param rows the primary keys of the table's rows, or null if there is nothing to set
   */
  void set(List<Reference> references, @Nullable ParentRows rows) {
    if (rows == null || references.isEmpty()) {
      return;
    }
    List<Query> batch = new ArrayList<>();
    for (int row = rows.existing(); row < rows.size(); row++) {
      Random random = RowRandom.of(seed, table.getName() + " deferred", row);
      Map<Field<?>, Object> values = new LinkedHashMap<>();
      for (Reference reference : references) {
        if (row < reference.parents().size() && random.nextDouble() < SET) {
          addKey(reference, reference.parents().get(row), values);
        }
      }
      if (!values.isEmpty()) {
        batch.add(
            dsl.update(shape.table()).set(values).where(matches(rows.columns(), rows.get(row))));
      }
      if (batch.size() == BATCH) {
        dsl.batch(batch).execute();
        batch.clear();
      }
    }
    if (!batch.isEmpty()) {
      dsl.batch(batch).execute();
    }
  }

  private void addKey(Reference reference, Object[] key, Map<Field<?>, Object> values) {
    for (int i = 0; i < key.length; i++) {
      Field<?> field = field(reference.columns().get(i));
      values.put(field, value(field, key[i]));
    }
  }

  private Condition matches(List<Column> columns, Object[] key) {
    Condition condition = DSL.noCondition();
    for (int i = 0; i < key.length; i++) {
      condition = condition.and(equal(field(columns.get(i)), key[i]));
    }
    return condition;
  }

  private static <T> Condition equal(Field<T> field, Object value) {
    return field.eq(value(field, value));
  }

  private static <T> Field<T> value(Field<T> field, Object value) {
    DataType<T> type = field.getDataType();
    return DSL.val(type.getType().cast(value), type);
  }

  private Field<?> field(Column column) {
    TableColumn found = shape.columns().get(column.position());
    return found.field();
  }
}
