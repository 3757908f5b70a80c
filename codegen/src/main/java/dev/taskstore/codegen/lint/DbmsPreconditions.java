package dev.taskstore.codegen.lint;

import java.util.List;
import java.util.Optional;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionLogic;
import liquibase.precondition.core.DBMSPrecondition;
import liquibase.precondition.core.NotPrecondition;
import liquibase.precondition.core.OrPrecondition;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.precondition.core.PreconditionContainer.FailOption;

/**
 * Evaluates preconditions on the kind of database, which limit a changeset as {@code dbms} does.
 */
final class DbmsPreconditions {

  private DbmsPreconditions() {}

  /** Returns whether the changeset may run; only preconditions that skip it can exclude it. */
  static boolean letRun(PreconditionContainer preconditions, Database database) {
    if (preconditions == null) {
      return true;
    }
    FailOption onFail = preconditions.getOnFail();
    boolean skips = onFail == FailOption.MARK_RAN || onFail == FailOption.CONTINUE;
    return !skips || holds(preconditions, database).orElse(true);
  }

  /** The value of the precondition; empty if it requires a connection. */
  private static Optional<Boolean> holds(Precondition precondition, Database database) {
    if (precondition instanceof DBMSPrecondition dbms) {
      return Optional.of(DatabaseList.definitionMatches(dbms.getType(), database, false));
    }
    if (!(precondition instanceof PreconditionLogic logic)) {
      return Optional.empty();
    }
    List<Optional<Boolean>> nested =
        logic.getNestedPreconditions().stream().map(inner -> holds(inner, database)).toList();
    if (precondition instanceof NotPrecondition) {
      return all(nested, true) ? Optional.of(false) : Optional.empty();
    }
    if (precondition instanceof OrPrecondition) {
      return all(nested, false) ? Optional.of(false) : Optional.empty();
    }
    return nested.contains(Optional.of(false)) ? Optional.of(false) : Optional.empty();
  }

  private static boolean all(List<Optional<Boolean>> values, boolean wanted) {
    return !values.isEmpty() && values.stream().allMatch(Optional.of(wanted)::equals);
  }
}
