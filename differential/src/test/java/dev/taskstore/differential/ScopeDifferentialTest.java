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

/**
 * Tests that random programs with several principals have the results of a database without the
 * rows of others; see {@link Campaign}. The property {@code taskstore.differential.scopePrograms}
 * is the minimum number of programs.
 */
class ScopeDifferentialTest {

  @TempDir Path folder;

  private final List<LibrarySubject> subjects = new ArrayList<>();

  private <T extends LibrarySubject> T opened(T subject) {
    subjects.add(subject);
    return subject;
  }

  private Differ newDiffer() throws SQLException {
    Path file = folder.resolve("tasks" + subjects.size() + ".db");
    return new Differ(
        List.of(
            opened(Databases.sqlite(file, UnaryOperator.identity())),
            opened(Databases.postgres(UnaryOperator.identity()))));
  }

  private Differ newDifferOfPolicies() throws SQLException {
    return Differ.ofPolicies(opened(Databases.policies()));
  }

  @AfterEach
  void closeDatabases() {
    subjects.forEach(LibrarySubject::close);
  }

  @Test
  void scopesOnAllDialectsReturnWhatADatabaseWithoutTheRowsOfOthersReturns() throws SQLException {
    Tally tally = new Campaign(true, "scopePrograms", this::newDiffer).run();
    if (Campaign.isReplay()) {
      return;
    }
    assertThat(tally.scoped().ofOthers()).isZero();
    assertThat(tally.scoped().own()).isPositive();
    assertThat(tally.scoped().shared()).isPositive();
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
            "ScopeViolationException",
            "StaleEntityException",
            "TransientFailureException",
            "UniqueViolationException");
  }

  @Test
  void policiesWithoutTheConditionsOfTheLibraryHaveTheSameResults() throws SQLException {
    Tally tally = new Campaign(true, "policyPrograms", this::newDifferOfPolicies).run();
    if (Campaign.isReplay()) {
      return;
    }
    assertThat(tally.scoped().ofOthers()).isZero();
    assertThat(tally.scoped().own()).isPositive();
    assertThat(tally.scoped().shared()).isPositive();
    assertThat(tally.types())
        .contains("RowSecurityException")
        .doesNotContain("ScopeViolationException");
  }
}
