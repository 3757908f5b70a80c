package dev.taskstore.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick start runs on a Java runtime with the modules that {@code docs/packaging.md} lists. */
class RuntimeImageTest {

  private static final Pattern MODULES = Pattern.compile("jlink --add-modules (\\S+)");

  @TempDir private Path folder;

  @Test
  void theQuickstartRunsOnARuntimeOfTheDocumentedModules()
      throws IOException, InterruptedException {
    Matcher modules = MODULES.matcher(Files.readString(Path.of("../../docs/packaging.md")));
    assertThat(modules.find()).isTrue();
    Path runtime = folder.resolve("runtime");
    ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();

    int linked =
        jlink.run(
            System.out,
            System.err,
            "--add-modules",
            modules.group(1),
            "--output",
            runtime.toString());

    assertThat(linked).isZero();
    QuickstartProcess.run(
        List.of(
            runtime.resolve(Path.of("bin", "java")).toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            QuickstartProcess.classPath(),
            Quickstart.class.getName(),
            folder.toString()));
  }
}
