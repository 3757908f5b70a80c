package dev.taskstore.examples.quickstart;

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
import dev.taskstore.UserName;
import dev.taskstore.db.Database;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Scope;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.scope.SharedAccess;
import dev.taskstore.schema.Keys;
import dev.taskstore.schema.Tables;
import dev.taskstore.schema.TagRepositoryBase;
import dev.taskstore.schema.TaskRepositoryBase;
import dev.taskstore.schema.UserRepositoryBase;
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

  @Test
  void aTaskIsAssignedAndShared() {
    try (TaskStore store = TaskStore.open("jdbc:sqlite:" + folder.resolve("team.db"))) {
      User ada = store.users().insert(user("ada"));
      User bob = store.users().insert(user("bob"));
      Task task = store.tasks().insert(NewTask.of(ada.id(), "Ship 1.0"));
      // tag::sharing[]
      try (TaskScope adas = store.scopedTo(ada.id());
          TaskScope bobs = store.scopedTo(bob.id())) {
        adas.tasks().update(task.id(), TaskChanges.none().assigneeId(bob.id()));
        adas.tasks().attachCollaborators(task.id(), List.of(bob.id())); // shares the task

        Page<Task> work = bobs.tasks().findOpenByAssignee(bob.id(), PageRequest.first(50));
        bobs.tasks().complete(work.items().get(0).id());
        assertThatThrownBy(() -> bobs.tasks().deleteById(task.id()))
            .isInstanceOf(ScopeViolationException.class);

        adas.tasks().detachCollaborators(task.id(), List.of(bob.id()));
      }
      List<UserName> names = store.users().findNames(List.of(ada.id(), bob.id()));
      // end::sharing[]
      assertThat(names).extracting(UserName::username).containsExactly("ada", "bob");
      // tag::all[]
      try (TaskScope all = store.scopedToAll()) { // after a check that the caller may do this
        all.tasks().update(task.id(), TaskChanges.none().userId(bob.id()));
      }
      // end::all[]
      assertThat(store.tasks().countByUser(bob.id())).isEqualTo(1);
    }
  }

  // tag::shared-ownership[]
  static final RowOwnership<UUID> SHARED =
      RowOwnership.of(UUID.class)
          .owner(Tables.USERS.ID)
          .owner(Tables.TASKS.USER_ID)
          .sharedWith(Tables.TASKS.ASSIGNEE_ID, SharedAccess.UPDATE) // a column of the same table
          .sharedThrough( // a link table, which this also declares
              Keys.FK_TASK_SHARES_TASK_ID, Tables.TASK_SHARES.COLLABORATOR_ID, SharedAccess.READ)
          .inherited(Keys.FK_TASK_TAGS_TASK_ID)
          .common(Tables.TAGS)
          .build();

  // end::shared-ownership[]

  @Test
  void theAccessOfALinkTableMayBeReading() {
    try (Database database =
        Database.open("jdbc:sqlite:" + folder.resolve("read.db"), TaskStore.CHANGELOG)) {
      User ada = new UserRepositoryBase(database).insert(user("ada"));
      User bob = new UserRepositoryBase(database).insert(user("bob"));
      TaskRepositoryBase tasks = new TaskRepositoryBase(database);
      Task task = tasks.insert(NewTask.of(ada.id(), "Ship 1.0"));
      tasks.attachCollaborators(task.id(), List.of(bob.id()));
      try (Scope scope = database.scopedTo(SHARED, bob.id())) {
        TaskRepositoryBase scoped = new TaskRepositoryBase(scope);
        assertThat(scoped.findById(task.id())).contains(task);
        assertThatThrownBy(() -> scoped.update(task.id(), TaskChanges.none().title("changed")))
            .isInstanceOf(ScopeViolationException.class);
      }
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
