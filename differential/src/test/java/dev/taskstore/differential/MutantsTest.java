package dev.taskstore.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that random programs detect each mutant. Every build runs the recorded program of each; the
 * long form searches all programs, and records with {@code -Dtaskstore.differential.record=true}
 * which program detects each.
 */
class MutantsTest {

  private static final String COMMAND =
      "./mvnw verify -Plong-tests -pl differential -am -Dtest=MutantsTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dtaskstore.differential.record=true";

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

  /** Runs the recorded program of a mutant. */
  private static Optional<Disagreement> replay(Mutant mutant, Differ differ) {
    return differ.run(MutantPrograms.recorded().of(mutant)).disagreement();
  }

  @TestFactory
  Stream<DynamicTest> eachMutantIsFoundByItsRecordedProgram() {
    return Arrays.stream(Mutant.values())
        .map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> assertFoundAgain(mutant)));
  }

  private void assertFoundAgain(Mutant mutant) throws SQLException {
    try (LibrarySubject subject = open(mutant)) {
      assertThat(replay(mutant, new Differ(List.of(subject))))
          .as("the difference of the recorded program; %s records the programs", COMMAND)
          .isPresent();
    }
  }

  @Test
  void theRecordedProgramsFindNothingWithoutAMutant() throws SQLException {
    try (LibrarySubject sqlite =
            Databases.sqlite(folder.resolve("unchanged.db"), UnaryOperator.identity());
        LibrarySubject postgres = Databases.postgres(UnaryOperator.identity())) {
      Differ differ = new Differ(List.of(sqlite, postgres));

      assertThat(Arrays.stream(Mutant.values()).map(MutantPrograms.recorded()::of).distinct())
          .allSatisfy(program -> assertThat(differ.run(program).disagreement()).isEmpty());
    }
  }

  @TestFactory
  @Tag("long")
  Stream<DynamicTest> eachMutantIsFound() {
    Map<Mutant, Long> seeds = new EnumMap<>(Mutant.class);
    Stream<DynamicTest> searches =
        Arrays.stream(Mutant.values())
            .map(
                mutant ->
                    DynamicTest.dynamicTest(
                        mutant.name(), () -> seeds.put(mutant, assertFound(mutant))));
    return Boolean.getBoolean("taskstore.differential.record")
        ? Stream.concat(
            searches,
            Stream.of(
                DynamicTest.dynamicTest(
                    "the programs are recorded", () -> MutantPrograms.record(seeds))))
        : searches;
  }

  /** Returns the seed of the first program that detects a mutant. */
  private long assertFound(Mutant mutant) throws SQLException {
    try (LibrarySubject subject = open(mutant)) {
      Optional<Disagreement> found =
          MutantSearch.search(new ProgramGenerator(false), new Differ(List.of(subject)));

      assertThat(found).isPresent();
      long seed = found.get().program().seed();
      System.out.printf(
          "%s: found by program %d of %d, %s%n",
          mutant, seed - MutantSearch.SEED + 1, MutantSearch.PROGRAMS, found.get().operation());
      return seed;
    }
  }

  @Test
  void aDisagreementIsShrunkToTheStepsThatShowIt() throws SQLException {
    try (LibrarySubject subject = open(Mutant.A_CONSTRAINT_WITH_ANOTHER_NAME)) {
      Differ differ = new Differ(List.of(subject));
      Disagreement found = replay(Mutant.A_CONSTRAINT_WITH_ANOTHER_NAME, differ).orElseThrow();

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
