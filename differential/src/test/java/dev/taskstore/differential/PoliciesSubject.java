package dev.taskstore.differential;

import static dev.taskstore.dialect.postgres.PostgresRoleServer.APPLICATION;

import dev.taskstore.TaskSession;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.security.RowSecurity;
import dev.taskstore.differential.model.Principal;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A subject on PostgreSQL whose scopes are policies alone: the repositories are those of the store,
 * without any condition of the library. A call in a scope takes the role of the application and
 * names its principal; a call without a scope has the rights of the owner.
 */
final class PoliciesSubject extends LibrarySubject {

  private static final String ENTER =
      "SELECT set_config('"
          + RowSecurity.PRINCIPAL_SETTING
          + "', ?, true), set_config('role', '"
          + APPLICATION
          + "', true)";
  private static final String LEAVE =
      "SELECT set_config('role', 'none', true), set_config('"
          + RowSecurity.PRINCIPAL_SETTING
          + "', '', true)";

  PoliciesSubject(TaskStore.Builder builder, Runnable onClose) {
    super("policies", builder, onClose);
  }

  @Override
  Object call(Operation operation, Target target, @Nullable Principal principal) {
    Target session = target.principal() == null ? target : Target.STORE;
    Supplier<Object> call = () -> super.call(operation, session, null);
    if (principal == null) {
      return call.get();
    }
    return side().isInTransaction()
        ? as(principal, call)
        : store().transactionResult(tx -> as(principal, call));
  }

  private Object as(Principal principal, Supplier<Object> call) {
    UUID user = principal.user();
    set(ENTER, user == null ? RowSecurity.ALL_PRINCIPALS : user.toString());
    try {
      return call.get();
    } finally {
      set(LEAVE);
    }
  }

  /**
   * Runs a statement unless an earlier one has failed. Then no statement of a call can run either,
   * and the rollback to the savepoint restores the role.
   */
  private void set(String sql, Object... arguments) {
    try {
      store().dsl().fetch(sql, arguments);
    } catch (RollbackOnlyException e) {
      // A call that runs statements fails in the same way.
    }
  }

  @Override
  void transaction(Step.Style style, Target target, @Nullable Principal principal, Runnable block) {
    TaskSession session = target.equals(Target.CURRENT) ? side().session() : store();
    run(style, session, true, block);
  }
}
