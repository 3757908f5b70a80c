package dev.taskstore.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.Database;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Scope;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.schema.Keys;
import dev.taskstore.schema.Tables;
import dev.taskstore.schema.TagRepositoryBase;
import dev.taskstore.schema.TaskRepositoryBase;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tagged regions of this class are the snippets on scopes of docs/security.md. */
class ScopeGuideTest {

  // tag::ownership[]
  static final RowOwnership<UUID> OWNERSHIP =
      RowOwnership.of(UUID.class) // the type of a principal
          .owner(Tables.USERS.ID) // a column with the principal
          .owner(Tables.TASKS.USER_ID)
          .inherited(Keys.FK_TASK_TAGS_TASK_ID) // belongs to the user of the task
          .common(Tables.TAGS) // belongs to everybody
          .build();

  // end::ownership[]

  @TempDir private Path folder;

  @Test
  void aScopeOfTheReadySchema() {
    try (TaskStore store = TaskStore.open("jdbc:sqlite:" + folder.resolve("tasks.db"))) {
      User ada = store.users().insert(user("ada"));
      User bob = store.users().insert(user("bob"));
      Task other = store.tasks().insert(NewTask.of(bob.id(), "Somebody else's"));
      // tag::scope[]
      try (TaskScope scope = store.scopedTo(ada.id())) {
        Task task = scope.tasks().insert(NewTask.of(ada.id(), "Ship 1.0"));
        List<Task> all = scope.tasks().findAll(PageRequest.first(50)).items(); // Ada's tasks
        assertThat(all).containsExactly(task);

        assertThat(scope.tasks().findById(other.id())).isEmpty(); // as if it did not exist
        assertThatThrownBy(() -> scope.tags().attach(other.id(), "urgent"))
            .isInstanceOf(ForeignKeyViolationException.class); // fk_task_tags_task_id

        scope.transaction(tx -> tx.tasks().complete(task.id())); // has the same scope
      }
      // end::scope[]
      assertThat(store.tasks().count()).isEqualTo(2);
    }
  }

  private static NewUser user(String name) {
    return NewUser.of(name, name + "@example.com", PasswordHash.locked());
  }

  @Test
  void aScopeOfAnySchema() {
    String url = "jdbc:sqlite:" + folder.resolve("own.db");
    UUID userId = UUID.randomUUID();
    try (Database database = Database.open(url, TaskStore.CHANGELOG)) {
      // tag::any[]
      try (Scope scope = database.scopedTo(OWNERSHIP, userId)) {
        TaskRepositoryBase tasks = new TaskRepositoryBase(scope);
        TagRepositoryBase tags = new TagRepositoryBase(scope);
        assertThat(tasks.count()).isZero();
        assertThat(tags.count()).isZero();
      }
      // end::any[]
    }
  }
}
