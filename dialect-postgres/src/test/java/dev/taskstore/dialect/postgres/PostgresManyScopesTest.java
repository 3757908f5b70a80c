package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many threads share few connections under policies, and nobody sees rows of others. */
class PostgresManyScopesTest {

  private static final int REQUESTS = 2_000;
  private static final int CONNECTIONS = 4;
  private static final long SEED = 20_261_130;

  @ParameterizedTest
  @ValueSource(strings = {"", "?prepareThreshold=0"})
  void noRequestSeesRowsOfSomebodyElse(String parameters)
      throws SQLException, ExecutionException, InterruptedException {
    try (TckDatabase database =
        PostgresStores.migrated(
            open -> open.database().rowSecurity(TaskStore.OWNERSHIP).enable())) {
      TckDatabase target = PostgresRoleServer.as(PostgresRoleServer.APPLICATION, database);
      try (TaskStore owner =
              PostgresStores.builder(PostgresRoleServer.as(PostgresRoleServer.OWNER, database))
                  .open();
          TaskStore store =
              PostgresStores.builder(target)
                  .url(target.url() + parameters)
                  .migrationMode(MigrationMode.VALIDATE)
                  .maximumPoolSize(CONNECTIONS)
                  .rowSecurity(TaskStore.OWNERSHIP)
                  .open()) {
        ManyScopes scopes = new ManyScopes(owner, store);

        scopes.run(REQUESTS, SEED);

        assertThat(scopes.failures()).isEmpty();
        assertThat(scopes.leaks()).isEmpty();
        assertThat(scopes.completed()).isEqualTo(REQUESTS);
      }
    }
  }
}
