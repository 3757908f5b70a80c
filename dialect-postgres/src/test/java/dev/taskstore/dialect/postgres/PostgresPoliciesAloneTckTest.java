package dev.taskstore.dialect.postgres;

import dev.taskstore.TaskSession;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.RowSecurityException;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The comparisons of the contract of scopes with policies alone: the repositories are those of the
 * store, without the conditions and checks of the library.
 */
@ExtendWith(ComparisonsOnly.class)
class PostgresPoliciesAloneTckTest extends PostgresPoliciesTckTest {

  @Override
  protected @Nullable Object callAs(
      TaskStore store, UUID principal, Function<TaskSession, @Nullable Object> call) {
    return store.transactionResult(
        tx -> {
          tx.dsl().fetch(PostgresRowPolicies.INSTANCE.setPrincipal(), principal.toString());
          return call.apply(tx);
        });
  }

  @Override
  protected Class<? extends DataAccessException> hiddenReference() {
    return RowSecurityException.class;
  }
}
