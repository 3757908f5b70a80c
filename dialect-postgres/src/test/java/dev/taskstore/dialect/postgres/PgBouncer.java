package dev.taskstore.dialect.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** PgBouncer in transaction mode, in front of a server that trusts its clients. */
final class PgBouncer implements AutoCloseable {

  private static final String PROGRAM = "pgbouncer";
  private static final int ATTEMPTS = 200;
  private static final int PAUSE_MILLIS = 50;

  private final Process process;
  private final Path folder;
  private final int port;

  private PgBouncer(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts the program, which must be installed.
   *
   * @param url the JDBC URL of a database
   * @param serverConnections the number of connections to the server
   * @param roles the roles that connect
   */
  static PgBouncer start(String url, int serverConnections, List<String> roles)
      throws IOException, InterruptedException {
    Path program =
        installed()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "This test requires PgBouncer: apt-get install pgbouncer"));
    URI server = URI.create(url.replaceFirst("^jdbc:", ""));
    Path folder = Files.createTempDirectory("pgbouncer");
    // PgBouncer reads its files as another user.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    int port = freePort();
    StringBuilder users = new StringBuilder();
    roles.forEach(role -> users.append('"').append(role).append("\" \"\"\n"));
    Files.writeString(folder.resolve("users.txt"), users, UTF_8);
    Files.writeString(
        folder.resolve("pgbouncer.ini"),
        """
        [databases]
        * = host=%s port=%d
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = trust
        auth_file = %s
        pool_mode = transaction
        default_pool_size = %d
        max_client_conn = 200
        ignore_startup_parameters = extra_float_digits
        logfile = %s
        """
            .formatted(
                server.getHost(),
                server.getPort(),
                port,
                folder.resolve("users.txt"),
                serverConnections,
                folder.resolve("pgbouncer.log")),
        UTF_8);
    List<String> command = new ArrayList<>(List.of(program.toString(), "-q"));
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("-u", "nobody"));
    }
    command.add(folder.resolve("pgbouncer.ini").toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    PgBouncer started = new PgBouncer(process, folder, port);
    started.awaitPort();
    return started;
  }

  private static Optional<Path> installed() {
    Stream<String> path = Stream.of(System.getenv("PATH").split(File.pathSeparator));
    return Stream.concat(path, Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitPort() throws IOException, InterruptedException {
    for (int i = 0; i < ATTEMPTS && process.isAlive(); i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    String output = Files.readString(folder.resolve("output.txt"));
    close();
    throw new IllegalStateException("PgBouncer did not start: " + output);
  }

  /** Returns the URL of a database through the pooler. */
  String urlOf(String direct) {
    return direct.replaceFirst("//[^/]*/", "//localhost:" + port + "/");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
