package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.ddl.DeclaredColumn;
import dev.taskstore.codegen.ddl.DeclaredConstraint;
import dev.taskstore.codegen.ddl.DeclaredIndex;
import dev.taskstore.codegen.ddl.DeclaredTable;
import dev.taskstore.codegen.sql.ConstraintDefinition.Kind;
import dev.taskstore.codegen.sql.CreateIndex;
import dev.taskstore.codegen.sql.SqlExpression;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds text in keys and ordered indexes that PostgreSQL sorts by a locale. */
final class CollationCheck implements Check {

  private static final Set<String> BY_CODE_POINT = Set.of("c", "posix", "ucs_basic", "pg_c_utf8");
  private static final Set<Kind> KEYS = EnumSet.of(Kind.PRIMARY_KEY, Kind.UNIQUE);
  private static final Pattern TEXT =
      Pattern.compile(
          "(text|clob|citext|bpchar|(n?var)?char(acter)?( varying)?)( ?\\(.*\\))?",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void end(Visit visit) {
    if (!visit.on(LintDatabase.POSTGRESQL)) {
      return;
    }
    for (DeclaredTable table : visit.tables()) {
      for (DeclaredConstraint constraint : table.constraints()) {
        if (KEYS.contains(constraint.kind())) {
          key(visit, table, constraint);
        }
      }
      for (DeclaredIndex index : table.indexes()) {
        if (index.method().filter(method -> !method.equals("btree")).isEmpty()) {
          index(visit, table, index);
        }
      }
    }
  }

  private static void key(Visit visit, DeclaredTable table, DeclaredConstraint key) {
    String name = key.definition().name().orElseGet(() -> Naming.of(key.definition()));
    for (String column : key.definition().columns()) {
      table.column(column).ifPresent(found -> look(visit, table, found, key.declaredBy(), name));
    }
  }

  private static void index(Visit visit, DeclaredTable table, DeclaredIndex index) {
    for (CreateIndex.Key key : index.keys()) {
      if (key.collation().filter(CollationCheck::ordersByCodePoint).isEmpty()) {
        for (DeclaredColumn column : table.columns()) {
          if (uses(key, column.name())) {
            look(visit, table, column, index.declaredBy(), Naming.of(table, index));
          }
        }
      }
    }
  }

  private static boolean uses(CreateIndex.Key key, String column) {
    return key.column()
        .map(column::equalsIgnoreCase)
        .orElseGet(() -> SqlExpression.mentions(key.expression(), column));
  }

  private static void look(
      Visit visit,
      DeclaredTable table,
      DeclaredColumn column,
      ChangeSetKey declaredBy,
      String sortedBy) {
    if (TEXT.matcher(column.type()).matches()
        && column.collation().filter(CollationCheck::ordersByCodePoint).isEmpty()) {
      visit.report(
          LintRule.TEXT_WITHOUT_COLLATION,
          declaredBy,
          table.name() + "." + column.name(),
          sortedBy + " sorts the column by the locale of the database.");
    }
  }

  private static boolean ordersByCodePoint(String collation) {
    return BY_CODE_POINT.contains(collation.toLowerCase(Locale.ROOT));
  }
}
