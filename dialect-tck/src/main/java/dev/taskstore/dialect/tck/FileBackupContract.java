package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.FileBackup;
import dev.taskstore.dialect.tck.tasks.NewTag;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The online backup of a database that is a local file, and its restore. */
abstract class FileBackupContract {

  private static final int WRITERS_BEFORE = 200;

  @TempDir Path folder;

  private final DialectFixture tck;
  private TckDatabase target;
  private TaskDatabase live;

  @SuppressWarnings("NullAway.Init")
  FileBackupContract(DialectFixture tck) {
    this.tck = tck;
  }

  @BeforeEach
  final void open() {
    target = tck.createMigrated();
    live = tck.builder(target).open();
  }

  @AfterEach
  final void close() {
    live.close();
    target.close();
  }

  private FileBackup files() {
    return live.database().dialect().transfer().fileBackup().orElseThrow();
  }

  private void backup(Path file) {
    live.dsl().connection(connection -> files().backup(connection, file));
  }

  private void restore(Path file) {
    live.dsl().connection(connection -> files().restore(connection, file));
  }

  private TaskDatabase open(Path file) {
    return DialectFixture.connect(TaskDatabase.builder(), TckDatabase.of(tck.urlOf(file), () -> {}))
        .open();
  }

  private void insertTags(String prefix, int count) {
    live.tags().insertAll(IntStream.range(0, count).mapToObj(i -> NewTag.of(prefix + i)).toList());
  }

  /** A pair of tags is written in each transaction, so that a count that is odd is inconsistent. */
  @Test
  @Requires(Capability.FILE_BACKUP)
  void aBackupBesideAWriterIsOneConsistentState() throws Exception {
    Path file = folder.resolve("backup.db");
    AtomicInteger written = new AtomicInteger();
    AtomicBoolean stop = new AtomicBoolean();
    insertTags("first ", 20_000);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              while (!stop.get()) {
                int number = written.incrementAndGet();
                live.transaction(
                    tx -> {
                      tx.tags().insert(NewTag.of("a " + number));
                      tx.tags().insert(NewTag.of("b " + number));
                    });
              }
            });
    try {
      while (written.get() < WRITERS_BEFORE && !writer.isDone()) {
        Contract.pause(1);
      }
      backup(file);
    } finally {
      stop.set(true);
      writer.get();
    }

    try (TaskDatabase copy = open(file)) {
      assertThat(copy.tags().count() % 2).isZero();
      assertThat(copy.tags().count())
          .isGreaterThanOrEqualTo(20_000 + 2L * (WRITERS_BEFORE - 1))
          .isLessThanOrEqualTo(live.tags().count());
      assertThat(copy.migrations().drift().isEmpty()).isTrue();
    }
  }

  @Test
  @Requires(Capability.FILE_BACKUP)
  void aFileThatExistsIsNotOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("precious.txt"), "precious");

    assertThatThrownBy(() -> backup(file))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("precious.txt");

    assertThat(file).hasContent("precious");
    assertThatThrownBy(() -> backup(folder.resolve("missing").resolve("backup.db")))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("missing");
  }

  @Test
  @Requires(Capability.FILE_BACKUP)
  void aRestoreReplacesTheContentsUnderOpenConnections() {
    Path file = folder.resolve("backup.db");
    insertTags("old ", 500);
    backup(file);
    insertTags("new ", 100);
    live.tags().findByName("old 1").ifPresent(live.tags()::delete);

    try (TaskDatabase other = tck.builder(target).open()) {
      other.transaction(
          TransactionOptions.defaults().readOnly(),
          tx -> {
            assertThat(tx.tags().count()).isEqualTo(599);
            restore(file);
            assertThat(tx.tags().count()).isEqualTo(599);
            assertThat(tx.tags().findByName("old 1")).isEmpty();
          });

      for (TaskDatabase store : List.of(live, other)) {
        assertThat(store.tags().count()).isEqualTo(500);
        assertThat(store.tags().findByName("old 1")).isPresent();
        assertThat(store.tags().findByName("new 1")).isEmpty();
      }
      other.tags().insert(NewTag.of("later"));
      assertThat(live.tags().findByName("later")).isPresent();
    }
  }

  /** Prepared statements of all connections refer to tables and columns of the other schema. */
  @Test
  @Requires(Capability.FILE_BACKUP)
  void aRestoreOfAnotherSchemaIsSeenByPreparedStatements() {
    Path file = folder.resolve("backup.db");
    live.dsl().execute("ALTER TABLE tags ADD COLUMN extra integer DEFAULT 7");
    insertTags("old ", 10);
    backup(file);
    live.dsl().execute("ALTER TABLE tags DROP COLUMN extra");
    insertTags("new ", 10);

    try (TaskDatabase other = tck.builder(target).open()) {
      List<TaskDatabase> stores = List.of(live, other);
      for (int round = 0; round < 10; round++) {
        stores.forEach(store -> assertThat(store.tags().findByName("new 1")).isPresent());
      }
      restore(file);
      for (int round = 0; round < 10; round++) {
        stores.forEach(
            store -> {
              assertThat(store.tags().findByName("old 1")).isPresent();
              assertThat(store.tags().findByName("new 1")).isEmpty();
              assertThat(store.dsl().fetchCount(DSL.table("tags"), DSL.condition("extra = 7")))
                  .isEqualTo(10);
            });
      }
      other.tags().insert(NewTag.of("later"));
      live.tags().insert(NewTag.of("last"));
    }
  }

  @Test
  @Requires(Capability.FILE_BACKUP)
  void filesThatAreNoCompleteBackupsAreRefused() throws IOException {
    Path file = folder.resolve("backup.db");
    insertTags("old ", 5_000);
    backup(file);
    insertTags("new ", 1);
    byte[] content = Files.readAllBytes(file);
    byte[] damaged = content.clone();
    Arrays.fill(damaged, 8_192, 12_288, (byte) 0x55);
    List<Path> wrong = new ArrayList<>();
    wrong.add(folder.resolve("missing.db"));
    wrong.add(Files.createDirectory(folder.resolve("directory")));
    wrong.add(Files.write(folder.resolve("empty.db"), new byte[0]));
    wrong.add(Files.writeString(folder.resolve("text.db"), "no database ".repeat(1_000)));
    wrong.add(
        Files.write(folder.resolve("truncated.db"), Arrays.copyOf(content, content.length / 2)));
    wrong.add(Files.write(folder.resolve("short.db"), Arrays.copyOf(content, content.length - 1)));
    wrong.add(Files.write(folder.resolve("damaged.db"), damaged));

    for (Path backup : wrong) {
      assertThatThrownBy(() -> restore(backup))
          .describedAs(backup.toString())
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining(backup.toString())
          .hasMessageContaining("Nothing was changed");
      assertThat(live.tags().count()).isEqualTo(5_001);
    }
    restore(file);
    assertThat(live.tags().count()).isEqualTo(5_000);
  }

  /** The files that a backup needs while it runs do not remain. */
  @Test
  @Requires(Capability.FILE_BACKUP)
  void nothingButTheBackupRemainsInItsFolder() throws IOException {
    Path file = folder.resolve("name with ? and % and ü.db");
    insertTags("old ", 10);
    backup(file);
    insertTags("new ", 10);
    restore(file);

    assertThat(live.tags().count()).isEqualTo(10);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
