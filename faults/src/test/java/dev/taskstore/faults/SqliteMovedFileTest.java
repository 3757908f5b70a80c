package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.exception.ConnectionLostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that calls fail at once if the SQLite file is moved away, that no new file is created in
 * its place, and that calls succeed again once the file is back.
 */
class SqliteMovedFileTest {

  private static final Duration SOON = Duration.ofSeconds(1);

  private final List<UUID> acknowledged = new ArrayList<>();

  @TempDir private Path folder;
  private SqliteFile file;
  private TaskStore store;
  private User owner;

  @BeforeEach
  void open() {
    file = new SqliteFile(folder.resolve("tasks.db"));
    store = TaskStore.open(file.url());
    owner = store.users().insert(NewUser.of("owner", "o@example.com", PasswordHash.locked()));
    write();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void write() {
    acknowledged.add(store.tasks().insert(NewTask.of(owner.id(), "task")).id());
  }

  private void read() {
    store.tasks().count();
  }

  private void transact() {
    acknowledged.add(
        store.transactionResult(
            transaction ->
                transaction.tasks().insert(NewTask.of(owner.id(), "in a transaction")).id()));
  }

  private static void assertIsTold(Runnable call) {
    long begin = System.nanoTime();
    while (Duration.ofNanos(System.nanoTime() - begin).compareTo(SOON) < 0) {
      try {
        call.run();
      } catch (ConnectionLostException e) {
        assertThat(e).hasMessageContaining("removed or replaced");
        return;
      }
    }
    throw new AssertionError("No call failed within " + SOON);
  }

  private void assertWorksOn() {
    write();
    transact();
    try (Stream<Task> tasks = store.tasks().stream()) {
      assertThat(tasks.map(Task::id)).containsExactlyInAnyOrderElementsOf(acknowledged);
    }
  }

  @Test
  void aFileThatIsTakenAwayIsMissedUntilItIsPutBack() throws Exception {
    Path away = folder.resolve("away.db");
    Files.move(file.path(), away);

    assertIsTold(this::write);
    assertIsTold(this::read);
    assertIsTold(this::transact);
    assertThat(file.path()).doesNotExist();

    Files.move(away, file.path());
    assertWorksOn();
    store.close();
    file.checkIntegrity();
  }

  @Test
  void anotherFileInItsPlaceIsNotTakenForIt() throws Exception {
    Path away = folder.resolve("away.db");
    Files.move(file.path(), away);
    Files.copy(away, file.path());
    byte[] replacement = Files.readAllBytes(file.path());

    assertIsTold(this::read);
    assertIsTold(this::write);
    assertThat(file.path()).hasBinaryContent(replacement);

    Files.move(away, file.path(), StandardCopyOption.REPLACE_EXISTING);
    assertWorksOn();
    store.close();
    file.checkIntegrity();
  }
}
