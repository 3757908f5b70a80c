package dev.taskstore.faults;

import dev.taskstore.TaskStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A PostgreSQL server that can be killed, stopped and restarted with the same directory and port.
 * It has the durability settings of a production server. All tests of this JVM share one server,
 * one after the other; it ends with the JVM.
 */
final class ServerProcess {

  private static final String USER = "postgres";
  private static final String ANY_PASSWORD = "ignored";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final class Shared {
    static final ServerProcess SERVER = create();
  }

  private final Path folder;
  private final Path executable;
  private final int port;
  private Process postmaster;

  private ServerProcess(Path folder, Path executable, int port) throws IOException {
    this.folder = folder;
    this.executable = executable;
    this.port = port;
    this.postmaster = launch();
  }

  /** Returns the running server of this JVM. */
  static ServerProcess shared() {
    Shared.SERVER.awaitReady();
    return Shared.SERVER;
  }

  private static ServerProcess create() {
    try {
      Path folder = Files.createTempDirectory("taskstore-server");
      Path executable = initialize(folder.resolve("data"));
      ServerProcess server = new ServerProcess(folder, executable, freePort());
      Runtime.getRuntime().addShutdownHook(new Thread(server::remove));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Creates the data directory with the embedded server, and returns the path of its program. */
  private static Path initialize(Path data) throws IOException {
    try (EmbeddedPostgres first =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .start()) {
      String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
      return ProcessHandle.of(Long.parseLong(pid))
          .flatMap(process -> process.info().command())
          .map(Path::of)
          .orElseThrow(() -> new IllegalStateException("Unknown process " + pid));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  private String url(String database) {
    return "jdbc:postgresql://localhost:" + port + "/" + database;
  }

  /** Opens a connection without the library. */
  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        url(database) + "?connectTimeout=2&socketTimeout=10", USER, ANY_PASSWORD);
  }

  /** Creates an empty database and returns its name. */
  String newDatabase() throws SQLException {
    String name = "faults_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = connect(USER);
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return name;
  }

  /** Returns a builder for a store on a database of this server. */
  TaskStore.Builder store(String database) {
    return TaskStore.builder().url(url(database)).credentials(USER, ANY_PASSWORD);
  }

  /** Returns a builder for a store that connects through another port. */
  TaskStore.Builder storeThrough(int otherPort, String database) {
    return TaskStore.builder()
        .url("jdbc:postgresql://localhost:" + otherPort + "/" + database)
        .credentials(USER, ANY_PASSWORD);
  }

  /** Returns the arguments for another process to open a store: URL, user and password. */
  List<String> address(String database) {
    return List.of(url(database), USER, ANY_PASSWORD);
  }

  /** Restarts the killed server without waiting until it accepts connections. */
  void start() {
    try {
      postmaster = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>();
    if (USER_IS_ROOT) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL does not run as root
    }
    command.addAll(
        List.of(executable.toString(), "-D", data().toString(), "-p", Integer.toString(port)));
    for (String setting :
        List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "listen_addresses=localhost",
            "unix_socket_directories=",
            "max_connections=100")) {
      command.addAll(List.of("-c", setting));
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
        .start();
  }

  private static final boolean USER_IS_ROOT = System.getProperty("user.name").equals("root");

  private Path data() {
    return folder.resolve("data");
  }

  private File log() {
    return folder.resolve("server.log").toFile();
  }

  /** Waits until the server accepts connections. */
  void awaitReady() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection connection = connect(USER)) {
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
  void kill() {
    List<Long> all = suspend();
    signal("KILL", all);
    try {
      postmaster.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    all.forEach(ServerProcess::awaitEnd);
  }

  /** Stops all processes of the server with SIGSTOP. Their connections remain open. */
  List<Long> suspend() {
    List<Long> all = new ArrayList<>(List.of(postmaster.pid()));
    signal("STOP", all);
    pause(1);
    List<Long> children = postmaster.toHandle().descendants().map(ProcessHandle::pid).toList();
    signal("STOP", children);
    all.addAll(children);
    return all;
  }

  /** Resumes the processes with SIGCONT. */
  void resume() {
    signal("CONT", postmaster.toHandle().descendants().map(ProcessHandle::pid).toList());
    signal("CONT", List.of(postmaster.pid()));
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

  private void remove() {
    resume();
    signal("INT", List.of(postmaster.pid()));
    try {
      if (!postmaster.waitFor(10, TimeUnit.SECONDS)) {
        kill();
      }
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException e) {
      System.out.println("The directory " + folder + " could not be removed: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits. */
  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
