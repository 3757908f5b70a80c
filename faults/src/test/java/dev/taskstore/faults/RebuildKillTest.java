package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.Database;
import dev.taskstore.db.migration.AppliedChangeSet;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a killed process leaves a SQLite file with each rebuild complete or not begun. */
class RebuildKillTest {

  private static final String CHANGELOG = "dev/taskstore/faults/change-log/rebuild.xml";

  /** What each changeset leaves in the definitions of tables. */
  private static final Map<String, String> TRACES =
      Map.of(
          "rebuild-not-null", "uq_shelves_label",
          "rebuild-column", "fk_shelves_room",
          "rebuild-type", "varchar(30)",
          "rebuild-foreign-key", "\"fk_items_shelf\"");

  @TempDir private Path folder;

  @Test
  void afterAKillDuringRebuildsEachChangesetIsAppliedCompletelyOrNotAtAll() throws Exception {
    long seed = FaultSettings.seed();
    Random random = new Random(seed);
    MigratorTarget target =
        new MigratorTarget(
            TckDatabase.of("jdbc:sqlite:" + folder.resolve("rebuild.db"), () -> {}),
            CHANGELOG,
            folder);
    int kills = FaultSettings.killsDuringRebuilds();
    int[] pendingAfterKill = new int[kills];
    Map<String, String> expected;
    try (Database open = target.open()) {
      open.migrations().update();
      expected = state(open);
    }
    int longestLife = 400;
    for (int i = 0; i < kills; i++) {
      try (ChildProcess migrator = MigratorProcess.walk(target, "rebuild")) {
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
        assertSound(open);
        pendingAfterKill[i] = open.migrations().pending().size();
        open.migrations().update();
        assertThat(state(open)).isEqualTo(expected);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("After kill " + i + " of seed " + seed + ": " + e, e);
      }
    }
    System.out.println(
        "%s, seed %d: %d kills within %d ms, changesets pending after them %s"
            .formatted(
                getClass().getSimpleName(),
                seed,
                kills,
                longestLife,
                Arrays.toString(pendingAfterKill)));
  }

  private static void assertSound(Database database) {
    assertThat(texts(database, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(texts(database, "PRAGMA foreign_key_check")).isEmpty();
    String definitions = String.join(";", texts(database, "SELECT sql FROM sqlite_schema"));
    List<String> applied =
        database.migrations().history().stream().map(AppliedChangeSet::id).toList();
    TRACES.forEach(
        (id, trace) ->
            assertThat(definitions.contains(trace)).as(id).isEqualTo(applied.contains(id)));
  }

  private static Map<String, String> state(Database database) {
    assertSound(database);
    Map<String, String> state = new TreeMap<>();
    for (String table : List.of("shelves", "items", "moves")) {
      String rows = database.dsl().fetch("SELECT * FROM " + table + " ORDER BY 1").formatCSV();
      state.put(table, rows.length() + " characters, hash " + rows.hashCode());
    }
    state.put(
        "schema",
        String.join("\n", texts(database, "SELECT name || sql FROM sqlite_schema ORDER BY name"))
            .replaceAll("[\\s\"]", ""));
    return state;
  }

  private static List<String> texts(Database database, String query) {
    return database.dsl().fetch(query).map(row -> String.valueOf(row.get(0)));
  }
}
