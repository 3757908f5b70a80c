package dev.taskstore.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of SQLite files. */
class NativeBackupTest {

  @TempDir private Path folder;
  private Path copies;
  private TckDatabase database;
  private TaskStore store;

  @BeforeEach
  void open() throws Exception {
    copies = Files.createDirectory(folder.resolve("copies"));
    database = Engine.SQLITE.filled(folder, 500);
    store = Engine.store(database);
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  private List<ArchivedTable> tables(TaskStore of) {
    return SampleTasks.backup(of).replaceExisting().writeTo(folder.resolve("compare.zip")).tables();
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(copies)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aCopyIsADatabaseWithTheSameRows() throws Exception {
    Path copy = copies.resolve("tasks.db");
    NativeBackup.of(store.database()).writeTo(copy);

    assertThat(files()).containsExactly("tasks.db");
    try (TaskStore copied = TaskStore.open("jdbc:sqlite:" + copy)) {
      assertThat(tables(copied)).isEqualTo(tables(store));
    }
    assertThatThrownBy(() -> NativeBackup.of(store.database()).writeTo(copy))
        .isInstanceOf(ArchiveFileException.class)
        .hasMessageContaining("exists");
    NativeBackup.of(store.database()).replaceExisting().writeTo(copy);
  }

  @Test
  void aCopyIsMadeWhileATransactionWrites() throws Exception {
    Path copy = copies.resolve("tasks.db");
    List<ArchivedTable> before = tables(store);
    store.transaction(
        tx -> {
          tx.users().insert(NewUser.of("grace", "g@example.com", PasswordHash.locked()));
          Thread backup = new Thread(() -> NativeBackup.of(store.database()).writeTo(copy));
          backup.start();
          backup.join(Duration.ofSeconds(30).toMillis());
          assertThat(backup.isAlive()).isFalse();
        });
    try (TaskStore copied = TaskStore.open("jdbc:sqlite:" + copy)) {
      assertThat(tables(copied)).isEqualTo(before);
    }
  }

  @Test
  void aCopyReplacesTheContentsOfAnOpenDatabase() throws Exception {
    Path copy =
        NativeBackup.of(store.database()).clock(SampleTasks.CLOCK).writeToFolder(copies, "tasks");
    assertThat(files()).containsExactly("tasks-20260131T120000Z.db");
    List<ArchivedTable> before = tables(store);
    store.users().insert(NewUser.of("grace", "g@example.com", PasswordHash.locked()));
    store.dsl().execute("DELETE FROM task_tags");

    NativeBackup.of(store.database()).restoreFrom(copy);

    assertThat(tables(store)).isEqualTo(before);
    assertThat(store.users().findByUsername("grace")).isEmpty();
    store.users().insert(NewUser.of("grace", "g@example.com", PasswordHash.locked()));
  }

  @Test
  void aDamagedCopyLeavesTheContents() throws Exception {
    Path copy = copies.resolve("tasks.db");
    NativeBackup.of(store.database()).writeTo(copy);
    byte[] bytes = Files.readAllBytes(copy);
    List<ArchivedTable> before = tables(store);
    Path damaged = copies.resolve("damaged.db");
    Random random = new Random(7);
    byte[] overwritten = bytes.clone();
    for (int at = 8192; at < overwritten.length; at++) {
      overwritten[at] = (byte) random.nextInt();
    }
    for (byte[] contents :
        List.of(
            Arrays.copyOf(bytes, bytes.length / 2),
            "not a database".getBytes(StandardCharsets.US_ASCII),
            overwritten)) {
      Files.write(damaged, contents);
      assertThatThrownBy(() -> NativeBackup.of(store.database()).restoreFrom(damaged))
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("damaged.db");
    }
    assertThat(tables(store)).isEqualTo(before);
  }

  @Test
  void rowsWithoutTheirParentsAreReported() throws Exception {
    Path copy = copies.resolve("tasks.db");
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM users WHERE username = 'ada'");
    }
    NativeBackup.of(store.database()).writeTo(copy);

    assertThatThrownBy(() -> NativeBackup.of(store.database()).restoreFrom(copy))
        .isInstanceOf(BackupFailedException.class)
        .hasMessageContaining("foreign_key_check: 500 rows of tasks");
  }

  @Test
  void aServerHasNoNativeBackup() throws Exception {
    try (TckDatabase server = Engine.POSTGRES.create(folder);
        TaskStore remote = Engine.unmigrated(server)) {
      assertThatThrownBy(() -> NativeBackup.of(remote.database()))
          .isInstanceOf(CapabilityNotSupportedException.class)
          .hasMessageContaining("Use a portable archive");
    }
  }
}
