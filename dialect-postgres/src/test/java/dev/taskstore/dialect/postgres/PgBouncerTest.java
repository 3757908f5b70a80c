package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresRoleServer.APPLICATION;
import static dev.taskstore.dialect.postgres.PostgresRoleServer.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.tck.TckDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Requests under policies through PgBouncer in transaction mode, whose clients share few sessions
 * of the server. The profile {@code pgbouncer} runs it; it fails if PgBouncer is not installed.
 */
@Tag("pgbouncer")
class PgBouncerTest {

  private static final int REQUESTS = 10_000;
  private static final int CLIENT_CONNECTIONS = 32;
  private static final int SERVER_CONNECTIONS = 4;
  private static final long SEED = 20_261_201;

  @Test
  void noRequestSeesRowsOfSomebodyElseAndNoneFails()
      throws SQLException, IOException, ExecutionException, InterruptedException {
    try (TckDatabase database =
            PostgresStores.migrated(
                open -> open.database().rowSecurity(TaskStore.OWNERSHIP).enable());
        TaskStore owner = PostgresStores.builder(PostgresRoleServer.as(OWNER, database)).open();
        PgBouncer pooler =
            PgBouncer.start(database.url(), SERVER_CONNECTIONS, List.of(APPLICATION));
        TaskStore store =
            PostgresStores.builder(PostgresRoleServer.as(APPLICATION, database))
                .url(pooler.urlOf(database.url()) + "?prepareThreshold=0")
                .migrationMode(MigrationMode.VALIDATE)
                .maximumPoolSize(CLIENT_CONNECTIONS)
                .rowSecurity(TaskStore.OWNERSHIP)
                .open()) {
      ManyScopes scopes = new ManyScopes(owner, store);

      scopes.run(REQUESTS, SEED);

      assertThat(scopes.failures()).isEmpty();
      assertThat(scopes.leaks()).isEmpty();
      assertThat(scopes.completed()).isEqualTo(REQUESTS);
      assertThat(
              owner
                  .dsl()
                  .fetchSingle(
                      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                          + " AND usename = '"
                          + APPLICATION
                          + "'")
                  .get(0, Integer.class))
          .isBetween(1, SERVER_CONNECTIONS);
    }
  }
}
