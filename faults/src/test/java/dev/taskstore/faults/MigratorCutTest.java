package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.dialect.postgres.PostgresServer;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a migration can be interrupted after any commit, during an update, a rollback or a
 * second update: the next migration produces the same state as an uninterrupted one.
 */
class MigratorCutTest {

  private static final String TAG = "002";

  @TempDir private Path folder;

  @Test
  void aSqliteFileIsMigratedFromWhereItsMigratorWasCutOff() throws Exception {
    cutEverywhere("SQLite", this::newFile);
  }

  private TckDatabase newFile() {
    return TckDatabase.of("jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db"), () -> {});
  }

  @Test
  @Tag("long")
  void aPostgresDatabaseIsMigratedFromWhereItsMigratorWasCutOff() throws Exception {
    cutEverywhere("PostgreSQL", () -> PostgresServer.shared().newDatabase(""));
  }

  private void cutEverywhere(String name, Callable<TckDatabase> databases) throws Exception {
    int first = firstWays(databases);
    int back;
    int forward;
    try (TckDatabase database = databases.call()) {
      MigratorTarget target = new MigratorTarget(database, MigratorTarget.WALK, folder);
      MigratorState.fill(database);
      try (Database open = target.open()) {
        open.migrations().update();
        MigratorState expected = MigratorState.of(open);
        back = ways(target, open, expected, migrations -> migrations.rollbackTo(TAG));
        open.migrations().rollbackTo(TAG);
        forward = ways(target, open, expected, Migrations::update);
      }
    }
    System.out.println(
        "MigratorCutTest, seed %d: %s cut off %d times in the update, %d in the rollback, %d in the second update"
            .formatted(FaultSettings.seed(), name, first, back, forward));
  }

  private int firstWays(Callable<TckDatabase> databases) throws Exception {
    int commits;
    try (TckDatabase database = databases.call()) {
      MigratorTarget target = new MigratorTarget(database, TaskStore.CHANGELOG, folder);
      commits = go(target, Integer.MAX_VALUE, Migrations::update);
    }
    List<Integer> chosen = someOf(commits);
    for (int lastCommit : chosen) {
      try (TckDatabase database = databases.call()) {
        MigratorTarget target = new MigratorTarget(database, TaskStore.CHANGELOG, folder);
        go(target, lastCommit, Migrations::update);
        try (Database open = target.open()) {
          open.migrations().update();
          assertThat(open.migrations().pending()).isEmpty();
          assertThat(open.migrations().drift().toString()).isEmpty();
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError("Cut off after commit " + lastCommit + ": " + e, e);
        }
      }
    }
    return chosen.size();
  }

  private static int ways(
      MigratorTarget target, Database open, MigratorState expected, Consumer<Migrations> way) {
    int before = open.migrations().history().size();
    int commits = go(target, Integer.MAX_VALUE, way);
    List<Integer> chosen = someOf(commits);
    for (int lastCommit : chosen) {
      open.migrations().update();
      if (open.migrations().history().size() > before) {
        open.migrations().rollbackTo(TAG);
      }
      go(target, lastCommit, way);
      try {
        open.migrations().update();
        assertThat(MigratorState.of(open)).isEqualTo(expected);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Cut off after commit " + lastCommit + ": " + e, e);
      }
    }
    open.migrations().update();
    return chosen.size();
  }

  /** Returns all commits in the long form of the test, or else one. */
  private static List<Integer> someOf(int commits) {
    List<Integer> all = new ArrayList<>(IntStream.rangeClosed(1, commits).boxed().toList());
    Collections.shuffle(all, new Random(FaultSettings.seed()));
    return FaultSettings.killsDuringMigrations() < commits ? all.subList(0, 1) : all;
  }

  /** Migrates until the last commit, and returns the number of commits. */
  private static int go(MigratorTarget target, int lastCommit, Consumer<Migrations> way) {
    MigratorCut cut = new MigratorCut(target, lastCommit);
    try (Database dying =
        Database.builder()
            .dataSource(cut.dataSource())
            .changelog(target.changelog(), MigratorTarget.class.getClassLoader())
            .migrationMode(MigrationMode.NONE)
            .open()) {
      way.accept(dying.migrations());
    } catch (RuntimeException e) {
      if (!cut.isCut()) {
        throw e;
      }
    }
    assertThat(cut.isCut()).isEqualTo(lastCommit < Integer.MAX_VALUE);
    return cut.commits();
  }
}
