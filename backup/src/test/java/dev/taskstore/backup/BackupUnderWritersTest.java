package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A writer keeps an invariant over several tables in each transaction: a user has as many tasks as
 * the version says, and each task has one tag. Every archive must keep it, too.
 */
class BackupUnderWritersTest {

  private static final int BACKUPS = 2;

  @TempDir private Path folder;

  /** Writes until it is stopped, in transactions over all tables. */
  private static final class Writer extends Thread {

    private final TaskStore store;
    private final UUID user;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;
    private final AtomicInteger transactions = new AtomicInteger();

    Writer(TaskStore store, UUID user) {
      super("writer");
      this.store = store;
      this.user = user;
    }

    @Override
    public void run() {
      try {
        while (!stopped) {
          store.transaction(
              tx -> {
                Task task = tx.tasks().insert(NewTask.of(user, "task"));
                tx.tags().attach(task.id(), "tag " + task.id());
                tx.users().update(tx.users().getById(user).with().email("e@example.com").build());
              });
          transactions.incrementAndGet();
        }
      } catch (RuntimeException | Error e) {
        failure.set(e);
      }
    }

    void finish() throws InterruptedException {
      stopped = true;
      join();
      assertThat(failure).hasValue(null);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void everyArchiveContainsOneStateAndIsRestoredOnBothDialects(Engine engine) throws Exception {
    List<Path> archives = new ArrayList<>();
    try (TckDatabase database = engine.filled(folder, 1_000);
        TaskStore store = Engine.store(database)) {
      UUID user =
          store.users().insert(NewUser.of("grace", "a@example.com", PasswordHash.locked())).id();
      Writer writer = new Writer(store, user);
      writer.start();
      for (int i = 0; i < BACKUPS; i++) {
        int before = writer.transactions.get();
        Path archive = folder.resolve(i + ".zip");
        SampleTasks.backUp(store, archive);
        archives.add(archive);
        assertThat(writer.transactions.get())
            .as("transactions during the backup")
            .isGreaterThan(before);
      }
      writer.finish();
    }
    for (Path archive : archives) {
      for (Engine targetEngine : Engine.values()) {
        assertConsistent(archive, targetEngine);
      }
    }
  }

  private void assertConsistent(Path archive, Engine engine) throws Exception {
    ArchiveManifest manifest = Archives.verify(archive, null, Progress.NONE);
    try (TckDatabase target = engine.create(folder);
        TaskStore store = Engine.unmigrated(target)) {
      Restore.into(store.database()).from(archive);
      Path again = folder.resolve("again.zip");
      assertThat(SampleTasks.backup(store).replaceExisting().writeTo(again).tables())
          .isEqualTo(manifest.tables());
      int tasks =
          store.dsl().fetchOne("SELECT count(*) FROM tasks WHERE title = 'task'").get(0, int.class);
      assertThat(store.users().findByUsername("grace").orElseThrow().version()).isEqualTo(tasks);
      assertThat(
              store
                  .dsl()
                  .fetchOne(
                      "SELECT count(*) FROM task_tags JOIN tasks ON tasks.id = task_id"
                          + " WHERE title = 'task'")
                  .get(0, int.class))
          .isEqualTo(tasks);
    }
  }
}
