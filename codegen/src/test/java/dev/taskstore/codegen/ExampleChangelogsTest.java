package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taskstore.codegen.generation.RepositoryGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changelogs of the kinds that applications write. Each is generated and compiles, or is refused
 * with the kinds of problems that {@code expected.txt} lists.
 */
class ExampleChangelogsTest {

  private static final Path FOLDER = Path.of("src/test/resources/changelogs");

  /** Hundreds of tables that differ in nothing but their names take minutes to compile. */
  private static final int MANY_FILES = 1_000;

  /** Every build generates every third example; the long tests, all of them. */
  private static final int STRIDE = Boolean.getBoolean("taskstore.codegen.everyExample") ? 1 : 3;

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> anExampleIsGeneratedAndCompilesOrIsRefusedAsExpected() throws IOException {
    List<Map.Entry<String, String>> all = List.copyOf(expected().entrySet());
    return IntStream.range(0, all.size())
        .filter(number -> number % STRIDE == 0)
        .mapToObj(all::get)
        .map(
            example ->
                dynamicTest(
                    example.getKey(),
                    () -> assertThat(outcome(example.getKey())).isEqualTo(example.getValue())));
  }

  @Test
  void everyExampleHasAnExpectation() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(expected().keySet())
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(file -> file.endsWith(".xml"))
                  .toList());
    }
  }

  /** Either {@code generates}, or the kinds of the problems, sorted. */
  private String outcome(String changelog) {
    Path output = directory.resolve(changelog).resolve("sources");
    try {
      GeneratedCode code =
          new GeneratedCode(
              new RepositoryGenerator()
                  .generate(
                      GeneratorConfiguration.forChangelog(changelog)
                          .resources(List.of(FOLDER))
                          .schemaPackage(Scenario.PACKAGE + ".schema")
                          .modelPackage(Scenario.PACKAGE)
                          .output(output)
                          .build()),
              output);
      if (code.result().files().size() <= MANY_FILES) {
        code.compiles();
      }
      return "generates";
    } catch (GenerationException e) {
      return e.problems().stream()
          .map(problem -> problem.kind().name())
          .collect(Collectors.toCollection(TreeSet::new))
          .stream()
          .collect(Collectors.joining(" "));
    }
  }

  private static Map<String, String> expected() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("expected.txt"))) {
      String content = line.replaceAll("#.*", "").strip();
      if (!content.isEmpty()) {
        int colon = content.indexOf(':');
        expected.put(content.substring(0, colon), content.substring(colon + 1).strip());
      }
    }
    return expected;
  }
}
