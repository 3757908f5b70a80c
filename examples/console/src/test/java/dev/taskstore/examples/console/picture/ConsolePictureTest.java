package dev.taskstore.examples.console.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.examples.console.Console;
import dev.taskstore.examples.console.ConsoleRun;
import dev.taskstore.examples.console.TestDatabases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the picture of the console in the documentation shows the output of the program. */
class ConsolePictureTest {

  private static final Path PICTURE = Path.of("../../docs/console.svg");
  private static final boolean RECORD = Boolean.getBoolean("taskstore.picture.record");

  @TempDir private Path folder;

  private static String run(String url, String command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Console.run(
            ConsoleRun.PIPE, new PrintWriter(out), new PrintWriter(err), "--db", url, command);
    assertThat(err.toString()).isEmpty();
    assertThat(exitCode).isZero();
    return out.toString();
  }

  @Test
  void thePictureShowsTheOutputOfListAndStats() throws IOException {
    String url = TestDatabases.sqlite(folder);
    try (TaskStore store = TaskStore.open(url)) {
      SampleTasks.insert(store);
    }

    String picture =
        new TerminalPicture("The console lists tasks and shows statistics")
            .command("./console list", run(url, "list"))
            .command("./console stats", run(url, "stats"))
            .svg();

    if (RECORD) {
      Files.writeString(PICTURE, picture);
    }
    assertThat(Files.readString(PICTURE))
        .as(
            "%s differs from the output of the console. If that is intended, run"
                + " ./mvnw verify -pl examples/console -am -Dtest=ConsolePictureTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dtaskstore.picture.record=true",
            PICTURE)
        .isEqualTo(picture);
  }
}
