package dev.taskstore.examples.quickstart;

import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.audit.AuditEntry;
import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.audit.AuditedTables;
import dev.taskstore.db.exception.AppendOnlyException;
import dev.taskstore.schema.PersonalData;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tagged regions of this class are the snippets on the audit trail of docs/security.md. */
class AuditGuideTest {

  // tag::declare[]
  static final AuditedTables AUDITED =
      AuditedTables.of(PersonalData.MAP) // the marks of the changelog
          .table(USERS)
          .table(TASKS)
          .keepPersonal(TASKS.TITLE) // other personal columns are only named
          .build();

  // end::declare[]

  @TempDir private Path folder;

  @Test
  void changesAreRecordedWithTheirActor() {
    String url = "jdbc:sqlite:" + folder.resolve("tasks.db");
    User ada;
    Task task;
    try (TaskStore owner = TaskStore.open(url)) {
      ada = owner.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()));
      task = owner.tasks().insert(NewTask.of(ada.id(), "Ship"));
      // tag::enable[]
      AuditTrail trail = owner.database().auditTrail(AUDITED);
      trail.enable(); // once, and after migrations that change the tables
      assertThat(trail.differences()).isEmpty(); // the declaration is in force
      // end::enable[]
    }
    // tag::actor[]
    try (TaskStore store = TaskStore.builder().url(url).auditTrail(AUDITED).open()) {
      store.transaction(
          TransactionOptions.defaults().actor("nightly import"),
          tx -> tx.tasks().update(task.id(), TaskChanges.none().title("Ship 1.0")));
      try (TaskScope scope = store.scopedTo(ada.id())) {
        scope.tasks().complete(task.id()); // the actor is the identifier of ada
      }
      // end::actor[]
      // tag::read[]
      AuditTrail trail = store.database().auditTrail(AUDITED);
      Page<AuditEntry> page = trail.entries(TASKS.ID, task.id(), PageRequest.first(50));
      AuditEntry update = page.items().get(0);
      assertThat(update.actor()).contains("nightly import");
      assertThat(update.newValue(TASKS.TITLE)).isEqualTo("Ship 1.0"); // typed
      // end::read[]
      assertThat(page.items().get(1).actor()).isEqualTo(Optional.of(ada.id().toString()));
      assertThat(update.oldValue(TASKS.TITLE)).isEqualTo("Ship");
      assertThatThrownBy(() -> store.dsl().execute("DELETE FROM taskstore_audit"))
          .isInstanceOf(AppendOnlyException.class);
      // tag::prune[]
      long deleted = trail.prune(Instant.now().minus(Duration.ofDays(365)));
      // end::prune[]
      assertThat(deleted).isZero();
    }
  }
}
