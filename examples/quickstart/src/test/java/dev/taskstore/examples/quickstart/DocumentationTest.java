package dev.taskstore.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Snippets in the documentation equal regions of tested files. A region is marked with {@code //
 * tag::name[]} and {@code // end::name[]}, in XML with comments of the same text.
 */
class DocumentationTest {

  private static final Path ROOT = Path.of("../..");

  private static final Pattern SNIPPET =
      Pattern.compile(
          "<!-- snippet: (\\S+)#(\\S+) -->\\n```(?:java|kotlin|xml)\\n(.*?)```", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "docs/backup.md",
        "docs/citus.md",
        "docs/cloud.md",
        "docs/evolve-a-schema.md",
        "docs/extending.md",
        "docs/failover.md",
        "docs/guide.md",
        "docs/moving-to-postgresql.md",
        "docs/observability.md",
        "docs/replicas.md",
        "docs/security.md",
        "docs/spring.md",
        "docs/testing.md"
      })
  void everySnippetIsARegionOfATestedFile(String document) throws IOException {
    Matcher snippets = SNIPPET.matcher(Files.readString(ROOT.resolve(document)));
    int count = 0;
    while (snippets.find()) {
      assertThat(snippets.group(3))
          .as("%s, snippet %s of %s", document, snippets.group(2), snippets.group(1))
          .isEqualTo(region(ROOT.resolve(snippets.group(1)), snippets.group(2)));
      count++;
    }
    assertThat(count).isPositive();
  }

  @Test
  void theQuickStartOfTheReadmeHasExactlyTwoCommands() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    Matcher block =
        Pattern.compile("## Quick start\\n\\n```sh\\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(block.find()).isTrue();
    assertThat(block.group(1).lines()).hasSize(2).allMatch(line -> line.startsWith("./mvnw "));
  }

  @Test
  void theErrorGuideNamesEveryException() throws IOException {
    List<String> rows = Files.readAllLines(ROOT.resolve("docs/errors.md"));
    List<String> exceptions =
        namesIn("db/src/main/java/dev/taskstore/db/exception", "(\\w+Exception)[.]java");

    assertThat(exceptions).contains("DatabaseException", "StorageFullException");
    assertThat(exceptions)
        .allSatisfy(
            name ->
                assertThat(rows)
                    .filteredOn(row -> row.startsWith("| `" + name + "` |"))
                    .hasSize(1));
  }

  @Test
  void theTestsThatTheIsolationGuideNamesAreTestsOfTheContract() throws IOException {
    Path contracts = ROOT.resolve("dialect-tck/src/main/java/dev/taskstore/dialect/tck");
    String tests =
        Files.readString(contracts.resolve("IsolationContract.java"))
            + Files.readString(contracts.resolve("JooqReaderContract.java"))
            + Files.readString(contracts.resolve("LostUpdateContract.java"))
            + Files.readString(contracts.resolve("ReaderContract.java"))
            + Files.readString(contracts.resolve("WriteOrderContract.java"));
    Set<String> named =
        Pattern.compile("`([a-z]+(?:[A-Z][a-z]+){3,})`")
            .matcher(Files.readString(ROOT.resolve("docs/isolation.md")))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());

    assertThat(named)
        .hasSizeGreaterThan(10)
        .allSatisfy(test -> assertThat(tests).contains("void " + test + "("));
  }

  private static List<String> namesIn(String folder, String file) throws IOException {
    Pattern pattern = Pattern.compile(file);
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files
          .map(path -> pattern.matcher(path.getFileName().toString()))
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .toList();
    }
  }

  /** The lines of a region without their common indentation. */
  private static String region(Path file, String name) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int begin = indexOf(lines, "tag::" + name + "[]");
    int end = indexOf(lines, "end::" + name + "[]");
    // The formatter separates the end of a region that is a whole class by a blank line.
    return String.join("\n", lines.subList(begin + 1, end)).stripTrailing().stripIndent() + "\n";
  }

  private static int indexOf(List<String> lines, String marker) {
    for (int i = 0; i < lines.size(); i++) {
      if (Set.of("// " + marker, "<!-- " + marker + " -->").contains(lines.get(i).strip())) {
        return i;
      }
    }
    throw new AssertionError("No line with the comment " + marker);
  }
}
