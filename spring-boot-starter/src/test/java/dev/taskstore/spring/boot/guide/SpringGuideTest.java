package dev.taskstore.spring.boot.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the first application of docs/spring.md. */
class SpringGuideTest {

  @TempDir private Path folder;

  @Test
  void theFirstApplicationRuns() {
    PrintStream out = System.out;
    ByteArrayOutputStream recorded = new ByteArrayOutputStream();
    System.setOut(new PrintStream(recorded, true, StandardCharsets.UTF_8));
    try {
      TasksApplication.main(
          "--taskstore.url=jdbc:sqlite:" + folder.resolve("tasks.db"),
          "--spring.main.web-application-type=none",
          "--spring.main.banner-mode=off");
    } finally {
      System.setOut(out);
    }
    assertThat(recorded.toString(StandardCharsets.UTF_8)).contains("1 task of ada");
  }
}
