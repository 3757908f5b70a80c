package dev.taskstore.codegen.merge;

import dev.taskstore.codegen.catalog.CatalogCheck;
import dev.taskstore.codegen.catalog.CatalogColumn;
import dev.taskstore.codegen.catalog.CatalogTable;
import dev.taskstore.codegen.sql.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares the names of the checks of one table. SQLite may have more of them: those that limit a
 * single column to the values that its type permits on PostgreSQL.
 */
final class CheckComparison {

  private static final String PREFIX = "ck_";

  private final CatalogTable postgres;
  private final CatalogTable sqlite;

  CheckComparison(CatalogTable postgres, CatalogTable sqlite) {
    this.postgres = postgres;
    this.sqlite = sqlite;
  }

  List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    Set<String> here = names(postgres);
    Set<String> there = names(sqlite);
    long unnamed = sqlite.checks().stream().filter(check -> check.name().isEmpty()).count();
    if (unnamed > 0) {
      differences.add(
          difference(
              "has "
                  + unnamed
                  + (unnamed == 1 ? " CHECK" : " CHECKs")
                  + " without a name, to which PostgreSQL gives one that SQLite does not report;"
                  + " write CONSTRAINT with a name."));
    }
    if (unnamed == 0) {
      postgres.checks().stream()
          .map(CatalogCheck::name)
          .filter(name -> !there.contains(folded(name)))
          .forEach(name -> differences.add(only(name, "PostgreSQL")));
    }
    sqlite.checks().stream()
        .filter(check -> !check.name().isEmpty() && !here.contains(folded(check.name())))
        .filter(check -> !expressesType(check))
        .forEach(check -> differences.add(only(check.name(), "SQLite")));
    return differences;
  }

  private boolean expressesType(CatalogCheck check) {
    List<CatalogColumn> columns =
        postgres.columns().stream()
            .filter(column -> SqlExpression.mentions(check.expression(), column.name()))
            .toList();
    return folded(check.name()).startsWith(PREFIX)
        && columns.size() == 1
        && StoredTypes.limited(columns.get(0).type());
  }

  private Difference only(String check, String database) {
    return difference("has the CHECK " + check + " on " + database + " only; write it for both.");
  }

  private Difference difference(String text) {
    return new Difference(postgres.name(), "", text);
  }

  private static Set<String> names(CatalogTable table) {
    return table.checks().stream()
        .map(CatalogCheck::name)
        .map(CheckComparison::folded)
        .collect(Collectors.toSet());
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
