package dev.taskstore.db.personal;

import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that refer, directly or through other rows of the table, to selected rows.
 */
final class RowTree {

  private static final Name TREE = DSL.name("subject_tree");
  private static final Table<?> TREE_TABLE = DSL.table(TREE);
  private static final Name CHILD = DSL.name("subject_child");

  private RowTree() {}

  /**
   * Returns the condition of the selected rows and of all rows below them.
   *
   * @param table the table
   * @param references foreign keys of the table to itself, at least one
   * @param selected selects the topmost rows
   * @return the condition, or null if a foreign key refers to other columns than the primary key
   */
  static @Nullable Condition below(
      Table<?> table, List<RowReference> references, Condition selected) {
    UniqueKey<?> primaryKey = table.getPrimaryKey();
    if (primaryKey == null
        || references.stream()
            .anyMatch(reference -> !primaryKey.getFields().equals(reference.referencedColumns()))) {
      return null;
    }
    List<Field<?>> key = List.copyOf(primaryKey.getFields());
    Table<?> child = table.as(CHILD);
    Condition refers =
        DSL.or(
            references.stream()
                .map(reference -> DSL.row(of(child, reference.columns())).eq(DSL.row(tree(key))))
                .toList());
    CommonTableExpression<Record> tree =
        TREE.fields(key.stream().map(Field::getUnqualifiedName).toArray(Name[]::new))
            .as(
                DSL.select(key)
                    .from(table)
                    .where(selected)
                    .union(DSL.select(of(child, key)).from(child).join(TREE_TABLE).on(refers)));
    return DSL.row(key).in(DSL.withRecursive(tree).select(tree(key)).from(TREE_TABLE));
  }

  /** The columns of the tree. */
  private static List<Field<?>> tree(List<Field<?>> key) {
    return key.stream()
        .<Field<?>>map(
            column -> DSL.field(TREE.append(column.getUnqualifiedName()), column.getDataType()))
        .toList();
  }

  private static List<Field<?>> of(Table<?> alias, List<? extends Field<?>> columns) {
    return columns.stream()
        .<Field<?>>map(
            column ->
                DSL.field(
                    alias.getUnqualifiedName().append(column.getUnqualifiedName()),
                    column.getDataType()))
        .toList();
  }
}
