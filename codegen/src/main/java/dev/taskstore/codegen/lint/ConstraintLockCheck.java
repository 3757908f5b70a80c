package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.AlterTable;
import dev.taskstore.codegen.sql.ColumnDefinition;
import dev.taskstore.codegen.sql.ConstraintDefinition;
import dev.taskstore.codegen.sql.ConstraintDefinition.Kind;
import dev.taskstore.codegen.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds constraints for which PostgreSQL scans a table under a lock. */
final class ConstraintLockCheck implements Check {

  private static final Pattern VALIDATE =
      Pattern.compile("VALIDATE CONSTRAINT \"?([\\w$]+)\"?", Pattern.CASE_INSENSITIVE);

  @Override
  public void statement(Visit visit, ChangeSetView changeSet, Statement statement) {
    if (visit.on(LintDatabase.POSTGRESQL)
        && statement instanceof AlterTable altered
        && visit.mayHaveRows(changeSet, altered.table())) {
      altered.actions().forEach(action -> look(visit, changeSet, altered.table(), action));
    }
  }

  /** NOT VALID has no advantage if the same transaction validates the constraint. */
  @Override
  public void changeSet(Visit visit, ChangeSetView changeSet) {
    if (!visit.on(LintDatabase.POSTGRESQL) || !changeSet.transactional()) {
      return;
    }
    Set<String> notValid = new HashSet<>();
    for (ChangeView change : changeSet.changes()) {
      for (Statement statement : change.statements()) {
        if (statement instanceof AlterTable altered) {
          altered.actions().forEach(action -> validated(visit, changeSet, action, notValid));
        }
      }
    }
  }

  private static void validated(
      Visit visit, ChangeSetView changeSet, AlterTable.Action action, Set<String> notValid) {
    if (action instanceof AlterTable.AddConstraint added && added.constraint().notValid()) {
      added.constraint().name().ifPresent(notValid::add);
    } else if (action instanceof AlterTable.OtherAction other) {
      Matcher validate = VALIDATE.matcher(other.text());
      if (validate.matches() && notValid.contains(validate.group(1).toLowerCase(Locale.ROOT))) {
        report(
            visit,
            changeSet,
            validate.group(1),
            "The changeset that adds the constraint also validates it, under the lock of ADD"
                + " CONSTRAINT.");
      }
    }
  }

  private static void look(
      Visit visit, ChangeSetView changeSet, String table, AlterTable.Action action) {
    if (action instanceof AlterTable.AddConstraint added && scans(added.constraint())) {
      scanned(visit, changeSet, table, added.constraint());
    } else if (action instanceof AlterTable.AddColumn added) {
      for (ConstraintDefinition constraint : added.column().constraints()) {
        if (scans(constraint) && !skipsScan(added.column(), constraint)) {
          scanned(visit, changeSet, table, constraint);
        }
      }
    } else if (action instanceof AlterTable.AlterColumn changed
        && changed.change().equalsIgnoreCase("SET NOT NULL")
        && !isChecked(visit, table, changed.column())) {
      report(
          visit, changeSet, table + "." + changed.column(), "SET NOT NULL scans the whole table.");
    }
  }

  private static boolean scans(ConstraintDefinition constraint) {
    return (constraint.kind() == Kind.CHECK || constraint.kind() == Kind.FOREIGN_KEY)
        && !constraint.notValid();
  }

  /** PostgreSQL does not scan the table for a new column that is NULL in all rows. */
  private static boolean skipsScan(ColumnDefinition column, ConstraintDefinition constraint) {
    return constraint.kind() == Kind.FOREIGN_KEY && column.defaultExpression().isEmpty();
  }

  /** PostgreSQL does not scan the table if a valid CHECK proves the condition. */
  private static boolean isChecked(Visit visit, String table, String column) {
    String condition = column.toLowerCase(Locale.ROOT) + " is not null";
    return visit.schema().table(table).stream()
        .flatMap(found -> found.constraints(Kind.CHECK).stream())
        .flatMap(check -> check.definition().expression().stream())
        .anyMatch(check -> check.toLowerCase(Locale.ROOT).contains(condition));
  }

  private static void scanned(
      Visit visit, ChangeSetView changeSet, String table, ConstraintDefinition constraint) {
    report(
        visit,
        changeSet,
        constraint.name().orElseGet(() -> Naming.of(constraint)),
        "Adding the constraint scans the whole table " + table + " under a lock.");
  }

  private static void report(Visit visit, ChangeSetView changeSet, String object, String problem) {
    visit.report(LintRule.CONSTRAINT_LOCKS_TABLE, changeSet, object, problem);
  }
}
