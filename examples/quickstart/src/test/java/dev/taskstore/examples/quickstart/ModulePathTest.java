package dev.taskstore.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the quickstart on the module path: the library consists of named modules. */
class ModulePathTest {

  @TempDir private Path folder;

  @Test
  void theQuickstartRunsWithTheLibraryOnTheModulePath() throws IOException, InterruptedException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> entries = Arrays.asList(classPath.split(File.pathSeparator));
    String program =
        entries.stream().filter(ModulePathTest::isThisProgram).findFirst().orElseThrow();
    String library =
        entries.stream()
            .filter(entry -> !entry.contains("examples" + File.separator + "quickstart"))
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                library,
                "--add-modules",
                "dev.taskstore,dev.taskstore.dialect.sqlite",
                "-cp",
                program,
                Quickstart.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String output;
    try (InputStream stream = process.getInputStream()) {
      output = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("IN_PROGRESS: Ship 1.0 [release, urgent]", "ada: 1 of 2");
  }

  private static boolean isThisProgram(String entry) {
    return entry.endsWith(Path.of("quickstart", "target", "classes").toString());
  }
}
