package dev.taskstore.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.SpringApplicationAotProcessor;

/** The application of docs/spring.md, processed ahead of time. */
class AheadOfTimeTest {

  private static final String APPLICATION = "dev.taskstore.spring.boot.guide.TasksApplication";

  @TempDir private Path folder;

  @Test
  void anApplicationThatWasProcessedAheadOfTimeRuns() throws Exception {
    Path sources = folder.resolve("sources");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    SpringApplicationAotProcessor.main(
        new String[] {
          APPLICATION,
          sources.toString(),
          folder.resolve("resources").toString(),
          classes.toString(),
          "dev.taskstore",
          "tasks",
          "--spring.main.web-application-type=none",
          "--taskstore.url=jdbc:sqlite:" + folder.resolve("processed.db")
        });
    assertThat(folder.resolve("processed.db"))
        .as("a database that processing opened")
        .doesNotExist();
    compile(sources, classes);

    String output = run(classes);
    assertThat(output).contains("Starting AOT-processed TasksApplication", "1 task of ada");
  }

  private static void compile(Path sources, Path classes) throws IOException {
    String classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
    List<String> arguments;
    try (Stream<Path> files = Files.walk(sources)) {
      arguments =
          Stream.concat(
                  Stream.of("-nowarn", "-proc:none", "-d", classes.toString(), "-cp", classPath),
                  files.map(Path::toString).filter(file -> file.endsWith(".java")))
              .toList();
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
  }

  private String run(Path classes) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dspring.aot.enabled=true",
                "-cp",
                classes + File.pathSeparator + System.getProperty("java.class.path"),
                APPLICATION,
                "--spring.main.web-application-type=none",
                "--logging.level.dev.taskstore.spring.boot.guide=info",
                "--taskstore.url=jdbc:sqlite:" + folder.resolve("tasks.db"))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int status = process.waitFor();
    String text = Files.readString(output);
    assertThat(status).as(text).isZero();
    return text;
  }

  @Test
  void changelogsAndProxiesHaveHints() {
    RuntimeHints hints = new RuntimeHints();
    new TaskStoreRuntimeHints().registerHints(hints, null);
    assertThat(
            RuntimeHintsPredicates.resource()
                .forResource("dev/taskstore/core/change-log/master.xml"))
        .accepts(hints);
    assertThat(RuntimeHintsPredicates.proxies().forInterfaces(java.sql.Statement.class))
        .accepts(hints);
  }
}
