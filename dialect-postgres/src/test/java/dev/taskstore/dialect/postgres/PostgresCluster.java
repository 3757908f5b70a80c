package dev.taskstore.dialect.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A primary and its streaming standbys from the embedded binaries, each with its own port and data
 * directory. Server 0 is the first primary; a promotion makes another one the {@linkplain
 * #primary() primary}. All servers contain the database and the role {@value #USER}, whose password
 * the servers check; the superuser {@code postgres} needs none.
 *
 * <p>Replication is asynchronous unless {@link #synchronous} changes it. {@code fsync} is off: a
 * killed server loses nothing, as the operating system keeps what it has written. Not thread-safe.
 */
public final class PostgresCluster implements AutoCloseable {

  /** The role of applications, and its database. */
  public static final String USER = "taskstore";

  /** The password of the role. */
  public static final String PASSWORD = "correct horse battery staple";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> SETTINGS =
      List.of(
          "fsync=off",
          "synchronous_commit=on",
          "shared_buffers=32MB",
          "max_connections=300",
          "wal_keep_size=256MB",
          "wal_retrieve_retry_interval=100ms",
          "scram_iterations=1");

  private static final String ACCESS =
      """
      host all postgres all trust
      host replication postgres all trust
      host all all all scram-sha-256
      """;

  private record Template(Path folder, Path executable) {}

  /** An initialized directory, whose copies are faster than new ones. */
  private static final class Shared {
    static final Template TEMPLATE = template();
  }

  private final Path folder;
  private final List<PostgresProcess> servers = new ArrayList<>();
  private final Thread hook = new Thread(this::end);
  private int primary;

  private PostgresCluster(Path folder) {
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts servers, and waits until all accept connections.
   *
   * @param standbys the number of standbys of server 0
   */
  public static PostgresCluster start(int standbys) {
    PostgresCluster cluster = new PostgresCluster(newFolder());
    try {
      for (int i = 0; i <= standbys; i++) {
        Path data = cluster.folder.resolve("server" + i);
        PostgresFolders.copy(Shared.TEMPLATE.folder(), data);
        int port = freePort();
        if (i > 0) {
          cluster.writeStandbySettings(data, i, 0);
        }
        cluster.servers.add(
            new PostgresProcess(Shared.TEMPLATE.executable(), data, port, SETTINGS));
      }
      cluster.servers.forEach(PostgresProcess::awaitReady);
      for (int i = 1; i <= standbys; i++) {
        cluster.awaitStreaming(i);
      }
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private static Template template() {
    Path folder = newFolder();
    Path data = folder.resolve("template");
    try {
      EmbeddedPostgres first =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setServerConfig("scram_iterations", "1")
              .start();
      Path executable;
      try (first;
          Connection connection = first.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE ROLE " + USER + " LOGIN CREATEDB PASSWORD '" + PASSWORD + "'");
        statement.execute("CREATE DATABASE " + USER + " OWNER " + USER);
        executable = executable(data);
      }
      Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> PostgresFolders.delete(folder)));
      return new Template(data, executable);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("No PostgreSQL for the tests", e);
    }
  }

  private static Path executable(Path data) throws IOException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
    return ProcessHandle.of(Long.parseLong(pid))
        .flatMap(process -> process.info().command())
        .map(Path::of)
        .orElseThrow(() -> new IllegalStateException("Unknown process " + pid));
  }

  private static Path newFolder() {
    try {
      Optional<Path> memory = PostgresServerMemory.newFolder();
      return memory.isPresent()
          ? Files.createDirectories(memory.get())
          : Files.createTempDirectory("taskstore-cluster");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the number of the primary. */
  public int primary() {
    return primary;
  }

  /** Returns the number of servers. */
  public int size() {
    return servers.size();
  }

  /** Returns the port of a server. */
  public int port(int server) {
    return servers.get(server).port();
  }

  /** Returns the URL of the application's database on the primary. */
  public String primaryUrl() {
    return url(primary);
  }

  /** Returns the URL of the application's database on a server. */
  public String url(int server) {
    return "jdbc:postgresql://localhost:" + port(server) + "/" + USER;
  }

  /** Returns the URL of the application's database with all servers, in the order of numbers. */
  public String multiHostUrl() {
    return IntStream.range(0, servers.size())
        .mapToObj(server -> "localhost:" + port(server))
        .collect(Collectors.joining(",", "jdbc:postgresql://", "/" + USER));
  }

  /** Opens a connection of the superuser to the application's database. */
  public Connection connect(int server) throws SQLException {
    return servers.get(server).connect(USER);
  }

  /** Runs statements as the superuser in the application's database, each in auto-commit mode. */
  public void execute(int server, String... statements) {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the first column of the first row of a query of the superuser; null without a row. */
  public @Nullable String query(int server, String sql) {
    try (Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isTrue(int server, String condition) {
    return "t".equals(query(server, "SELECT " + condition));
  }

  /** Changes a setting of a server without a restart, and waits until new sessions have it. */
  public void set(int server, String name, String value) {
    execute(server, "ALTER SYSTEM SET " + name + " = '" + value + "'", "SELECT pg_reload_conf()");
    await(name + " of server " + server, () -> value.equals(query(server, "SHOW " + name)));
  }

  /**
   * Determines whether the primary acknowledges a commit after a standby has written it to its
   * write-ahead log. A promoted server is asynchronous until this method is called again.
   */
  public void synchronous(boolean synchronous) {
    set(primary, "synchronous_standby_names", synchronous ? "*" : "");
    if (synchronous) {
      await(
          "a synchronous standby",
          () -> isTrue(primary, "count(*) > 0 FROM pg_stat_replication WHERE sync_state = 'sync'"));
    }
  }

  /**
   * Promotes a standby, which becomes the {@linkplain #primary() primary}, and waits until it
   * accepts writes. The old primary is not changed.
   */
  public void promote(int standby) {
    execute(standby, "SELECT pg_promote(true, 60)");
    await("the promotion of server " + standby, () -> !isTrue(standby, "pg_is_in_recovery()"));
    primary = standby;
  }

  /** Kills all processes of a server at once, as in a crash of its machine. */
  public void kill(int server) {
    servers.get(server).kill();
  }

  /** Stops all processes of a server with SIGSTOP. Its connections remain open. */
  public void freeze(int server) {
    servers.get(server).suspend();
  }

  /** Resumes a frozen server. */
  public void thaw(int server) {
    servers.get(server).resume();
  }

  /** Ends a server as an administrator does: it disconnects its clients. */
  public void stop(int server) {
    servers.get(server).stop();
  }

  /** Starts a server that has ended, and waits until it accepts connections. */
  public void restart(int server) {
    servers.get(server).start();
    servers.get(server).awaitReady();
  }

  /** Stops the replay on a standby, which continues to receive. */
  public void pauseReplay(int standby) {
    execute(standby, "SELECT pg_wal_replay_pause()");
    await(
        "the pause of server " + standby,
        () -> isTrue(standby, "pg_get_wal_replay_pause_state() = 'paused'"));
  }

  /** Continues the replay on a standby. */
  public void resumeReplay(int standby) {
    execute(standby, "SELECT pg_wal_replay_resume()");
  }

  /** Makes a standby follow another server. Does not wait. */
  public void follow(int standby, int server) {
    set(standby, "primary_conninfo", connection(standby, server));
  }

  /**
   * Ends a server that is a primary, and restarts it as a standby of another server at the same
   * address, which it can follow because it has ended before that one was promoted.
   *
   * @param server the server to demote
   * @param standby the server to promote
   */
  public void switchOver(int server, int standby) {
    stop(server);
    promote(standby);
    writeStandbySettings(servers.get(server).data(), server, standby);
    restart(server);
    awaitStreaming(server);
  }

  /**
   * Replaces the data of a server by a copy of the primary's, and starts it as a standby of the
   * primary. A server that runs is killed first.
   */
  public void rebuild(int server) {
    PostgresProcess process = servers.get(server);
    process.end();
    PostgresFolders.delete(process.data());
    try (Connection connection = connect(primary);
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('copy', true)");
      PostgresFolders.copyRunning(servers.get(primary).data(), process.data());
      try (ResultSet row = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
        row.next();
        Files.writeString(process.data().resolve("backup_label"), row.getString(1));
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
    writeStandbySettings(process.data(), server, primary);
    restart(server);
    awaitStreaming(server);
  }

  private void writeStandbySettings(Path data, int number, int source) {
    try {
      Files.writeString(
          data.resolve("postgresql.auto.conf"),
          "primary_conninfo = '" + connection(number, source) + "'\n");
      Files.writeString(data.resolve("standby.signal"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String connection(int number, int source) {
    return String.format(
        Locale.ROOT,
        "host=localhost port=%d user=postgres application_name=server%d",
        port(source),
        number);
  }

  /** Waits until a standby receives changes. */
  public void awaitStreaming(int standby) {
    await(
        "server " + standby + " to receive changes",
        () -> isTrue(standby, "count(*) > 0 FROM pg_stat_wal_receiver WHERE status = 'streaming'"));
  }

  /** Waits until a standby has replayed all that the primary has written until now. */
  public void awaitCaughtUp(int standby) {
    String written = query(primary, "SELECT pg_current_wal_insert_lsn()");
    await(
        "server " + standby + " to replay",
        () -> isTrue(standby, "pg_last_wal_replay_lsn() >= '" + written + "'::pg_lsn"));
  }

  /** Returns the timeline on which a primary writes, or from which a standby receives. */
  public int timeline(int server) {
    String sql =
        isTrue(server, "pg_is_in_recovery()")
            ? "SELECT coalesce((SELECT received_tli FROM pg_stat_wal_receiver),"
                + " (SELECT timeline_id FROM pg_control_checkpoint()))"
            : "SELECT ('x' || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8))"
                + "::bit(32)::int";
    return Integer.parseInt(String.valueOf(query(server, sql)));
  }

  /** Ends all servers and removes their data. */
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    end();
  }

  private void end() {
    servers.forEach(PostgresProcess::end);
    PostgresFolders.delete(folder);
  }

  @FunctionalInterface
  private interface Condition {
    boolean isTrue();
  }

  private static void await(String what, Condition condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.isTrue()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("Waited too long for " + what);
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
