package dev.taskstore.examples.quickstart;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.TaskWithTags;
import dev.taskstore.User;
import dev.taskstore.UserStatistics;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.passwords.PasswordHasher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Creates a database in a new file, inserts rows and queries them. The optional argument is the
 * folder for the file. The default is {@code target} if it exists, or else the system's folder for
 * temporary files.
 */
public final class Quickstart {

  private Quickstart() {}

  /**
   * Runs the program.
   *
   * @param args the folder for the database file, or no arguments
   * @throws IOException if the file cannot be created
   */
  public static void main(String... args) throws IOException {
    Path file = newFile(args);
    // tag::quickstart[]
    try (TaskStore store = TaskStore.open("jdbc:sqlite:" + file)) { // migrates, opens the pools
      PasswordHash secret = PasswordHasher.defaults().hash("correct horse"); // Argon2id
      User ada = store.users().insert(NewUser.of("ada", "ada@example.com", secret));

      NewTask draft = NewTask.of(ada.id(), "Ship 1.0").priority(TaskPriority.HIGH);
      Task ship = store.tasks().insert(draft.dueAt(Instant.now().plus(3, ChronoUnit.DAYS)));
      Task notes = store.tasks().insert(NewTask.of(ada.id(), "Write the release notes"));
      store.tags().attach(ship.id(), "release", "urgent");

      store.transaction(
          tx -> { // commits or rolls back; retried when the failure is transient
            tx.tasks().update(notes.with().status(TaskStatus.COMPLETED).build()); // if not stale
            tx.tasks().start(ship.id());
          });

      Page<Task> page = store.tasks().findByUser(ada.id(), PageRequest.first(50)); // newest first
      for (TaskWithTags found : store.tasks().withTags(page.items())) {
        List<String> tags = found.tags().stream().map(Tag::name).toList();
        System.out.println(found.task().status() + ": " + found.task().title() + " " + tags);
      }
      for (UserStatistics user : store.tasks().statisticsByUser()) {
        System.out.println(user.username() + ": " + user.completed() + " of " + user.total());
      }
    }
    // end::quickstart[]
  }

  private static Path newFile(String... args) throws IOException {
    Path target = Path.of("target");
    if (args.length > 0) {
      return Files.createTempFile(Path.of(args[0]), "quickstart-", ".db");
    }
    return Files.isDirectory(target)
        ? Files.createTempFile(target, "quickstart-", ".db")
        : Files.createTempFile("quickstart-", ".db");
  }
}
