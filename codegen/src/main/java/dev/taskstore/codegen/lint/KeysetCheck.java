package dev.taskstore.codegen.lint;

import java.util.List;

/** Indexes for pages, which end in the primary key, over columns that may be NULL. */
final class KeysetCheck implements Check {

  @Override
  public void end(Visit visit) {
    for (TableState table : visit.tables()) {
      List<String> primaryKey = table.primaryKey().map(KeyState::columns).orElse(List.of());
      for (KeyState index : table.keys) {
        if (index.kind() == KeyState.Kind.INDEX && isKeyset(index, primaryKey)) {
          look(visit, table, index, primaryKey.size());
        }
      }
    }
  }

  private static boolean isKeyset(KeyState index, List<String> primaryKey) {
    List<String> columns = index.columns().stream().map(TableState::folded).toList();
    List<String> last = primaryKey.stream().map(TableState::folded).toList();
    int before = columns.size() - last.size();
    return !last.isEmpty()
        && before > 0
        && columns.size() == index.keys().size()
        && columns.subList(before, columns.size()).equals(last);
  }

  private static void look(Visit visit, TableState table, KeyState index, int keySize) {
    List<String> columns = index.columns();
    for (String name : columns.subList(0, columns.size() - keySize)) {
      boolean mayBeNull = table.column(name).filter(column -> !column.notNull).isPresent();
      if (mayBeNull && index.predicate().filter(p -> excludesNull(p, name)).isEmpty()) {
        visit.report(
            LintRule.NULLABLE_KEYSET,
            index.addedBy(),
            table.name + "." + name,
            "The column may be NULL, and "
                + index.name()
                + " orders by it and then by the primary key.");
      }
    }
  }

  /** Any comparison leaves NULL out, so that the column need only be mentioned. */
  private static boolean excludesNull(String predicate, String column) {
    return Words.mention(predicate, column)
        && !TableState.folded(predicate).contains(TableState.folded(column) + " is null");
  }
}
