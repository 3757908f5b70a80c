package dev.taskstore.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that the model, SQLite and PostgreSQL agree on random programs. System properties are
 * {@code taskstore.differential.programs} and {@code taskstore.differential.operations}, the
 * minimum numbers of programs and operations; {@code taskstore.differential.seed}, the first seed;
 * {@code taskstore.differential.lanes}, the number of concurrent programs; and {@code
 * taskstore.differential.replay}, a single program as printed by a failure.
 */
class DifferentialTest {

  private static final String PROPERTIES = "taskstore.differential.";

  @TempDir Path folder;

  private final List<LibrarySubject> subjects = new ArrayList<>();

  private Differ newDiffer() throws SQLException {
    Path file = folder.resolve("tasks" + subjects.size() + ".db");
    LibrarySubject sqlite = Databases.sqlite(file, UnaryOperator.identity());
    subjects.add(sqlite);
    LibrarySubject postgres = Databases.postgres(UnaryOperator.identity());
    subjects.add(postgres);
    return new Differ(List.of(sqlite, postgres));
  }

  @AfterEach
  void closeDatabases() {
    subjects.forEach(LibrarySubject::close);
  }

  @Test
  void theModelAndAllDialectsAgreeOnRandomPrograms() throws SQLException {
    String replay = System.getProperty(PROPERTIES + "replay", "");
    if (!replay.isEmpty()) {
      newDiffer().run(Replay.of(replay)).disagreement().ifPresent(found -> fail(found.toString()));
      return;
    }
    long seed = Long.getLong(PROPERTIES + "seed", 20_260_301L);
    Lanes lanes =
        new Lanes(
            seed,
            Long.getLong(PROPERTIES + "programs", 2_000),
            Long.getLong(PROPERTIES + "operations", 0));
    List<Differ> differs = new ArrayList<>();
    for (int i = 0; i < Integer.getInteger(PROPERTIES + "lanes", 2); i++) {
      differs.add(newDiffer());
    }
    long begin = System.nanoTime();

    lanes.run(differs).ifPresent(found -> fail(found.toString()));

    Duration taken = Duration.ofNanos(System.nanoTime() - begin);
    System.out.println("Seeds from " + seed + ", " + taken.toSeconds() + " s: " + lanes.tally());
    assertThat(lanes.tally().types())
        .containsExactlyInAnyOrder(
            "success",
            "AbortException",
            "AfterCommitException",
            "CheckViolationException",
            "EntityNotFoundException",
            "ForeignKeyViolationException",
            "IllegalStateException",
            "InvalidArgumentException",
            "NotNullViolationException",
            "NullPointerException",
            "ReadOnlyTransactionException",
            "RollbackOnlyException",
            "StaleEntityException",
            "TransientFailureException",
            "UniqueViolationException");
    assertThat(lanes.tally().neverSucceeded())
        .allMatch(
            operation ->
                operation.equals("PageRequest.of")
                    || operation.equals("dsl.connection")
                    || operation.endsWith("(command)")
                    || operation.endsWith(".where"));
  }
}
