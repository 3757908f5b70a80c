package dev.taskstore.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A Java process with the class path of this one. Its output is read line by line. */
final class ChildProcess implements AutoCloseable {

  /** The time limit for everything that should take seconds. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Thread reader;
  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  private ChildProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "lines of process " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a class with options for a fast start.
   *
   * @param scratch a folder for files that a killed process leaves behind
   */
  static ChildProcess start(Class<?> main, Path scratch, String... arguments) {
    return start(List.of(), main, scratch, arguments);
  }

  /** Starts a class through a launcher command, which runs the command that follows it. */
  static ChildProcess start(
      List<String> launcher, Class<?> main, Path scratch, String... arguments) {
    List<String> command = new ArrayList<>(launcher);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx256m"));
    command.add("-Dorg.sqlite.tmpdir=" + scratch);
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(ChildClasses.options());
    command.add(main.getName());
    command.addAll(List.of(arguments));
    try {
      return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("The output ended with an exception: " + e);
    } finally {
      end();
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Returns the complete messages of {@link ProcessMessages} so far. */
  synchronized List<String> messages() {
    return lines.stream()
        .filter(ProcessMessages::isComplete)
        .map(ProcessMessages::withoutMarks)
        .toList();
  }

  /** Waits for a message and returns it. */
  synchronized String await(Predicate<String> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      for (String message : messages()) {
        if (wanted.test(message)) {
          return message;
        }
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (ended || millis <= 0) {
        throw new AssertionError(
            "The process did not send the message:\n" + String.join("\n", lines));
      }
      wait(millis);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Returns the complete output of the process. */
  synchronized String output() {
    return String.join("\n", lines);
  }

  /**
   * Kills the process with SIGKILL and waits for its end.
   *
   * @return whether it was alive before
   */
  boolean kill() throws InterruptedException {
    process.destroyForcibly();
    int killed = 128 + 9;
    boolean wasAlive = awaitEnd() == killed;
    return wasAlive;
  }

  /** Waits until the process exits, and returns its exit code. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("The process does not exit:\n" + output());
    }
    reader.join(PATIENCE.toMillis());
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
