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

  /** Types that are no standard types of Liquibase. */
  private static final Map<Pattern, String> NOT_STANDARD = new LinkedHashMap<>();

  private static final Map<Pattern, String> DIFFERENCES = new LinkedHashMap<>();

  static {
    NOT_STANDARD.put(Pattern.compile("money"), "depends on the locale of the server");
    NOT_STANDARD.put(Pattern.compile("citext"), "ignores case on PostgreSQL, but not on SQLite");
    NOT_STANDARD.put(
        Pattern.compile(".*(\\[\\d*]| array)"), "is an array, which SQLite does not support");
    NOT_STANDARD.put(
        Pattern.compile("(time|timestamp) ?\\([0-5]\\).*"),
        "is rounded on PostgreSQL, but not on SQLite");
    DIFFERENCES.putAll(NOT_STANDARD);
    DIFFERENCES.put(Pattern.compile("(small|big)?serial[248]?"), "uses a sequence of PostgreSQL");
    DIFFERENCES.put(
        Pattern.compile(
            "(n?varchar|character varying) ?\\(.*\\)|(n?char|character|bpchar)( ?\\(.*\\))?("
                + " collate .*)?"),
        "has a limit that SQLite does not enforce");
  }

  @Override
  public void change(Visit visit, ChangeSetView changeSet, ChangeView change) {
    Map<Pattern, String> differences = visit.makesEqual(change) ? NOT_STANDARD : DIFFERENCES;
    change.statements().forEach(statement -> look(visit, changeSet, statement, differences));
  }

  private static void look(
      Visit visit, ChangeSetView changeSet, Statement statement, Map<Pattern, String> differences) {
    if (!visit.on(LintDatabase.POSTGRESQL)) {
      return;
    }
    if (statement instanceof CreateTable table) {
      table.columns().forEach(column -> look(visit, changeSet, table.table(), column, differences));
    } else if (statement instanceof AlterTable altered) {
      for (AlterTable.Action action : altered.actions()) {
        if (action instanceof AlterTable.AddColumn added) {
          look(visit, changeSet, altered.table(), added.column(), differences);
        }
      }
    }
  }

  private static void look(
      Visit visit,
      ChangeSetView changeSet,
      String table,
      ColumnDefinition column,
      Map<Pattern, String> differences) {
    String type = column.type().toLowerCase(Locale.ROOT);
    differences.forEach(
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
