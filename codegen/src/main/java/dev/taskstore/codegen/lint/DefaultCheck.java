package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.AlterTable;
import dev.taskstore.codegen.sql.ColumnDefinition;
import dev.taskstore.codegen.sql.CreateTable;
import dev.taskstore.codegen.sql.SqlExpression;
import dev.taskstore.codegen.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds defaults that are not constant. */
final class DefaultCheck implements Check {

  private static final Pattern VOLATILE =
      Pattern.compile(
          "(?<![\\w$])(now|current_(timestamp|date|time|datetime|user|schema)|session_user|user"
              + "|localtime(stamp)?|(clock|statement|transaction)_timestamp|timeofday|sysdate"
              + "|systimestamp|getdate|random(blob|_uuid)?|rand|gen_random_(uuid|bytes)"
              + "|uuid_generate_\\w+|uuidv[47]|uuid|newid|nextval|currval|lastval|unixepoch"
              + "|julianday|strftime|datetime|last_insert_rowid|txid_current\\w*)(?![\\w$])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD_FOR_A_MOMENT =
      Pattern.compile("'(now|today|tomorrow|yesterday)'", Pattern.CASE_INSENSITIVE);
  private static final Pattern SET_DEFAULT =
      Pattern.compile("SET DEFAULT (.*)", Pattern.CASE_INSENSITIVE);

  @Override
  public void statement(Visit visit, ChangeSetView changeSet, Statement statement) {
    if (statement instanceof CreateTable table) {
      for (ColumnDefinition column : table.columns()) {
        look(visit, changeSet, table.table(), column);
      }
    } else if (statement instanceof AlterTable altered) {
      for (AlterTable.Action action : altered.actions()) {
        if (action instanceof AlterTable.AddColumn added) {
          look(visit, changeSet, altered.table(), added.column());
        } else if (action instanceof AlterTable.AlterColumn changed) {
          Matcher set = SET_DEFAULT.matcher(changed.change());
          if (set.matches()) {
            look(visit, changeSet, altered.table() + "." + changed.column(), set.group(1));
          }
        }
      }
    }
  }

  private static void look(
      Visit visit, ChangeSetView changeSet, String table, ColumnDefinition column) {
    column
        .defaultExpression()
        .ifPresent(expression -> look(visit, changeSet, table + "." + column.name(), expression));
  }

  private static void look(Visit visit, ChangeSetView changeSet, String column, String expression) {
    if (VOLATILE.matcher(SqlExpression.withoutStrings(expression)).find()
        || WORD_FOR_A_MOMENT.matcher(expression).find()) {
      visit.report(
          LintRule.VOLATILE_DEFAULT,
          changeSet,
          column,
          "The default " + expression + " is not a constant.");
    }
  }
}
