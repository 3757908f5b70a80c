package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.CreateIndex;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Text in keys and ordered indexes that PostgreSQL sorts by a locale. */
final class CollationCheck implements Check {

  private static final Set<String> BY_CODE_POINT = Set.of("c", "posix", "ucs_basic", "pg_c_utf8");
  private static final Pattern TEXT =
      Pattern.compile(
          "(text|clob|citext|bpchar|(n?var)?char(acter)?( varying)?)( ?\\(.*\\))?",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void end(Visit visit) {
    if (!visit.on(LintDatabase.POSTGRESQL)) {
      return;
    }
    for (TableState table : visit.tables()) {
      for (KeyState key : table.keys) {
        if (key.method().filter(method -> !method.equals("btree")).isEmpty()) {
          key.keys().forEach(part -> look(visit, table, key, part));
        }
      }
    }
  }

  private static void look(Visit visit, TableState table, KeyState key, CreateIndex.Key part) {
    if (part.collation().filter(CollationCheck::ordersByCodePoint).isPresent()) {
      return;
    }
    for (ColumnState column : sorted(table, part)) {
      if (column.collation.filter(CollationCheck::ordersByCodePoint).isEmpty()) {
        visit.report(
            LintRule.TEXT_WITHOUT_COLLATION,
            key.addedBy(),
            table.name + "." + column.name,
            key.name() + " sorts the column in the order of the database's locale.");
      }
    }
  }

  private static List<ColumnState> sorted(TableState table, CreateIndex.Key part) {
    return table.columns().stream()
        .filter(column -> TEXT.matcher(column.type).matches())
        .filter(
            column ->
                part.column()
                    .map(column.name::equalsIgnoreCase)
                    .orElseGet(() -> Words.mention(part.expression(), column.name)))
        .toList();
  }

  private static boolean ordersByCodePoint(String collation) {
    return BY_CODE_POINT.contains(TableState.folded(collation));
  }
}
