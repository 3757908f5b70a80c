package dev.taskstore.faults;

import dev.taskstore.TaskStore;
import dev.taskstore.dialect.postgres.PostgresProcess;
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
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A PostgreSQL server that can be killed, stopped and restarted with the same directory and port.
 * It has the durability settings of a production server. All tests of this JVM share one server,
 * one after the other; it ends with the JVM.
 */
final class ServerProcess {

  private static final String USER = "postgres";
  private static final String ANY_PASSWORD = "ignored";
  private static final List<String> DURABLE =
      List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on", "max_connections=100");

  private static final class Shared {
    static final ServerProcess SERVER = create();
  }

  private final Path folder;
  private final PostgresProcess server;

  private ServerProcess(Path folder, Path executable, int port) {
    this.folder = folder;
    this.server = new PostgresProcess(executable, folder.resolve("data"), port, DURABLE);
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
    return server.port();
  }

  private String url(String database) {
    return "jdbc:postgresql://localhost:" + port() + "/" + database;
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
    server.start();
  }

  /** Waits until the server accepts connections. */
  void awaitReady() {
    server.awaitReady();
  }

  /** Kills all processes of the server at once, as in a crash of the machine. */
  void kill() {
    server.kill();
  }

  /** Stops all processes of the server with SIGSTOP. Their connections remain open. */
  List<Long> suspend() {
    return server.suspend();
  }

  /** Resumes the processes with SIGCONT. */
  void resume() {
    server.resume();
  }

  private void remove() {
    server.stop();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      System.out.println("The directory " + folder + " could not be removed: " + e);
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
