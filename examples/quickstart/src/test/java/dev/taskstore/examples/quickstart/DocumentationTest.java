package dev.taskstore.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Java in the documentation stands word for word in a region of a tested file, between {@code
 * // tag::name[]} and {@code // end::name[]}.
 */
class DocumentationTest {

  private static final Path ROOT = Path.of("../..");

  private static final Pattern SNIPPET =
      Pattern.compile("<!-- snippet: (\\S+)#(\\S+) -->\\n```java\\n(.*?)```", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/guide.md"})
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

  /** The lines of a region, moved to the left as far as they go. */
  private static String region(Path file, String name) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int begin = indexOf(lines, "// tag::" + name + "[]");
    int end = indexOf(lines, "// end::" + name + "[]");
    return String.join("\n", lines.subList(begin + 1, end)).stripIndent() + "\n";
  }

  private static int indexOf(List<String> lines, String marker) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(marker)) {
        return i;
      }
    }
    throw new AssertionError("No line " + marker);
  }
}
