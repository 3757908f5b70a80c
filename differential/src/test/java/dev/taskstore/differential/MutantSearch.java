package dev.taskstore.differential;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Searches programs with several principals on which a fault of scopes shows. Its public methods
 * use no other class of this project, so that another class loader can call them.
 */
public final class MutantSearch implements UnaryOperator<String>, AutoCloseable {

  static final long SEED = 20_260_301L;
  static final int PROGRAMS = 4_000;

  private final LibrarySubject subject;
  private final Differ differ;

  /** Opens a database in a folder. */
  public MutantSearch(Path folder) {
    this(Databases.sqlite(folder.resolve("mutants.db"), UnaryOperator.identity()));
  }

  MutantSearch(LibrarySubject subject) {
    this(subject, new Differ(List.of(subject)));
  }

  /** Searches with policies alone. */
  MutantSearch(PoliciesSubject subject) {
    this(subject, Differ.ofPolicies(subject));
  }

  private MutantSearch(LibrarySubject subject, Differ differ) {
    this.subject = subject;
    this.differ = differ;
  }

  /** Returns where the fault of a name shows; empty if no program shows it. */
  @Override
  public String apply(String fault) {
    return search(new ProgramGenerator(true), differ)
        .map(
            found ->
                String.format(
                    "%s: found by program %d of %d, %s",
                    fault, found.program().seed() - SEED + 1, PROGRAMS, found.operation()))
        .orElse("");
  }

  /** Returns the first disagreement on the programs of a generator. */
  static Optional<Disagreement> search(ProgramGenerator generator, Differ differ) {
    for (int i = 0; i < PROGRAMS; i++) {
      Optional<Disagreement> found = differ.run(generator.generate(SEED + i)).disagreement();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    subject.close();
  }
}
