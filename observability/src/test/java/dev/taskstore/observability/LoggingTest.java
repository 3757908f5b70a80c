package dev.taskstore.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new process logs by default. */
class LoggingTest {

  @TempDir private Path folder;

  /** Opens a store, and runs the first statement of jOOQ. */
  static final class Program {
    public static void main(String... args) {
      try (TaskStore store = TaskStore.open(args[0])) {
        store.dsl().selectOne().fetch();
        System.out.println(store.tasks().count());
      }
    }
  }

  @Test
  void openingLogsOneLineAndNoBanner() throws IOException, InterruptedException {
    Path file = folder.resolve("tasks.db");

    List<String> lines = run("jdbc:sqlite:" + file);

    assertThat(lines)
        .filteredOn(line -> line.startsWith("INFO: "))
        .singleElement()
        .asString()
        .matches(
            "INFO: Opened .*tasks\\.db: SQLite [0-9.]+, dialect sqlite, [1-9][0-9]* changesets"
                + " applied, [0-9,.]+ ms");
    assertThat(String.join("\n", lines).toLowerCase(Locale.ROOT))
        .doesNotContain("jooq tip", "thank you for using jooq", "liquibase");
    assertThat(lines).contains("0");
    assertThat(run("jdbc:sqlite:" + file))
        .anyMatch(line -> line.contains(", 0 changesets applied, "));
  }

  private static List<String> run(String url) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                url)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output.lines().toList();
  }
}
