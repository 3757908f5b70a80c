package dev.taskstore.dialect.sqlite;

import static dev.taskstore.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.audit.AuditDifference;
import dev.taskstore.db.audit.AuditEntry;
import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.exception.AppendOnlyException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit trail in a file that other programs write to. */
class SqliteAuditTrailTest {

  @TempDir private Path folder;
  private String url;
  private TaskStore store;
  private AuditTrail trail;

  @BeforeEach
  void open() {
    url = "jdbc:sqlite:" + folder.resolve("tasks.db");
    store = TaskStore.open(url);
    trail = store.database().auditTrail(TaskStore.AUDITED);
    trail.enable();
    store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<AuditEntry> entries() {
    return trail.entriesSince(USERS, Instant.EPOCH, PageRequest.first(10)).items();
  }

  @Test
  void aPlainConnectionOfAnotherProgramIsRecorded() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE users SET version = version + 1");
      statement.executeUpdate("DELETE FROM users");
    }
    assertThat(entries()).hasSize(3);
  }

  @Test
  void anEntryCannotBeReplaced() {
    assertThatThrownBy(
            () ->
                store
                    .dsl()
                    .execute(
                        "INSERT OR REPLACE INTO taskstore_audit"
                            + " (id, table_name, row_key, operation, changed_at)"
                            + " VALUES (1, 'users', '[]', 'insert', 0)"))
        .isInstanceOf(AppendOnlyException.class);
    assertThat(entries()).hasSize(1);
  }

  /** A program that forgets to remove its actor cannot leave it to the next transaction. */
  @Test
  void anActorCannotBeCommitted() {
    assertThatThrownBy(
            () ->
                store
                    .dsl()
                    .execute("INSERT INTO taskstore_audit_context (id, actor) VALUES (1, 'eve')"))
        .isInstanceOf(ForeignKeyViolationException.class);
    assertThatThrownBy(
            () ->
                store.transaction(
                    tx -> {
                      tx.dsl()
                          .execute(
                              "INSERT INTO taskstore_audit_context (id, actor) VALUES (1, 'eve')");
                    }))
        .isInstanceOf(ForeignKeyViolationException.class);
    assertThat(store.dsl().fetchValue("SELECT count(*) FROM taskstore_audit_context")).isEqualTo(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP TRIGGER taskstore_audit_delete_users | MISSING | taskstore_audit_delete_users",
        "DROP TRIGGER taskstore_audit_protect_delete | MISSING | taskstore_audit_protect_delete",
        "CREATE TRIGGER taskstore_audit_more AFTER INSERT ON users BEGIN SELECT 1; END | EXTRA | taskstore_audit_more"
      })
  void whatWasChangedIsReported(String statement, AuditDifference.Type type, String object) {
    store.dsl().execute(statement);
    assertThat(trail.differences()).containsExactly(new AuditDifference(object, type));
    trail.enable();
    assertThat(trail.differences()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "row_key = '[]' ORDER BY id | ix_taskstore_audit_row",
        "changed_at >= 1 ORDER BY changed_at, id | ix_taskstore_audit_changed_at"
      })
  void pagesOfEntriesUseAnIndexWithoutASort(String condition, String index) {
    String plan =
        store
            .dsl()
            .fetch(
                "EXPLAIN QUERY PLAN SELECT * FROM taskstore_audit WHERE table_name = 'users' AND "
                    + condition
                    + " LIMIT 51")
            .formatCSV();
    assertThat(plan).contains("USING INDEX " + index).doesNotContain("TEMP B-TREE", "SCAN");
  }

  @Test
  void aTriggerWithAnotherBodyIsReported() {
    store.dsl().execute("DROP TRIGGER taskstore_audit_insert_users");
    store
        .dsl()
        .execute(
            "CREATE TRIGGER taskstore_audit_insert_users AFTER INSERT ON users BEGIN SELECT 1; END");
    assertThat(trail.differences())
        .containsExactly(
            new AuditDifference("taskstore_audit_insert_users", AuditDifference.Type.CHANGED));
  }
}
