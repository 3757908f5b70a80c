package dev.taskstore.dialect.postgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A PostgreSQL server that can be killed, frozen, stopped and restarted with the same data
 * directory and port.
 */
public final class PostgresProcess {

  private static final boolean USER_IS_ROOT = System.getProperty("user.name").equals("root");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path executable;
  private final Path data;
  private final int port;
  private final List<String> settings;
  private Process postmaster;

  /**
   * Starts a server without waiting until it accepts connections.
   *
   * @param executable the program {@code postgres}
   * @param data an initialized data directory
   * @param port the port, which must be free
   * @param settings settings in the form "name=value", in addition to the address
   */
  public PostgresProcess(Path executable, Path data, int port, List<String> settings) {
    this.executable = executable;
    this.data = data;
    this.port = port;
    this.settings = List.copyOf(settings);
    this.postmaster = launch();
  }

  private Process launch() {
    List<String> command = new ArrayList<>();
    if (USER_IS_ROOT) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL does not run as root
    }
    command.addAll(List.of(executable.toString(), "-D", data.toString(), "-p", "" + port));
    List<String> all = new ArrayList<>(settings);
    all.addAll(List.of("listen_addresses=localhost", "unix_socket_directories="));
    all.forEach(setting -> command.addAll(List.of("-c", setting)));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private File log() {
    return data.resolveSibling(data.getFileName() + ".log").toFile();
  }

  /** Returns the port. */
  public int port() {
    return port;
  }

  /** Returns the data directory. */
  public Path data() {
    return data;
  }

  /** Starts the ended server again without waiting until it accepts connections. */
  public void start() {
    if (postmaster.isAlive()) {
      throw new IllegalStateException("The server of port " + port + " runs already");
    }
    postmaster = launch();
  }

  /**
   * Opens a connection as the superuser, who needs no password.
   *
   * @param database the name of a database
   */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:"
            + port
            + "/"
            + database
            + "?connectTimeout=2&socketTimeout=30&ApplicationName=test",
        "postgres",
        "ignored");
  }

  /** Waits until the server accepts connections. */
  public void awaitReady() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection connection = connect("postgres")) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException e) {
        if (!postmaster.isAlive() || System.nanoTime() > deadline) {
          throw new IllegalStateException("The server does not start, see " + log(), e);
        }
      }
      pause(20);
    }
  }

  /** Kills all processes of the server at once, as in a crash of the machine. */
  public void kill() {
    List<Long> all = suspend();
    signal("KILL", all);
    try {
      postmaster.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    all.forEach(PostgresProcess::awaitEnd);
  }

  /**
   * Stops all processes of the server with SIGSTOP. Their connections remain open.
   *
   * @return the processes
   */
  public List<Long> suspend() {
    List<Long> all = new ArrayList<>(List.of(postmaster.pid()));
    signal("STOP", all);
    pause(1);
    List<Long> children = postmaster.toHandle().descendants().map(ProcessHandle::pid).toList();
    signal("STOP", children);
    all.addAll(children);
    return all;
  }

  /** Resumes the processes with SIGCONT. */
  public void resume() {
    signal("CONT", postmaster.toHandle().descendants().map(ProcessHandle::pid).toList());
    signal("CONT", List.of(postmaster.pid()));
  }

  /** Ends the server as {@code pg_ctl stop -m fast} does: it disconnects its clients. */
  public void stop() {
    resume();
    signal("INT", List.of(postmaster.pid()));
    try {
      if (!postmaster.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends the server if it runs, without waiting for anything that it does. */
  public void end() {
    if (postmaster.isAlive()) {
      kill();
    }
  }

  private static void signal(String name, List<Long> processes) {
    if (processes.isEmpty()) {
      return;
    }
    String all = processes.stream().map(String::valueOf).collect(Collectors.joining(" "));
    try {
      // Ignores the exit code, as a process may have exited in between.
      new ProcessBuilder("sh", "-c", "kill -s " + name + " " + all)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void awaitEnd(long process) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (isRunning(process)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The process " + process + " does not end");
      }
      pause(5);
    }
  }

  /** A terminated process that its new parent does not reap remains in the list as a zombie. */
  private static boolean isRunning(long process) {
    try {
      String state = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
      return state.charAt(state.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
