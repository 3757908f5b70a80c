package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.security.PolicyDifference;
import dev.taskstore.db.security.RowSecurity;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.schema.DefaultSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snippets and the statements of docs/security.md. */
class PostgresSecuritySnippetsTest {

  private static final Path DOCUMENT = Path.of("../docs/security.md");

  private static TaskStore open(String role, TckDatabase database, MigrationMode mode) {
    return PostgresStores.builder(PostgresRoleServer.as(role, database)).migrationMode(mode).open();
  }

  @Test
  void thePrincipalOfATransactionReadsItsRows() throws Exception {
    try (TckDatabase database = PostgresStores.migrated(store -> {})) {
      User ada;
      Task task;
      try (TaskStore owner = open(PostgresRoleServer.OWNER, database, MigrationMode.VALIDATE)) {
        // tag::enable[]
        RowSecurity security = owner.database().rowSecurity(TaskStore.OWNERSHIP);
        security.enable(); // in one transaction, with the role that owns the tables
        List<PolicyDifference> drift = security.differences(); // empty: the declaration is in force
        // end::enable[]
        assertThat(drift).isEmpty();
        ada = insert(owner, "ada");
        task = owner.tasks().insert(NewTask.of(ada.id(), "read"));
        owner.tasks().insert(NewTask.of(insert(owner, "bob").id(), "write"));
      }
      List<Task> tasks = new ArrayList<>();
      try (TaskStore application =
          open(PostgresRoleServer.APPLICATION, database, MigrationMode.VALIDATE)) {
        // tag::principal[]
        application.transaction(
            tx -> {
              String principal = ada.id().toString();
              tx.dsl().fetch("SELECT set_config('taskstore.principal', ?, true)", principal);
              tasks.addAll(tx.tasks().findAll(PageRequest.first(50)).items()); // only tasks of ada
            });
        // end::principal[]
      }
      assertThat(tasks).containsExactly(task);
      tasks.clear();
      TaskStore.Builder builder =
          PostgresStores.builder(PostgresRoleServer.as(PostgresRoleServer.APPLICATION, database))
              .migrationMode(MigrationMode.VALIDATE);
      // tag::scope[]
      try (TaskStore store = builder.rowSecurity(TaskStore.OWNERSHIP).open(); // checks the policies
          TaskScope scope = store.scopedTo(ada.id())) {
        tasks.addAll(scope.tasks().findAll(PageRequest.first(50)).items()); // only tasks of ada
      }
      // end::scope[]
      assertThat(tasks).containsExactly(task);
    }
  }

  private static User insert(TaskStore store, String name) {
    return store.users().insert(PostgresStores.user(name));
  }

  @Test
  void theDocumentContainsTheStatementsOfTheRoles() throws Exception {
    try (TckDatabase database = PostgresRoleServer.newDatabase()) {
      String name = database.url().replaceFirst(".*/", "");
      String script =
          PostgresRoleServer.privileges(database, DefaultSchema.DEFAULT_SCHEMA)
              .script()
              .replace(name, "tasks");

      assertThat(Files.readString(DOCUMENT)).contains("<!-- roles -->\n```sql\n" + script + "```");
    }
  }
}
