package dev.taskstore.examples.comments;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.examples.comments.schema.CommentRepository;
import dev.taskstore.examples.comments.schema.Keys;
import java.util.UUID;

/** Comments on tasks: a table of the application next to those of TaskStore. */
public final class CommentsExample {

  /** The changelog of the application, which includes that of TaskStore. */
  static final String CHANGELOG = "dev/taskstore/examples/comments/change-log/master.xml";

  // tag::ownership[]
  /** A comment belongs to the owner of its task. */
  static final RowOwnership<UUID> OWNERSHIP =
      TaskStore.ownership().inherited(Keys.FK_COMMENTS_TASK_ID).build();

  // end::ownership[]

  private CommentsExample() {}

  // tag::open[]
  static TaskStore open(String url) {
    return TaskStore.builder().url(url).changelog(CHANGELOG).open();
  }

  // end::open[]

  // tag::transaction[]
  /** Completes a task and inserts a comment, both or neither. */
  static Comment complete(TaskStore store, Task task, UUID author, String message) {
    return store.transactionResult(
        tx -> {
          tx.tasks().complete(task.id());
          return new CommentRepository(tx.session())
              .insert(NewComment.of(task.id(), author, message));
        });
  }

  // end::transaction[]

  /**
   * Runs the example.
   *
   * @param arguments the JDBC URL; without it, a database in memory
   */
  public static void main(String[] arguments) {
    String url = arguments.length == 0 ? "jdbc:sqlite::memory:" : arguments[0];
    try (TaskStore store = open(url)) {
      User ada = store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()));
      Task task = store.tasks().insert(NewTask.of(ada.id(), "Ship 1.0"));
      complete(store, task, ada.id(), "Shipped.");
      new CommentRepository(store.session())
          .findByTask(task.id(), PageRequest.first(10))
          .items()
          .forEach(comment -> System.out.println(task.title() + ": " + comment.message()));
    }
  }
}
