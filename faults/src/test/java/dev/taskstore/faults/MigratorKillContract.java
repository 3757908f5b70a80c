package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.Database;
import dev.taskstore.db.migration.AppliedChangeSet;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a migration succeeds after a migrator was killed. */
abstract class MigratorKillContract {

  /** The time limit of the next migrator, on a loaded machine. */
  private static final Duration TAKEOVER = Duration.ofSeconds(20);

  private static final int LONGER_THAN_ANYBODY_WAITS = 60;

  @TempDir private Path folder;

  abstract TckDatabase newDatabase(Path empty) throws SQLException;

  /** Waits until a migrator runs the slow changeset. */
  abstract void awaitSlowWork(MigratorTarget target, ChildProcess migrator) throws Exception;

  /** Returns the invalid indexes that the database reports. */
  abstract List<String> brokenIndexes(Database database);

  final MigratorTarget target(String changelog) throws SQLException {
    return new MigratorTarget(newDatabase(folder), changelog, folder);
  }

  @Test
  void afterAKillAtAnyTimeTheNextMigratorArrivesWhereAnUndisturbedOneDoes() throws Exception {
    long seed = FaultSettings.seed();
    Random random = new Random(seed);
    MigratorTarget target = target(MigratorTarget.WALK);
    int kills = FaultSettings.killsDuringMigrations();
    int[] pendingAfterKill = new int[kills];
    long slowest = 0;
    try (TckDatabase database = target.database()) {
      MigratorState.fill(database);
      MigratorState expected;
      try (Database open = target.open()) {
        open.migrations().update();
        expected = MigratorState.of(open);
      }
      int longestLife = 400;
      for (int i = 0; i < kills; i++) {
        try (ChildProcess migrator = MigratorProcess.walk(target, "002")) {
          migrator.await(MigratorProcess.BEGIN::equals);
          long begin = System.nanoTime();
          if (i == 0) {
            migrator.await("up"::equals);
            longestLife = (int) Duration.ofNanos(System.nanoTime() - begin).toMillis();
          }
          Thread.sleep(random.nextInt(longestLife));
          assertThat(migrator.kill()).as(migrator::output).isTrue();
        }
        try (Database open = target.open()) {
          pendingAfterKill[i] = open.migrations().pending().size();
          long begin = System.nanoTime();
          open.migrations().update();
          slowest = Math.max(slowest, System.nanoTime() - begin);
          assertThat(MigratorState.of(open)).isEqualTo(expected);
          assertThat(brokenIndexes(open)).isEmpty();
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError("After kill " + i + " of seed " + seed + ": " + e, e);
        }
      }
    }
    System.out.println(
        "%s, seed %d: %d kills, changesets pending after them %s, slowest takeover %d ms"
            .formatted(
                getClass().getSimpleName(),
                seed,
                kills,
                Arrays.toString(pendingAfterKill),
                Duration.ofNanos(slowest).toMillis()));
    assertThat(Duration.ofNanos(slowest)).isLessThan(TAKEOVER);
  }

  private static void setDuration(Database database, int units) {
    database.dsl().execute("update slow_duration set units = " + units);
  }

  @Test
  void aMigratorThatDiesInASlowChangesetIsFollowedAtOnce() throws Exception {
    MigratorTarget target = target(MigratorTarget.SLOW);
    try (TckDatabase database = target.database();
        Database open = target.open()) {
      open.migrations().update(1);
      setDuration(open, LONGER_THAN_ANYBODY_WAITS);
      try (ChildProcess migrator = MigratorProcess.update(target)) {
        migrator.await(MigratorProcess.BEGIN::equals);
        awaitSlowWork(target, migrator);
        assertThat(migrator.kill()).isTrue();
      }
      assertThat(open.dsl().fetchValue("select locked from databasechangeloglock"))
          .as("the lock of the killed migrator")
          .isIn(true, 1);
      setDuration(open, 0);

      long begin = System.nanoTime();
      assertThat(open.migrations().update()).isEqualTo(3);
      Duration takeover = Duration.ofNanos(System.nanoTime() - begin);

      assertSlowIsAppliedOnce(open);
      System.out.println(
          getClass().getSimpleName()
              + ": takeover of the slow one in "
              + takeover.toMillis()
              + " ms");
      assertThat(takeover).isLessThan(TAKEOVER);
    }
  }

  final void assertSlowIsAppliedOnce(Database database) {
    assertThat(database.dsl().fetchValue("select runs from slow_work")).hasToString("1");
    assertThat(database.migrations().history())
        .extracting(AppliedChangeSet::id)
        .doesNotHaveDuplicates()
        .hasSize(4);
    assertThat(database.migrations().drift().toString()).isEmpty();
    assertThat(brokenIndexes(database)).isEmpty();
  }

  @Test
  void aSlowMigratorThatLivesIsWaitedForAndNothingIsAppliedTwice() throws Exception {
    MigratorTarget target = target(MigratorTarget.SLOW);
    try (TckDatabase database = target.database();
        Database open = target.open()) {
      open.migrations().update(1);
      setDuration(open, 2);
      try (ChildProcess first = MigratorProcess.update(target)) {
        first.await(MigratorProcess.BEGIN::equals);
        awaitSlowWork(target, first);

        int applied = open.migrations().update();

        assertThat(applied).isZero();
        long begin = System.nanoTime();
        assertThat(first.await(message -> message.startsWith(MigratorProcess.UPDATED)))
            .isEqualTo("updated 3");
        assertThat(first.awaitEnd()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TAKEOVER);
      }
      assertSlowIsAppliedOnce(open);
    }
  }
}
