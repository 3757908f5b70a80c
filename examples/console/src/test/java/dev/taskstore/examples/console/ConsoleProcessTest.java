package dev.taskstore.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program in processes of its own: under an ASCII locale, and by its launcher script. */
class ConsoleProcessTest {

  private static final String TITLE = "Grüße an 日本語 🚀";

  /** The options of the launcher. */
  private static final List<String> SHORT_RUN =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  @TempDir private Path folder;

  private ConsoleRun java(Map<String, String> variables, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHORT_RUN);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Console.class.getName());
    return run(command, variables, args);
  }

  private ConsoleRun run(List<String> command, Map<String, String> variables, String... args)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("--db", "jdbc:sqlite:" + folder.resolve("tasks.db")));
    words.addAll(List.of(args));
    // The test's own process may have an ASCII locale, in which it cannot pass these arguments.
    Path script = Files.createTempFile(folder, "run", ".sh");
    Files.writeString(
        script,
        words.stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" ", "exec ", "\n")));
    ProcessBuilder builder = new ProcessBuilder("sh", script.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().putAll(variables);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    int exitCode =
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
    return new ConsoleRun(exitCode, Files.readString(out), Files.readString(err));
  }

  /** Returns a copy of the launcher script, with a jar of this class path in its place. */
  private List<String> launcher() throws IOException {
    for (String source :
        List.of(
            "db",
            "core",
            "codegen",
            "transfer",
            "dialect-sqlite",
            "dialect-postgres",
            "examples/console")) {
      Files.createDirectories(folder.resolve(source));
    }
    Files.writeString(folder.resolve("pom.xml"), "");
    Path target = Files.createDirectories(folder.resolve("examples/console/target"));
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, Console.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream jar = Files.newOutputStream(target.resolve("console.jar"))) {
      new JarOutputStream(jar, manifest).close();
    }
    Path script = folder.resolve("console");
    Files.copy(Path.of("../../console"), script, StandardCopyOption.COPY_ATTRIBUTES);
    return List.of(script.toString());
  }

  @Test
  void theLauncherReadsAndWritesUtf8UnderAnAsciiLocale() throws IOException, InterruptedException {
    List<String> launcher = launcher();

    for (Map<String, String> locale :
        List.of(Map.of("LC_ALL", "C"), Map.of("LANG", "xx_XX.UTF-8"), Map.<String, String>of())) {
      assertThat(run(launcher, locale, "add", TITLE + locale).exitCode()).isZero();
    }
    ConsoleRun list = run(launcher, Map.of("LC_ALL", "POSIX"), "list");
    assertThat(list.err()).isEmpty();
    assertThat(list.out()).contains(TITLE + "{}", TITLE + "{LC_ALL=C}", TITLE + "{LANG=xx");
    Path file = folder.resolve("Grüße.txt");
    assertThat(run(launcher, Map.of("LC_ALL", "C"), "export", file.toString()).exitCode()).isZero();
    assertThat(Files.readString(file)).contains(TITLE);
  }

  @Test
  void withoutTheLauncherAnAsciiLocaleIsRefusedOnlyIfTextWouldBeLost()
      throws IOException, InterruptedException {
    Map<String, String> ascii = Map.of("LC_ALL", "C");

    ConsoleRun refused = java(ascii, "add", TITLE);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.err())
        .startsWith("console: An argument contains characters that the encoding of the locale, ")
        .contains("LC_ALL=C.UTF-8");
    assertThat(java(Map.of("LC_ALL", "C.UTF-8"), "add", TITLE).exitCode()).isZero();
    assertThat(java(ascii, "add", "Why?").exitCode()).isZero();
    assertThat(java(ascii, "list").out()).contains(TITLE, "Why?");
  }

  @Test
  void outputThatCannotBeWrittenIsAFailure() throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("full.sh"), "exec \"$@\" > /dev/full\n");
    List<String> command = new ArrayList<>(List.of("sh", script.toString()));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHORT_RUN);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Console.class.getName()));

    ConsoleRun run = run(command, Map.of("LC_ALL", "C.UTF-8"), "export");

    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err()).startsWith("console: standard output: ").hasLineCount(1);
  }
}
