package dev.taskstore.dialect.postgres;

import dev.taskstore.TaskStore;
import dev.taskstore.core.tck.TaskStoreTck;
import dev.taskstore.db.spi.DialectProvider;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of scopes, run by the role of an application under policies. */
@Tag("long")
@ExtendWith(ScopeContractOnly.class)
class PostgresPoliciesTckTest extends TaskStoreTck {

  @Override
  protected DialectProvider provider() {
    return new PostgresDialectProvider();
  }

  /** Returns a database as its owner connects to it. */
  @Override
  protected TckDatabase newDatabase() throws SQLException {
    TckDatabase database = PostgresStores.migrated(store -> {});
    return new TckDatabase(database.url(), PostgresRoleServer.OWNER, "", database::close);
  }

  private static TaskStore open(TckDatabase owned) {
    return PostgresStores.builder(owned).open();
  }

  /** The server also compares the row that an upsert would insert if there were no conflict. */
  @Override
  protected Set<String> refusedByPolicies() {
    return Set.of(
        "users.upsertAllByEmail(Collection)",
        "users.upsertAllByUsername(Collection)",
        "users.upsertByEmail(NewUser)",
        "users.upsertByUsername(NewUser)");
  }

  @Override
  protected Optional<TckDatabase> underPolicies(TckDatabase target) {
    try (TaskStore owner = open(target)) {
      owner.database().rowSecurity(TaskStore.OWNERSHIP).enable();
    }
    return Optional.of(PostgresRoleServer.as(PostgresRoleServer.APPLICATION, target));
  }
}
