package dev.taskstore.examples.comments;

import static dev.taskstore.examples.comments.schema.Tables.COMMENTS;
import static dev.taskstore.examples.comments.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskRepository;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Scope;
import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.personal.DataSubject;
import dev.taskstore.examples.comments.schema.CommentRepository;
import dev.taskstore.examples.comments.schema.DefaultSchema;
import dev.taskstore.examples.comments.schema.PersonalData;
import dev.taskstore.schema.tables.Users;
import java.util.List;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables of the application and of TaskStore in one database. */
abstract class CommentsContract {

  private TaskStore store;
  private CommentRepository comments;
  private User ada;
  private User bob;
  private Task task;

  /** Returns the URL of an empty database. */
  abstract String url();

  @BeforeEach
  void open() {
    store = CommentsExample.open(url());
    comments = new CommentRepository(store.session());
    ada = store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()));
    bob = store.users().insert(NewUser.of("bob", "bob@example.com", PasswordHash.locked()));
    task = store.tasks().insert(NewTask.of(ada.id(), "Ship 1.0"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void commentsAreFoundByTheirTaskAndAuthor() {
    Comment first = comments.insert(NewComment.of(task.id(), bob.id(), "When?"));
    Comment second = CommentsExample.complete(store, task, ada.id(), "Done.");

    assertThat(comments.findByTask(task.id(), PageRequest.first(10)).items())
        .containsExactlyInAnyOrder(first, second);
    assertThat(comments.findByAuthor(bob.id(), PageRequest.first(10)).items())
        .containsExactly(first);
    assertThat(store.tasks().getById(task.id()).status()).isEqualTo(TaskStatus.COMPLETED);
    store.migrations().validate();
  }

  @Test
  void aTransactionCoversBothSchemas() {
    assertThatThrownBy(() -> CommentsExample.complete(store, task, new UUID(1, 1), "Done."))
        .isInstanceOfSatisfying(
            ForeignKeyViolationException.class,
            e -> assertThat(e.constraint()).isEqualTo("fk_comments_author_id"));
    assertThatThrownBy(() -> CommentsExample.complete(store, task, ada.id(), ""))
        .isInstanceOf(InvalidArgumentException.class);

    assertThat(store.tasks().getById(task.id())).isEqualTo(task);
    assertThat(comments.count()).isZero();
  }

  @Test
  void aTaskTakesItsCommentsAlong() {
    comments.insert(NewComment.of(task.id(), bob.id(), "When?"));

    store.tasks().deleteById(task.id(), task.version());

    assertThat(comments.count()).isZero();
  }

  @Test
  void aSubclassAddsQueriesAndKeepsTheRulesOfTasks() {
    CommentedTasks tasks = new CommentedTasks(store.session());
    Task silent = tasks.insert(NewTask.of(ada.id(), "Water the plants"));
    comments.insert(NewComment.of(task.id(), bob.id(), "When?"));

    assertThat(tasks.findWithoutComments(PageRequest.first(10)).items()).containsExactly(silent);
    assertThat(tasks.where(TASKS.ID.eq(silent.id())).update(completed())).isEqualTo(1);
    assertThat(tasks.getById(silent.id()).completedAt()).isNotNull();
    assertThatThrownBy(
            () -> tasks.update(task.id(), TaskChanges.none().completedAt(task.createdAt())))
        .isInstanceOf(CheckViolationException.class);
  }

  private static TaskChanges completed() {
    return TaskChanges.none().status(TaskStatus.COMPLETED);
  }

  @Test
  void aScopeCoversBothSchemas() {
    Task other = store.tasks().insert(NewTask.of(bob.id(), "Other"));
    Comment own = comments.insert(NewComment.of(task.id(), ada.id(), "Mine"));
    comments.insert(NewComment.of(other.id(), bob.id(), "Not mine"));

    try (Scope scope = store.database().scopedTo(CommentsExample.OWNERSHIP, ada.id())) {
      CommentRepository scoped = new CommentRepository(scope);
      assertThat(scoped.where(DSL.noCondition()).list()).containsExactly(own);
      assertThat(new TaskRepository(scope).count()).isEqualTo(1);
      assertThat(scoped.where(COMMENTS.MESSAGE.ne("")).delete()).isEqualTo(1);
      assertThatThrownBy(() -> scoped.insert(NewComment.of(other.id(), ada.id(), "Mine too")))
          .isInstanceOf(ForeignKeyViolationException.class);
    }
    try (var scope = store.scopedTo(ada.id())) {
      assertThatThrownBy(() -> new CommentRepository(scope.session()).count())
          .isInstanceOf(ScopeViolationException.class);
    }
    assertThat(comments.count()).isEqualTo(1);
  }

  @Test
  void personalDataAndIntegrityCoverBothSchemas() {
    comments.insert(NewComment.of(task.id(), bob.id(), "When?"));

    assertThat(store.database().checkIntegrity(DefaultSchema.DEFAULT_SCHEMA, 10).violations())
        .isEmpty();
    DataSubject.of(store.session(), PersonalData.MAP, Users.USERS.ID, bob.id()).erase();

    assertThat(comments.count()).isZero();
    assertThat(store.users().where(DSL.noCondition()).list()).isEqualTo(List.of(ada));
  }
}
