package dev.taskstore.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests that random programs detect each mutant. */
class MutantsTest {

  @TempDir Path folder;

  private LibrarySubject open(Mutant mutant) throws SQLException {
    LibrarySubject subject =
        mutant.isSqlite()
            ? Databases.sqlite(folder.resolve(mutant + ".db"), builder -> altered(builder, mutant))
            : Databases.postgres(builder -> altered(builder, mutant));
    mutant.statements().forEach(subject.store().dsl()::execute);
    subject.registerAfterCommitBy(mutant::afterCommit);
    subject.useContextOf(transaction -> mutant.contextOf(transaction, subject.store()));
    return subject;
  }

  private static TaskStore.Builder altered(TaskStore.Builder builder, Mutant mutant) {
    return builder
        .dialect(mutant.dialect())
        .executeListeners(
            () ->
                ExecuteListener.onRenderEnd(
                    context -> {
                      if (context.sql() != null) {
                        context.sql(mutant.rewritten(context.sql()));
                      }
                    }));
  }

  private static Optional<Disagreement> search(Differ differ) {
    return MutantSearch.search(new ProgramGenerator(false), differ);
  }

  @TestFactory
  Stream<DynamicTest> eachMutantIsFound() {
    return Arrays.stream(Mutant.values())
        .map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> assertFound(mutant)));
  }

  private void assertFound(Mutant mutant) throws SQLException {
    try (LibrarySubject subject = open(mutant)) {
      Optional<Disagreement> found = search(new Differ(List.of(subject)));

      assertThat(found).isPresent();
      System.out.printf(
          "%s: found by program %d of %d, %s%n",
          mutant,
          found.get().program().seed() - MutantSearch.SEED + 1,
          MutantSearch.PROGRAMS,
          found.get().operation());
    }
  }

  @Test
  void aDisagreementIsShrunkToTheStepsThatShowIt() throws SQLException {
    try (LibrarySubject subject = open(Mutant.A_CONSTRAINT_WITH_ANOTHER_NAME)) {
      Differ differ = new Differ(List.of(subject));
      Disagreement found = search(differ).orElseThrow();

      Disagreement shrunk = differ.shrink(found);

      assertThat(shrunk.program().numbers()).hasSizeLessThanOrEqualTo(3);
      assertThat(shrunk.found()).contains("uq_users_mail");
      assertThat(shrunk.expected()).contains("uq_users_email");
      assertThat(shrunk.toString())
          .contains("-Dtaskstore.differential.replay=" + found.program().seed() + ":");
      assertThat(Replay.of(shrunk.program().replay()).numbers())
          .isEqualTo(shrunk.program().numbers());
    }
  }
}
