package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a read-only SQLite file can be read, and that writes fail with a typed exception. */
class SqliteReadOnlyTest {

  private static final String READ_ONLY = "1";

  @TempDir private Path folder;

  private SqliteFile fileWithRows() {
    SqliteFile file = new SqliteFile(folder.resolve("tasks.db"));
    try (TaskStore store = TaskStore.open(file.url())) {
      User ada = store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()));
      store.tags().attach(store.tasks().insert(NewTask.of(ada.id(), "read")).id(), "calm");
    }
    return file;
  }

  /** Reads, and tries each kind of write. */
  static void check(String url) {
    try (TaskStore store =
        TaskStore.builder().url(url).driverProperty("open_mode", READ_ONLY).open()) {
      User ada = store.users().findByUsername("ada").orElseThrow();
      assertThat(store.tasks().count()).isEqualTo(1);
      NewTask draft = NewTask.of(ada.id(), "write");
      List<ThrowingCallable> writes =
          List.of(
              () -> store.tasks().insert(draft),
              () -> store.tasks().insertAll(List.of(draft, draft)),
              () -> store.tasks().load(Stream.of(draft, draft)),
              () -> store.users().update(ada.with().email("new@example.com").build()),
              () -> store.users().deleteById(ada.id()),
              () -> store.transaction(transaction -> transaction.tasks().insert(draft)),
              () -> store.dsl().execute("delete from tasks"));
      for (ThrowingCallable write : writes) {
        assertThatThrownBy(write).isInstanceOf(ReadOnlyTransactionException.class);
        assertThat(store.tasks().count()).isEqualTo(1);
      }
      assertThat(store.users().getById(ada.id())).isEqualTo(ada);
    }
  }

  @Test
  void aFileThatIsOpenedForReadingIsReadAndRefusesWrites() {
    check(fileWithRows().url());
  }

  static boolean mounts() {
    return FaultSettings.mounts();
  }

  @Test
  @EnabledIf(
      value = "mounts",
      disabledReason = "Mounting a file system requires -Dtaskstore.faults.mounts=true.")
  void aFileOnAReadOnlyFileSystemIsReadAndRefusesWrites() throws Exception {
    SqliteFile file = fileWithRows();
    Path view = Files.createDirectory(folder.resolve("view"));
    List<String> launcher =
        SqliteMount.command(
            "mount --bind %s %s && mount -o remount,bind,ro %2$s".formatted(folder, view));
    Path seen = view.resolve(file.path().getFileName());
    try (ChildProcess process =
        ChildProcess.start(launcher, SqliteReadingProcess.class, folder, seen.toString())) {
      assertThat(process.awaitEnd()).as(process::output).isZero();
      assertThat(process.messages()).containsExactly("read");
    }
  }
}
