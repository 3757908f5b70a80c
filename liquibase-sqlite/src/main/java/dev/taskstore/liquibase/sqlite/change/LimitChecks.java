package dev.taskstore.liquibase.sqlite.change;

import dev.taskstore.liquibase.sqlite.text.ColumnDefinition;
import dev.taskstore.liquibase.sqlite.text.Expressions;
import dev.taskstore.liquibase.sqlite.text.Names;
import dev.taskstore.liquibase.sqlite.text.TableDefinition;
import dev.taskstore.liquibase.sqlite.type.ColumnType;
import dev.taskstore.liquibase.sqlite.type.ConstraintNames;
import dev.taskstore.liquibase.sqlite.type.Limit;
import java.util.HashSet;
import java.util.Set;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;

/**
 * The CHECKs with the limits of a type. After a rename of the table or the column, their names are
 * those of before, and their conditions follow.
 */
final class LimitChecks {

  private final Set<String> names = new HashSet<>();
  private final Set<String> conditions = new HashSet<>();

  /** Finds the CHECKs of the recorded type of a column. */
  static LimitChecks of(String table, ColumnDefinition column) {
    LimitChecks checks = new LimitChecks();
    try {
      for (Limit limit : ColumnType.of(column.recordedType(), false).limits()) {
        checks.names.add(Names.fold(ConstraintNames.check(table, column.name(), limit.kind())));
        checks.conditions.add(
            Expressions.comparable(limit.condition().apply(Names.quote(column.name()))));
      }
    } catch (UnexpectedLiquibaseException e) {
      // A table of another program, whose type has no limits of this extension.
      return checks;
    }
    return checks;
  }

  /** Removes the CHECKs, whether the column or the table has them. */
  TableDefinition removeFrom(TableDefinition table, String column) {
    return table
        .dropConstraints(constraint -> isLimit(constraint.name(), constraint.check()))
        .changeColumn(
            column, c -> c.without(constraint -> isLimit(constraint.name(), constraint.check())));
  }

  private boolean isLimit(@Nullable String name, String condition) {
    return name != null
        && !condition.isEmpty()
        && (names.contains(Names.fold(name))
            || (name.startsWith("ck_") && conditions.contains(condition)));
  }
}
