package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresRoleServer.OWNER;
import static dev.taskstore.dialect.postgres.PostgresRoleServer.SUPERUSER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.tck.TckDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations with an owner to whom policies apply: updates would omit rows silently. */
class PostgresForcedRowSecurityTest {

  private TckDatabase database;

  @BeforeEach
  void migrate() throws SQLException {
    database =
        PostgresStores.migrated(
            store -> {
              store.database().rowSecurity(TaskStore.OWNERSHIP).enable();
              store.migrations().rollback(1);
            });
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private static TaskStore open(TckDatabase target, MigrationMode mode) {
    return PostgresStores.builder(target).migrationMode(mode).open();
  }

  private TaskStore openAsOwner(MigrationMode mode) {
    return open(PostgresRoleServer.as(OWNER, database), mode);
  }

  private void run(String role, String... statements) throws SQLException {
    PostgresRoleServer.run(database, role, List.of(statements));
  }

  @Test
  void pendingChangesetsAndRollbacksAreRefused() throws SQLException {
    run(
        OWNER,
        "ALTER TABLE tasks FORCE ROW LEVEL SECURITY",
        "ALTER TABLE users FORCE ROW LEVEL SECURITY");

    assertThatThrownBy(() -> openAsOwner(MigrationMode.UPDATE))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("hides rows of tasks, users from the role " + OWNER)
        .hasMessageContaining("BYPASSRLS");
    try (TaskStore store = openAsOwner(MigrationMode.NONE)) {
      assertThat(store.migrations().pending()).hasSize(1);
      assertThatThrownBy(() -> store.migrations().update(1)).isInstanceOf(MigrationException.class);
      assertThatThrownBy(() -> store.migrations().rollback(1))
          .isInstanceOf(MigrationException.class);
      assertThat(store.migrations().pending()).hasSize(1);
    }
  }

  @Test
  void aRoleThatBypassesPoliciesMigrates() throws SQLException {
    run(OWNER, "ALTER TABLE tasks FORCE ROW LEVEL SECURITY");
    run(SUPERUSER, "ALTER ROLE " + OWNER + " BYPASSRLS");
    try (TaskStore store = openAsOwner(MigrationMode.UPDATE)) {
      assertThat(store.migrations().pending()).isEmpty();
    } finally {
      run(SUPERUSER, "ALTER ROLE " + OWNER + " NOBYPASSRLS");
    }
  }

  @Test
  void withoutForceTheOwnerMigrates() {
    try (TaskStore store = openAsOwner(MigrationMode.UPDATE)) {
      assertThat(store.migrations().pending()).isEmpty();
    }
  }

  @Test
  void withNothingPendingTheOwnerOpensTheDatabase() throws SQLException {
    openAsOwner(MigrationMode.UPDATE).close();
    run(OWNER, "ALTER TABLE tasks FORCE ROW LEVEL SECURITY");
    for (MigrationMode mode : MigrationMode.values()) {
      try (TaskStore store = openAsOwner(mode)) {
        assertThat(store.tasks().count()).isZero();
      }
    }
  }

  @Test
  void aChangesetAfterTheOneThatForcesPoliciesIsRefused(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("force.xml"),
        """
        <databaseChangeLog xmlns='http://www.liquibase.org/xml/ns/dbchangelog'>
          <changeSet id='force' author='operator'>
            <sql>ALTER TABLE tasks FORCE ROW LEVEL SECURITY</sql>
          </changeSet>
          <changeSet id='update' author='operator'>
            <sql>UPDATE tasks SET title = 'changed'</sql>
          </changeSet>
        </databaseChangeLog>
        """);
    TckDatabase owned = PostgresRoleServer.as(OWNER, database);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        Database open =
            Database.builder()
                .url(owned.url())
                .credentials(owned.user(), owned.password())
                .migrationMode(MigrationMode.NONE)
                .changelog("force.xml", loader)
                .open()) {
      assertThatThrownBy(() -> open.migrations().update())
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("hides rows of tasks");
      assertThat(open.migrations().pending()).extracting(c -> c.id()).containsExactly("update");
    }
  }
}
