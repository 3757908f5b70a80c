package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.ddl.DeclaredIndex;
import dev.taskstore.codegen.ddl.DeclaredTable;
import dev.taskstore.codegen.sql.SqlExpression;
import java.util.List;
import java.util.Locale;

/** Finds indexes for pages, which end in the primary key, over columns that can be NULL. */
final class KeysetCheck implements Check {

  @Override
  public void end(Visit visit) {
    for (DeclaredTable table : visit.tables()) {
      List<String> primaryKey = table.primaryKey();
      for (DeclaredIndex index : table.indexes()) {
        if (isKeyset(index, primaryKey)) {
          look(visit, table, index, primaryKey.size());
        }
      }
    }
  }

  private static boolean isKeyset(DeclaredIndex index, List<String> primaryKey) {
    List<String> columns = index.columns().stream().map(KeysetCheck::folded).toList();
    List<String> last = primaryKey.stream().map(KeysetCheck::folded).toList();
    int before = columns.size() - last.size();
    return !last.isEmpty()
        && before > 0
        && columns.size() == index.keys().size()
        && columns.subList(before, columns.size()).equals(last);
  }

  private static void look(Visit visit, DeclaredTable table, DeclaredIndex index, int keySize) {
    List<String> columns = index.columns();
    for (String name : columns.subList(0, columns.size() - keySize)) {
      boolean mayBeNull = table.column(name).filter(column -> !column.notNull()).isPresent();
      if (mayBeNull && index.predicate().filter(p -> excludesNull(p, name)).isEmpty()) {
        visit.report(
            LintRule.NULLABLE_KEYSET,
            index.declaredBy(),
            table.name() + "." + name,
            "The column can be NULL, and "
                + Naming.of(table, index)
                + " orders by it and the primary key.");
      }
    }
  }

  /** Every comparison excludes NULL, so it is enough that the condition mentions the column. */
  private static boolean excludesNull(String predicate, String column) {
    return SqlExpression.mentions(predicate, column)
        && !folded(predicate).contains(folded(column) + " is null");
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
