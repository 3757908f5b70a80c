package dev.taskstore.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the model, SQLite and PostgreSQL agree on random programs; see {@link Campaign}. */
class DifferentialTest {

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
    Tally tally = new Campaign(false, "programs", this::newDiffer).run();
    if (Campaign.isReplay()) {
      return;
    }
    assertThat(tally.types())
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
    assertThat(tally.neverSucceeded())
        .allMatch(
            operation ->
                operation.equals("PageRequest.of")
                    || operation.equals("dsl.connection")
                    || operation.endsWith("(command)")
                    || operation.endsWith(".where"));
  }
}
