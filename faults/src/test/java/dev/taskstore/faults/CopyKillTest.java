package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.Database;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.faults.CopiedDatabase.Kind;
import dev.taskstore.faults.CopiedDatabase.State;
import dev.taskstore.transfer.DatabaseCopy;
import dev.taskstore.transfer.report.ComparisonReport;
import dev.taskstore.transfer.report.CopyPhase;
import dev.taskstore.transfer.report.TableDifference;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a copy whose process is killed at any time, again and again, ends with a target that
 * has all rows once, and that the target cannot be mistaken for a complete one before.
 */
class CopyKillTest {

  /** Copies are killed so often before one may end, and fewer if it ends first. */
  private static final int MOST_KILLS_OF_A_COPY = 5;

  private static final int LONGEST_TIME_IN_PHASE_MILLIS = 120;
  private static final int WRITES_PER_SECOND = 100;

  @TempDir private Path folder;

  private Random random;
  private CopiedDatabase source;
  private boolean live;
  private int kills;
  private int copies;
  private int runs;
  private int resumedRuns;
  private int completeWhenKilled;
  private long acknowledged;
  private long lost;
  private long duplicated;
  private int verifiedButDifferent;

  @Test
  @Tag("long")
  void aKilledCopyFromSqliteToPostgresIsContinued() throws Exception {
    test(Kind.SQLITE, Kind.POSTGRES, false);
  }

  @Test
  @Tag("long")
  void aKilledCopyFromPostgresToSqliteIsContinued() throws Exception {
    test(Kind.POSTGRES, Kind.SQLITE, false);
  }

  @Test
  void aKilledLiveCopyFromSqliteToPostgresIsContinued() throws Exception {
    test(Kind.SQLITE, Kind.POSTGRES, true);
  }

  @Test
  @Tag("long")
  void aKilledLiveCopyFromPostgresToSqliteIsContinued() throws Exception {
    test(Kind.POSTGRES, Kind.SQLITE, true);
  }

  private void test(Kind from, Kind to, boolean isLive) throws Exception {
    long seed = FaultSettings.seed();
    live = isLive;
    String name = from + " to " + to + (live ? ", live" : "");
    random = new Random(seed + name.hashCode());
    try (CopiedDatabase filled = CopiedDatabase.filled(from, folder, FaultSettings.rows(), seed)) {
      source = filled;
      while (kills < FaultSettings.killsOfCopies()) {
        copies++;
        try (CopiedDatabase target = CopiedDatabase.create(to, folder)) {
          if (live) {
            copyWhileAnotherProcessWrites(target);
          } else {
            copyUntilComplete(target);
            check(target);
          }
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError(
              "%s, after kill %d, in copy %d of seed %d: %s"
                  .formatted(name, kills, copies, seed, e.getMessage()),
              e);
        }
      }
    }
    System.out.printf(
        "CopyKillTest, %s, seed %d: %d kills in %d copies, %d runs, of which %d continued an"
            + " earlier one and %d were complete when they were killed; %d acknowledged writes;"
            + " %d rows lost, %d duplicated; %d targets verified but different%n",
        name,
        seed,
        kills,
        copies,
        runs,
        resumedRuns,
        completeWhenKilled,
        acknowledged,
        lost,
        duplicated,
        verifiedButDifferent);
    assertThat(lost + duplicated + verifiedButDifferent).isZero();
  }

  private void copyWhileAnotherProcessWrites(CopiedDatabase target) throws Exception {
    AcknowledgedWrites writes = new AcknowledgedWrites(folder.resolve("writes-" + copies));
    try (ChildProcess writer =
        LiveWriterProcess.start(
            source, writes, "copy" + copies, random.nextLong(), WRITES_PER_SECOND, folder)) {
      writer.await(LiveWriterProcess.WRITING::equals);
      copyUntilComplete(target);
      LiveWriterProcess.awaitSeal(writer);
      assertThat(writer.kill()).as(writer::output).isTrue();
    }
    acknowledged += writes.lines().size();
    Set<String> missing = writes.missing(target);
    lost += missing.size();
    assertThat(missing).isEmpty();
    check(target);
    try (Database database = source.open(MigrationMode.NONE)) {
      DatabaseCopy.abort(CopiedSchema.INSTANCE, database);
    }
  }

  /** Runs and kills copies until the target is complete. */
  private void copyUntilComplete(CopiedDatabase target) throws Exception {
    int remaining =
        Math.min(FaultSettings.killsOfCopies() - kills, 1 + random.nextInt(MOST_KILLS_OF_A_COPY));
    State state = State.UNTOUCHED;
    while (state != State.COMPLETE) {
      runs++;
      resumedRuns += state == State.INCOMPLETE ? 1 : 0;
      try (ChildProcess copy = CopyProcess.start(source, target, live, folder)) {
        copy.await(CopyProcess.BEGIN::equals);
        boolean killed = remaining > 0 && killAtRandomTime(copy);
        if (!killed) {
          assertThat(copy.awaitEnd()).as(copy::output).isZero();
        }
        boolean verified = copy.messages().stream().anyMatch(m -> m.startsWith(CopyProcess.COPIED));
        state = target.stateAfterKill("after kill " + kills);
        if (killed) {
          kills++;
          remaining--;
          completeWhenKilled += state == State.COMPLETE ? 1 : 0;
        } else {
          assertThat(verified).as(copy::output).isTrue();
          assertThat(state).as(copy::output).isEqualTo(State.COMPLETE);
        }
      }
      if (state == State.INCOMPLETE && !live) {
        changeSource();
      }
    }
  }

  /** Half of the kills are near the beginning of a phase, since some phases are short. */
  private boolean killAtRandomTime(ChildProcess copy) throws InterruptedException {
    List<CopyPhase> phases =
        List.of(CopyPhase.values()).stream()
            .filter(phase -> live || (phase != CopyPhase.CATCH_UP && phase != CopyPhase.SEAL))
            .toList();
    copy.await(CopyProcess.begins(phases.get(random.nextInt(phases.size())))::equals);
    Thread.sleep(random.nextInt(random.nextBoolean() ? 8 : LONGEST_TIME_IN_PHASE_MILLIS));
    return copy.kill();
  }

  /** Changes, deletes and inserts rows before a copy continues. */
  private void changeSource() {
    try (TaskStore store = source.store()) {
      List<Task> tasks = store.tasks().findAll(PageRequest.first(50)).items();
      Task changed = tasks.get(random.nextInt(tasks.size() / 2));
      store.tasks().update(changed.with().title("changed after kill " + kills).build());
      store.tasks().deleteById(tasks.get(tasks.size() - 1).id());
      User user = store.users().getById(changed.userId());
      store.tasks().insert(NewTask.of(user.id(), "inserted after kill " + kills));
      store.users().update(user.with().username("renamed" + kills).build());
    }
  }

  private void check(CopiedDatabase target) {
    ComparisonReport report = source.compare(target);
    if (!report.isEqual()) {
      verifiedButDifferent++;
      for (TableDifference difference : report.differences()) {
        lost += difference.missing();
        duplicated += difference.extra();
      }
    }
    assertThat(report.isEqual()).as(report::toText).isTrue();
    target.checkAfterCompletion("after kill " + kills);
  }
}
