package dev.taskstore.testdata.schema;

import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A check of a table.
 *
 * @param name the constraint's name, or null for a rule that only makes rows plausible
 * @param condition its condition, or null if jOOQ cannot parse it
 * @param columns the columns in it
 * @param literals the literals in it
 * @param isEvaluatedInJava false if only the database can evaluate it
 */
record RowCheck(
    @Nullable String name,
    @Nullable Condition condition,
    List<Column> columns,
    List<Object> literals,
    boolean isEvaluatedInJava) {

  /** Returns whether a row satisfies the check, as far as Java can evaluate it. */
  boolean accepts(Conditions.Row row) {
    return !isEvaluatedInJava
        || condition == null
        || !Boolean.FALSE.equals(Conditions.evaluate(condition, row));
  }
}
