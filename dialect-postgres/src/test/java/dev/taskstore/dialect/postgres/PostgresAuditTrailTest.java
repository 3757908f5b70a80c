package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresRoleServer.APPLICATION;
import static dev.taskstore.dialect.postgres.PostgresRoleServer.OWNER;
import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.audit.AuditDifference;
import dev.taskstore.db.audit.AuditEntry;
import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.exception.AppendOnlyException;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit trail of an owner and an application role. */
class PostgresAuditTrailTest extends PostgresDatabaseCopies {

  @BeforeAll
  static void enable() throws SQLException {
    migrate(store -> store.database().auditTrail(TaskStore.AUDITED).enable());
  }

  private TaskStore open(String role) {
    return PostgresStores.builder(PostgresRoleServer.as(role, database))
        .migrationMode(MigrationMode.VALIDATE)
        .auditTrail(TaskStore.AUDITED)
        .open();
  }

  private static AuditTrail trail(TaskStore store) {
    return store.database().auditTrail(TaskStore.AUDITED);
  }

  private static List<AuditEntry> entries(TaskStore store, Task task) {
    return trail(store).entries(TASKS.ID, task.id(), PageRequest.first(10)).items();
  }

  @Test
  void writesOfTheApplicationAreRecordedAndReadByIt() {
    try (TaskStore store = open(APPLICATION)) {
      User ada = store.users().insert(PostgresStores.user("ada"));
      store.tasks().load(Stream.of(NewTask.of(ada.id(), "copied")));
      try (TaskScope scope = store.scopedTo(ada.id())) {
        Task task = scope.tasks().insert(NewTask.of(ada.id(), "scoped"));
        assertThat(entries(store, task))
            .singleElement()
            .satisfies(entry -> assertThat(entry.actor()).contains(ada.id().toString()));
      }
      assertThat(trail(store).entriesSince(TASKS, Instant.EPOCH, PageRequest.first(10)).items())
          .hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO taskstore_audit (table_name, row_key, operation, changed_at)"
            + " VALUES ('users', '[]', 'insert', now())",
        "UPDATE taskstore_audit SET actor = 'eve'",
        "DELETE FROM taskstore_audit",
        "TRUNCATE taskstore_audit",
        "ALTER TABLE tasks DISABLE TRIGGER taskstore_audit_insert",
        "DROP TRIGGER taskstore_audit_insert ON tasks",
        "CREATE TRIGGER forged AFTER INSERT ON pg_temp.forged EXECUTE FUNCTION taskstore_audit_of_tags()"
      })
  void theApplicationCanNeitherChangeNorForgeEntries(String statement) {
    try (TaskStore store = open(APPLICATION)) {
      assertThatThrownBy(
              () ->
                  store.transaction(
                      tx -> {
                        tx.dsl().execute("CREATE TEMPORARY TABLE forged (LIKE tags)");
                        tx.dsl()
                            .execute("SELECT set_config('taskstore.audit_changes', 'on', true)");
                        tx.dsl().execute(statement);
                      }))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("privilege");
      assertThatThrownBy(() -> trail(store).prune(Instant.now()))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("taskstore_audit");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE taskstore_audit SET actor = 'owner'",
        "TRUNCATE taskstore_audit",
        "TRUNCATE tasks CASCADE",
        "TRUNCATE users CASCADE"
      })
  void theOwnerIsProtectedFromMistakes(String statement) {
    try (TaskStore store = open(OWNER)) {
      store.users().insert(PostgresStores.user("ada"));
      assertThatThrownBy(() -> store.dsl().execute(statement))
          .isInstanceOf(AppendOnlyException.class);
      assertThat(trail(store).entriesSince(USERS, Instant.EPOCH, PageRequest.first(10)).items())
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE tasks DISABLE TRIGGER taskstore_audit_update | CHANGED | taskstore_audit_update on tasks",
        "DROP TRIGGER taskstore_audit_protect_rows ON taskstore_audit | MISSING | taskstore_audit_protect_rows on taskstore_audit",
        "ALTER FUNCTION taskstore_audit_of_tasks() SECURITY INVOKER | CHANGED | function taskstore_audit_of_tasks",
        "ALTER FUNCTION taskstore_audit_of_tasks() RESET search_path | CHANGED | function taskstore_audit_of_tasks",
        "CREATE OR REPLACE FUNCTION taskstore_audit_of_tags() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER"
            + " SET search_path = pg_catalog, pg_temp AS 'BEGIN RETURN NULL; END' | CHANGED | function taskstore_audit_of_tags",
        "CREATE FUNCTION taskstore_audit_more() RETURNS integer LANGUAGE sql AS 'SELECT 1' | EXTRA | function taskstore_audit_more"
      })
  void whatWasChangedIsReported(String statement, AuditDifference.Type type, String object) {
    try (TaskStore store = open(OWNER)) {
      store.dsl().execute(statement);
      assertThat(trail(store).differences())
          .singleElement()
          .satisfies(
              difference -> {
                assertThat(difference.type()).isEqualTo(type);
                assertThat(difference.object()).contains(object);
              });
      trail(store).enable();
      assertThat(trail(store).differences()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "row_key = '[]' ORDER BY id | ix_taskstore_audit_row",
        "changed_at >= now() ORDER BY changed_at, id | ix_taskstore_audit_changed_at"
      })
  void pagesOfEntriesUseAnIndexWithoutASort(String condition, String index) {
    try (TaskStore store = open(OWNER)) {
      String plan =
          store.transactionResult(
              tx -> {
                tx.dsl().fetch("SELECT set_config('enable_seqscan', 'off', true)");
                tx.dsl().fetch("SELECT set_config('enable_bitmapscan', 'off', true)");
                return tx.dsl()
                    .fetch(
                        "EXPLAIN SELECT * FROM taskstore_audit WHERE table_name = 'users' AND "
                            + condition
                            + " LIMIT 51")
                    .formatCSV();
              });
      assertThat(plan).contains(index).doesNotContain("Sort");
    }
  }

  @Test
  void anActorEndsWithItsTransaction() {
    TckDatabase application = PostgresRoleServer.as(APPLICATION, database);
    try (TaskStore store =
        PostgresStores.builder(application)
            .maximumPoolSize(2)
            .migrationMode(MigrationMode.NONE)
            .auditTrail(TaskStore.AUDITED)
            .open()) {
      store.transaction(
          TransactionOptions.defaults().actor("job"),
          tx ->
              assertThat(tx.dsl().fetchValue("SELECT current_setting('taskstore.actor', true)"))
                  .isEqualTo("job"));
      assertThat(store.dsl().fetchValue("SELECT current_setting('taskstore.actor', true)"))
          .isEqualTo("");
    }
  }
}
