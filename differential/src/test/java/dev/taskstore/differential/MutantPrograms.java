package dev.taskstore.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** The recorded programs that detect mutants. */
final class MutantPrograms {

  private static final String FILE = "mutants.properties";
  private static final Path SOURCE =
      Path.of("src/test/resources/dev/taskstore/differential").resolve(FILE);

  private final Properties numbers = new Properties();

  private MutantPrograms() {
    try (InputStream file =
        Objects.requireNonNull(MutantPrograms.class.getResourceAsStream(FILE), FILE)) {
      numbers.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the recorded programs. */
  static MutantPrograms recorded() {
    return new MutantPrograms();
  }

  /**
   * Returns the program that detects a mutant.
   *
   * @throws IllegalStateException if none is recorded
   */
  Program of(Mutant mutant) {
    String number = numbers.getProperty(mutant.name());
    if (number == null) {
      throw new IllegalStateException(FILE + " has no program for " + mutant);
    }
    return new ProgramGenerator(false).generate(MutantSearch.SEED + Long.parseLong(number) - 1);
  }

  /** Writes the numbers of the programs with these seeds. */
  static void record(Map<Mutant, Long> seeds) throws IOException {
    Files.writeString(
        SOURCE,
        seeds.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + (entry.getValue() - MutantSearch.SEED + 1))
            .collect(
                Collectors.joining("\n", "# The first program that detects each mutant\n", "\n")));
  }
}
