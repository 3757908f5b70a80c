package dev.taskstore.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated sources look like those of the project, which google-java-format formats. */
class GeneratedFormatTest {

  private static final int WIDTH = 100;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checks",
        "composite-keys",
        "join-tables",
        "keywords",
        "no-primary-key",
        "no-version",
        "personal-data",
        "self-reference",
        "several-unique-keys",
        "types"
      })
  void generatedSourcesAreFormatted(String scenario) throws FormatterException {
    GeneratedCode code = Scenario.named(scenario, directory).generate();

    for (Map.Entry<String, String> source : code.sources().entrySet()) {
      assertThat(source.getValue().lines().filter(line -> line.length() > WIDTH))
          .as(source.getKey())
          .isEmpty();
      assertThat(withoutJavadoc(source.getValue()))
          .as(source.getKey())
          .isEqualTo(withoutJavadoc(new Formatter().formatSource(source.getValue())));
    }
  }

  /** The lines of Javadoc are filled a little otherwise around HTML. */
  private static String withoutJavadoc(String source) {
    return source.replaceAll("(?s)/\\*\\*.*?\\*/", "");
  }
}
