package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that killing a process while several threads write to a SQLite file loses no acknowledged
 * write and leaves no partial batch, load or transaction.
 */
class SqliteKillTest {

  private static final int SHORTEST_LIFE_MILLIS = 50;
  private static final int LONGEST_LIFE_MILLIS = 400;
  private static final int FEWEST_CALLS = 5;

  @TempDir private Path folder;

  /** Waits until a process has written something, also on a slow machine. */
  private static void awaitCalls(ChildProcess writer) throws InterruptedException {
    long calls = 0;
    while (calls < FEWEST_CALLS) {
      assertThat(writer.isAlive()).as(writer::output).isTrue();
      Thread.sleep(10);
      calls = writer.messages().stream().filter(message -> message.startsWith("wrote")).count();
    }
  }

  @Test
  void whatWasAcknowledgedSurvivesKillsAndUnitsAreWholeOrNotThereAtAll() throws Exception {
    long seed = FaultSettings.seed();
    Random random = new Random(seed);
    SqliteFile file = new SqliteFile(folder.resolve("tasks.db"));
    UUID owner;
    UUID counter;
    try (TaskStore store = TaskStore.open(file.url())) {
      owner =
          store.users().insert(NewUser.of("owner", "o@example.com", PasswordHash.locked())).id();
      counter = store.tasks().insert(NewTask.of(owner, "counter").description("0")).id();
    }
    SqliteLedger ledger = new SqliteLedger(owner, counter);

    for (int i = 0; i < FaultSettings.killsDuringWrites(); i++) {
      String[] arguments = {
        file.url(), owner.toString(), counter.toString(), "p" + i, String.valueOf(random.nextLong())
      };
      ChildProcess writer = ChildProcess.start(SqliteWriterProcess.class, folder, arguments);
      awaitCalls(writer);
      Thread.sleep(random.nextInt(SHORTEST_LIFE_MILLIS, LONGEST_LIFE_MILLIS));
      assertThat(writer.kill()).as(writer::output).isTrue();

      file.checkIntegrity();
      ledger.note(writer.messages());
      try (TaskStore store = TaskStore.open(file.url())) {
        ledger.check(store);
        ledger.thinOut(store);
      }
    }

    System.out.println(
        "SqliteKillTest, seed "
            + seed
            + ": "
            + FaultSettings.killsDuringWrites()
            + " kills, "
            + ledger);
    assertThat(ledger.acknowledgedCalls()).isGreaterThan(FaultSettings.killsDuringWrites());
  }
}
