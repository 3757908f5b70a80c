package dev.taskstore.dialect.postgres;

import dev.taskstore.dialect.tck.TckDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL server that all tests of this JVM share: the one that {@code -Dtaskstore.tck.url}
 * names with {@code taskstore.tck.user} and {@code taskstore.tck.password}, else one in a container
 * where Docker runs, else embedded binaries. Passwords are checked by all of them. What {@code
 * taskstore.tck.parameters} says, as in "prepareThreshold=0", is added to the URLs of the
 * databases.
 *
 * @param url the URL of a database from which others can be created, without parameters
 * @param user a user who may create databases
 * @param password the user's password
 * @param parameters the default for {@code taskstore.tck.parameters}
 */
public record PostgresServer(String url, String user, String password, String parameters) {

  private static final String IMAGE = "postgres:18";
  private static final String USER = "taskstore";
  private static final String PASSWORD = "correct horse battery staple";

  private static final class Shared {
    static final PostgresServer SERVER = start();
  }

  /**
   * The server.
   *
   * @return the one of this JVM, started by the first call
   */
  public static PostgresServer shared() {
    return Shared.SERVER;
  }

  private static PostgresServer start() {
    String url = System.getProperty("taskstore.tck.url", "");
    if (!url.isEmpty()) {
      return new PostgresServer(
          url,
          System.getProperty("taskstore.tck.user", ""),
          System.getProperty("taskstore.tck.password", ""),
          "");
    }
    try {
      if (DockerClientFactory.instance().isDockerAvailable()) {
        return startContainer();
      }
    } catch (RuntimeException e) {
      System.out.println("No container could be started, embedded PostgreSQL is used: " + e);
    }
    try {
      return startEmbedded();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("No PostgreSQL for the tests", e);
    }
  }

  /** The container ends with the JVM, by the hand of Testcontainers. */
  @SuppressWarnings("resource")
  private static PostgresServer startContainer() {
    PostgreSQLContainer container =
        new PostgreSQLContainer(IMAGE)
            .withUsername(USER)
            .withPassword(PASSWORD)
            .withUrlParam("loggerLevel", "OFF");
    container.start();
    // The containers of some build servers run on another host, without TLS.
    return new PostgresServer(
        container.getJdbcUrl().replaceFirst("[?].*", ""), USER, PASSWORD, "sslmode=disable");
  }

  private static PostgresServer startEmbedded() throws IOException, SQLException {
    EmbeddedPostgres postgres = embedded();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + USER + " LOGIN CREATEDB PASSWORD '" + PASSWORD + "'");
      requirePasswords(statement);
    }
    return new PostgresServer(
        "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", USER, PASSWORD, "");
  }

  /**
   * Starts embedded binaries. Hashing passwords with the default number of iterations takes most of
   * the time of tests that open many connections.
   */
  static EmbeddedPostgres embedded() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setServerConfig("scram_iterations", "1");
    Optional<Path> memory = PostgresServerMemory.newFolder();
    if (memory.isPresent()) {
      builder.setDataDirectory(memory.get()).setServerConfig("max_wal_size", "128MB");
    }
    return builder.start();
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      System.out.println("The embedded PostgreSQL could not be stopped: " + e);
    }
  }

  /** The embedded server accepts every role without a password unless pg_hba.conf is replaced. */
  private static void requirePasswords(Statement statement) throws IOException, SQLException {
    Path file;
    try (ResultSet resultSet = statement.executeQuery("SHOW hba_file")) {
      resultSet.next();
      file = Path.of(resultSet.getString(1));
    }
    Files.writeString(file, "host all postgres all trust\nhost all all all scram-sha-256\n");
    statement.execute("SELECT pg_reload_conf()");
  }

  /**
   * Creates a database.
   *
   * @param options further options of CREATE DATABASE
   * @return the database, removed when it is closed
   * @throws SQLException when the server refuses
   */
  public TckDatabase newDatabase(String options) throws SQLException {
    return create("TEMPLATE template0 ENCODING 'UTF8' " + options);
  }

  /**
   * Copies a database.
   *
   * @param database one of this server to which nobody is connected
   * @return the copy, removed when it is closed
   * @throws SQLException when the server refuses
   */
  public TckDatabase copyOf(TckDatabase database) throws SQLException {
    String name = database.url().substring(database.url().lastIndexOf('/') + 1);
    return create("TEMPLATE " + name.replaceFirst("[?].*", ""));
  }

  private TckDatabase create(String options) throws SQLException {
    String name = "tck_" + UUID.randomUUID().toString().replace("-", "");
    execute("CREATE DATABASE " + name + " " + options);
    String server = url.substring(0, url.lastIndexOf('/') + 1);
    String added = System.getProperty("taskstore.tck.parameters", parameters);
    return new TckDatabase(
        server + name + (added.isEmpty() ? "" : "?" + added), user, password, () -> drop(name));
  }

  /**
   * Without FORCE: that one refuses whoever is no superuser while autovacuum works in the database,
   * and it would hide connections that a test has leaked. The server waits some seconds for
   * sessions that are about to end.
   */
  private void drop(String name) {
    try {
      execute("DROP DATABASE IF EXISTS " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("The database " + name + " cannot be dropped", e);
    }
  }

  /** Returns a database as the driver opens it for reading only. */
  static TckDatabase readOnly(TckDatabase target) {
    String separator = target.url().indexOf('?') < 0 ? "?" : "&";
    return new TckDatabase(
        target.url() + separator + "readOnly=true", target.user(), target.password(), () -> {});
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
