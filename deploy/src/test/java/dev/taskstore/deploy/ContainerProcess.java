package dev.taskstore.deploy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A process in the file system of an image: with another root folder, which it cannot write, with
 * the folders of its volumes, as the user of its pod and without capabilities. It shares the
 * network and the limits of this machine; there is no container runtime.
 */
final class ContainerProcess implements AutoCloseable {

  /** Mounts in a namespace of its own: the root folder, then folders, then enters it. */
  private static final String SCRIPT =
      """
      set -eu
      root=$1 user=$2
      shift 2
      mount --bind "$root" "$root"
      mount -t proc proc "$root/proc"
      mount --rbind /dev "$root/dev"
      while [ "$1" != -- ]; do
        mount --bind "$1" "$root$2"
        if [ "$3" = ro ]; then
          mount -o remount,bind,ro "$root$2"
        fi
        shift 3
      done
      shift
      mount -o remount,bind,ro "$root"
      exec env -i "$@"
      """;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Thread reader;
  private final List<String> lines = new ArrayList<>();

  private ContainerProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "lines of process " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** A folder of this machine in the file system of the container. */
  record Mount(Path source, String target, boolean isReadOnly) {}

  /** Starts a command of an image. */
  static ContainerProcess start(
      Image image,
      List<String> arguments,
      Map<String, String> variables,
      String user,
      List<Mount> mounts) {
    List<String> command = new ArrayList<>(Command.asRoot());
    command.addAll(List.of("unshare", "--mount", "bash", "-c", SCRIPT, "container"));
    command.addAll(List.of(image.root().toString(), user));
    mkdir(image.root(), List.of("/proc", "/dev"));
    mkdir(image.root(), mounts.stream().map(Mount::target).toList());
    for (Mount mount : mounts) {
      command.add(mount.source().toString());
      command.add(mount.target());
      command.add(mount.isReadOnly() ? "ro" : "rw");
    }
    command.add("--");
    Map<String, String> environment = new TreeMap<>(image.environment());
    environment.putAll(variables);
    environment.forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(List.of("/usr/bin/setpriv", "--no-new-privs"));
    command.addAll(List.of("/usr/sbin/chroot", "--userspec=" + user, "--groups="));
    command.add(image.root().toString());
    command.addAll(image.entrypoint());
    command.addAll(arguments);
    try {
      return new ContainerProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void mkdir(Path root, List<String> folders) {
    List<String> command = new ArrayList<>(Command.asRoot());
    command.addAll(List.of("mkdir", "-p"));
    folders.forEach(folder -> command.add(root + folder));
    Command.run(new ProcessBuilder(command));
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
    }
  }

  private synchronized void add(String line) {
    lines.add(line);
  }

  /** Returns all lines until now. */
  synchronized String output() {
    return String.join("\n", lines);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** Returns a value of {@code /proc/PID/status}. */
  String status(String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip().replaceAll("\\s+", " "))
        .findFirst()
        .orElseThrow();
  }

  /** Sends SIGTERM, as the kubelet does. */
  void terminate() {
    process.destroy();
  }

  /** Waits for the end and returns the exit code. */
  int await() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The process did not end: " + output());
    }
    reader.join(PATIENCE.toMillis());
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }
}
