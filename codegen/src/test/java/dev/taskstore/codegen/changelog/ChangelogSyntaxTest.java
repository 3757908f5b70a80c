package dev.taskstore.codegen.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generator and the runtime accept the same changelogs, but neither depends on the other. */
class ChangelogSyntaxTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ChangelogSyntax",
        "ChangelogXmlHandler",
        "ChangelogSchema",
        "ChangelogKeys",
        "ChangelogIncludes"
      })
  void theRuntimeHasTheSameClass(String name) throws IOException {
    String here =
        Files.readString(
            Path.of("src/main/java/dev/taskstore/codegen/changelog/" + name + ".java"));
    String there =
        Files.readString(
            Path.of("../db/src/main/java/dev/taskstore/db/internal/migration/" + name + ".java"));

    assertThat(here.replaceFirst("package [^;]+;", ""))
        .isEqualTo(there.replaceFirst("package [^;]+;", ""));
  }
}
