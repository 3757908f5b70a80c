package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.AlterTable;
import dev.taskstore.codegen.sql.ColumnDefinition;
import dev.taskstore.codegen.sql.CreateTable;
import dev.taskstore.codegen.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds types of PostgreSQL whose values SQLite stores or compares differently. */
final class TypeCheck implements Check {

  private static final Map<Pattern, String> DIFFERENCES = new LinkedHashMap<>();

  static {
    DIFFERENCES.put(Pattern.compile("(small|big)?serial[248]?"), "uses a sequence of PostgreSQL");
    DIFFERENCES.put(Pattern.compile("money"), "depends on the locale of the server");
    DIFFERENCES.put(Pattern.compile("citext"), "ignores case on PostgreSQL, but not on SQLite");
    DIFFERENCES.put(
        Pattern.compile(
            "(n?varchar|character varying) ?\\(.*\\)|(n?char|character|bpchar)( ?\\(.*\\))?("
                + " collate .*)?"),
        "has a limit that SQLite does not enforce");
    DIFFERENCES.put(
        Pattern.compile(".*(\\[\\d*]| array)"), "is an array, which SQLite does not support");
  }

  @Override
  public void statement(Visit visit, ChangeSetView changeSet, Statement statement) {
    if (!visit.on(LintDatabase.POSTGRESQL)) {
      return;
    }
    if (statement instanceof CreateTable table) {
      table.columns().forEach(column -> look(visit, changeSet, table.table(), column));
    } else if (statement instanceof AlterTable altered) {
      for (AlterTable.Action action : altered.actions()) {
        if (action instanceof AlterTable.AddColumn added) {
          look(visit, changeSet, altered.table(), added.column());
        }
      }
    }
  }

  private static void look(
      Visit visit, ChangeSetView changeSet, String table, ColumnDefinition column) {
    String type = column.type().toLowerCase(Locale.ROOT);
    DIFFERENCES.forEach(
        (pattern, difference) -> {
          if (pattern.matcher(type).matches()) {
            visit.report(
                LintRule.TYPE_DIFFERS,
                changeSet,
                table + "." + column.name(),
                "The type " + column.type() + " " + difference + ".");
          }
        });
  }
}
