package dev.taskstore.differential.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the repositories of the generator's example changelogs on both databases: of all that it
 * generates.
 */
@Tag("long")
class ExampleChangelogsTrialTest {

  private static final Path FOLDER = Path.of("../codegen/src/test/resources/changelogs");

  /** Its 400 tables differ in nothing but their names. */
  private static final String MANY_TABLES = "scale400.xml";

  /** Its row contains the time of the migration, which is another one on each database. */
  private static final String TIME_OF_MIGRATION = "nowinsert.xml";

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> everyCallOfEveryRepositoryIsTheSameOnBothDatabases() throws IOException {
    List<String> changelogs =
        Files.readAllLines(FOLDER.resolve("expected.txt")).stream()
            .map(line -> line.replaceAll("#.*", "").strip())
            .filter(line -> line.endsWith(": generates"))
            .map(line -> line.substring(0, line.indexOf(':')))
            .filter(changelog -> !changelog.equals(MANY_TABLES))
            .filter(changelog -> !changelog.equals(TIME_OF_MIGRATION))
            .toList();
    assertThat(changelogs).hasSizeGreaterThan(20);
    return changelogs.stream()
        .map(changelog -> dynamicTest(changelog, () -> assertPasses(changelog)));
  }

  private void assertPasses(String changelog) {
    ApplicationTrial.Outcome outcome =
        ApplicationTrial.run(
            new Application(changelog, FOLDER, changelog, List.of()), directory.resolve(changelog));

    assertThat(outcome.passed()).as(outcome.describe()).isTrue();
    assertThat(outcome.leftOut()).isEmpty();
    assertThat(outcome.repositories()).isPositive();
  }
}
