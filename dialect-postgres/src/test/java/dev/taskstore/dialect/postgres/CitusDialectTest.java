package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.ReadPreference;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a server with Citus changes, on a server of one machine whose catalog lists the extension.
 * Its functions record their calls in place of distributing tables. {@code CitusTckTest} runs on
 * Citus itself.
 */
class CitusDialectTest {

  private static final Set<Capability> MISSING =
      EnumSet.of(
          Capability.ONE_SNAPSHOT,
          Capability.ORDERED_LOCKS,
          Capability.CONSTRAINT_ORDER,
          Capability.CHANGE_CAPTURE,
          Capability.SNAPSHOT_SHARING,
          Capability.ROW_SECURITY,
          Capability.AUDIT_TRAIL,
          Capability.REPLICAS);

  private TckDatabase database;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = PostgresRoleServer.newDatabase();
    run(
        "SET allow_system_table_mods = on",
        "INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)"
            + " VALUES (99999, 'citus', 10, 'pg_catalog'::regnamespace, false, '13.2-1')",
        "CREATE TABLE calls (number serial, call text)",
        "CREATE FUNCTION create_reference_table(regclass) RETURNS void LANGUAGE sql AS"
            + " $$ INSERT INTO calls (call) VALUES ($1::text || ' on all') $$",
        "CREATE FUNCTION create_distributed_table(name regclass, distribution_column text,"
            + " distribution_type text DEFAULT 'hash', colocate_with text DEFAULT 'itself')"
            + " RETURNS void LANGUAGE sql AS"
            + " $$ INSERT INTO calls (call) VALUES ($1::text || ' by ' || $2 || ' with ' || $4) $$",
        "CREATE FUNCTION undistribute_table(name regclass, cascade_via_foreign_keys boolean)"
            + " RETURNS void LANGUAGE plpgsql AS $$ BEGIN"
            + " INSERT INTO calls (call) VALUES (name::text || ' undistributed');"
            + " EXECUTE format('COMMENT ON TABLE %s IS NULL', name); END $$");
  }

  @AfterEach
  void dropDatabase() throws SQLException {
    run("DELETE FROM pg_extension WHERE extname = 'citus'");
    database.close();
  }

  private void run(String... statements) throws SQLException {
    PostgresRoleServer.run(database, PostgresRoleServer.SUPERUSER, List.of(statements));
  }

  private String name() {
    return database.url().substring(database.url().lastIndexOf('/') + 1);
  }

  private void setSequential() throws SQLException {
    run("ALTER DATABASE " + name() + " SET citus.multi_shard_modify_mode = 'sequential'");
  }

  private List<String> calls(TaskStore store) {
    return store.dsl().fetch("SELECT call FROM calls ORDER BY number").getValues(0, String.class);
  }

  @Test
  void theServerHasTheCapabilitiesOfPostgresExceptThoseOfOneMachine() throws SQLException {
    setSequential();
    try (TaskStore store = PostgresStores.builder(database).open()) {
      assertThat(store.database().dialectName()).isEqualTo("citus");
      EnumSet<Capability> expected = EnumSet.copyOf(new PostgresDialect().capabilities());
      expected.removeAll(MISSING);
      assertThat(store.database().capabilities()).isEqualTo(expected);
    }
  }

  @Test
  void aModeThatIsNotSequentialIsRefusedWithTheStatementThatSetsIt() throws SQLException {
    assertThatThrownBy(() -> PostgresStores.builder(database).open())
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(
            "ALTER DATABASE \"" + name() + "\" SET citus.multi_shard_modify_mode = 'sequential'");
  }

  @Test
  void theContextDistributesTasksAndWhatBelongsToThem() throws SQLException {
    setSequential();
    String url = database.url();
    String user = PostgresRoleServer.SUPERUSER;
    String password = "";
    // tag::citus[]
    TaskStore.Builder builder =
        TaskStore.builder().url(url).credentials(user, password).contexts("citus");
    // end::citus[]
    try (TaskStore store = builder.open()) {
      assertThat(calls(store))
          .containsExactly(
              "users on all",
              "tags on all",
              "tasks by id with itself",
              "task_tags by task_id with tasks",
              "task_shares by task_id with tasks");
    }
  }

  @Test
  void nothingIsDistributedWithoutTheContext() throws SQLException {
    setSequential();
    try (TaskStore store = PostgresStores.builder(database).open()) {
      assertThat(calls(store)).isEmpty();
    }
  }

  @Test
  void aRollbackKeepsTheCommentsOfTheTables() throws SQLException {
    setSequential();
    try (TaskStore store = PostgresStores.builder(database).contexts("citus").open()) {
      store.migrations().rollback(1);

      assertThat(calls(store)).last().isEqualTo("tasks undistributed");
      assertThat(
              store
                  .dsl()
                  .fetchSingle("SELECT obj_description('tasks'::regclass)")
                  .get(0, String.class))
          .isEqualTo("Something that a user wants to get done.");
    }
  }

  @Test
  void rowsAreDeletedWithoutLockingThoseOfSeveralShards() throws SQLException {
    setSequential();
    try (TaskStore store = PostgresStores.builder(database).contexts("citus").open()) {
      User ada = store.users().insert(PostgresStores.user("ada"));
      List<Task> tasks =
          store
              .tasks()
              .insertAll(List.of(NewTask.of(ada.id(), "one"), NewTask.of(ada.id(), "two")));

      assertThat(store.tasks().deleteAllById(tasks.stream().map(Task::id).toList())).isEqualTo(2);
      assertThat(new CitusDialect().statementTraits().locksRowsInOrder()).isFalse();
    }
  }

  @Test
  void replicasAreRefused() throws SQLException {
    setSequential();
    assertThatThrownBy(
            () ->
                PostgresStores.builder(database)
                    .replicas(database.url())
                    .readPreference(ReadPreference.primary())
                    .open())
        .hasMessageContaining("citus")
        .hasMessageContaining("REPLICAS");
  }
}
