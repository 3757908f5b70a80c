package dev.taskstore.examples.quickstart;

import java.io.File;
import java.io.IOException;
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
    List<String> entries = Arrays.asList(QuickstartProcess.classPath().split(File.pathSeparator));
    String program =
        entries.stream().filter(ModulePathTest::isThisProgram).findFirst().orElseThrow();
    String library =
        entries.stream()
            .filter(entry -> !entry.contains("examples" + File.separator + "quickstart"))
            .collect(Collectors.joining(File.pathSeparator));
    QuickstartProcess.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--module-path",
            library,
            "--add-modules",
            "dev.taskstore,dev.taskstore.dialect.sqlite,dev.taskstore.passwords",
            "-cp",
            program,
            Quickstart.class.getName(),
            folder.toString()));
  }

  private static boolean isThisProgram(String entry) {
    return entry.endsWith(Path.of("quickstart", "target", "classes").toString());
  }
}
