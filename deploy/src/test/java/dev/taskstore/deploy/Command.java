package dev.taskstore.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs programs to their end. */
final class Command {

  private Command() {}

  /** Runs a program that must succeed, and returns its output. */
  static String run(String... command) {
    return run(new ProcessBuilder(command));
  }

  /** Runs a program that must succeed, and returns its output. */
  static String run(ProcessBuilder builder) {
    try {
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("%s: %s", builder.command(), output).isZero();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a command that runs as root. */
  static List<String> asRoot() {
    return System.getProperty("user.name").equals("root") ? List.of() : List.of("sudo", "-n");
  }
}
