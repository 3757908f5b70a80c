package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.NewerSchemaException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.UnknownChangeSets;
import dev.taskstore.db.security.RolePrivileges;
import dev.taskstore.schema.DefaultSchema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each reason for which a database cannot be opened is reported with host, port and database or
 * with the setting, and without secrets. The server belongs to this test, which changes its access
 * rules.
 */
class PostgresOpeningTest {

  private static final String SECRET = "s3cr3t";

  private static EmbeddedPostgres server;
  private static String address;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = PostgresServer.embedded();
    address = "localhost:" + server.getPort();
    asSuperuser(
        "postgres",
        "CREATE ROLE owner LOGIN PASSWORD '" + SECRET + "'",
        "CREATE ROLE tls_only LOGIN PASSWORD '" + SECRET + "'",
        "CREATE ROLE limited LOGIN CONNECTION LIMIT 0 PASSWORD '" + SECRET + "'",
        "CREATE ROLE app LOGIN PASSWORD '" + SECRET + "'",
        "CREATE DATABASE tasks OWNER owner TEMPLATE template0 ENCODING 'UTF8'",
        "CREATE DATABASE latin OWNER owner TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'");
    requirePasswords();
  }

  private static void requirePasswords() throws IOException, SQLException {
    try (Connection connection = superuser("postgres");
        Statement statement = connection.createStatement()) {
      try (ResultSet file = statement.executeQuery("SHOW hba_file")) {
        file.next();
        Files.writeString(
            Path.of(file.getString(1)),
            """
            host all postgres all trust
            hostssl all tls_only all scram-sha-256
            host all owner,limited,app all scram-sha-256
            """);
      }
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  private static Connection superuser(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + address + "/" + database, "postgres", "");
  }

  private static void asSuperuser(String database, String... statements) throws SQLException {
    try (Connection connection = superuser(database);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String url(String database) {
    return "jdbc:postgresql://" + address + "/" + database;
  }

  private static TaskStore.Builder as(String user, String database) {
    return TaskStore.builder().url(url(database)).credentials(user, SECRET);
  }

  private static Throwable refused(TaskStore.Builder builder) {
    return Refusals.refused(builder, SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "sslmode=require, SSL",
    "sslmode=bogus, sslmode",
    "socketTimeout=abc, socketTimeout",
    "targetServerType=bogus, targetServerType",
    "options=-c%20TimeZone=Mars, TimeZone",
    "options=-c%20no_such_setting=1, no_such_setting",
    "socketFactory=no.Such, SocketFactory",
    "autosave=bogus, BOGUS",
    "maxResultBuffer=abc, axResultBuffer",
    "user=nobody&password=s3cr3t, nobody",
  })
  void aWrongSettingIsNamed(String setting, String named) {
    assertThat(refused(as("owner", "tasks?" + setting)))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(address + "/tasks")
        .hasMessageContaining(named);
  }

  @Test
  void connectionsAreMadeWhenTheyAreNeeded() throws Exception {
    String sql =
        "SELECT count(*) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND backend_type = 'client backend'";
    TaskStore.Builder builder = as("owner", newDatabase());
    builder.open().close(); // migrates, with further connections
    try (TaskStore store = builder.open()) {
      Thread.sleep(300); // pools make connections in the background
      assertThat(store.dsl().fetchSingle(sql).get(0)).isEqualTo(1L);
      store.transaction(
          tx -> {
            tx.users().count();
            assertThat(otherThread(() -> store.dsl().fetchSingle(sql).get(0))).isNotEqualTo(1L);
          });
    }
  }

  private static Object otherThread(Callable<?> call) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      return thread.submit(call).get();
    } finally {
      thread.shutdown();
    }
  }

  @Test
  void aMissingPasswordIsNamed() {
    assertThat(refused(TaskStore.builder().url(url("tasks?user=owner"))))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(address + "/tasks")
        .hasMessageContaining("no password was provided")
        .hasMessageContaining("credentials(");
  }

  @Test
  void anAtSignInAParameterDoesNotHideTheServer() {
    assertThat(refused(TaskStore.builder().url(url("tasks?user=owner&password=" + SECRET + "@x"))))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(address + "/tasks")
        .hasMessageNotContaining("...");
  }

  /** The driver logs its URL at the level FINE. */
  @Test
  void aPasswordInTheUrlIsUsedAndNeverLogged() throws SQLException {
    String url = url(newDatabase() + "?user=owner&password=" + SECRET + "&ApplicationName=app");
    try (LogRecorder log = LogRecorder.start();
        TaskStore store = TaskStore.builder().url(url).open()) {
      assertThat(store.users().count()).isZero();
      assertThat(store.dsl().fetchSingle("show application_name").get(0)).isEqualTo("app");
      assertThat(log.text()).contains("Connecting with URL").doesNotContain(SECRET);
    }
  }

  @Test
  void aWrongPasswordIsNotShown() {
    assertThat(refused(TaskStore.builder().url(url("tasks")).credentials("owner", SECRET + "!")))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(address + "/tasks")
        .hasMessageContaining("password authentication failed")
        .hasMessageContaining("Check user and password");
  }

  @Test
  void aRoleThatRequiresTlsIsNamed() {
    assertThat(refused(as("tls_only", "tasks")))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(address + "/tasks")
        .hasMessageContaining("no pg_hba.conf entry")
        .hasMessageContaining("sslmode=verify-full");
  }

  @Test
  void aMissingDatabaseIsNamed() {
    assertThat(refused(as("owner", "nosuch")))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(address + "/nosuch")
        .hasMessageContaining("Create it");
  }

  @Test
  void anEncodingThatCannotHoldAllTextIsNamed() {
    assertThat(refused(as("owner", "latin")))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(address + "/latin")
        .hasMessageContaining("UTF8");
  }

  @Test
  void aTimeZoneThatTheServerDoesNotHaveIsNamed() {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(new SimpleTimeZone(3_600_000, "Mars/Phobos"));
    try {
      assertThat(refused(as("owner", "tasks")))
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining(address + "/tasks")
          .hasMessageContaining("Mars/Phobos")
          .hasMessageContaining("-Duser.timezone");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void tooManyConnectionsMayPass() {
    assertThat(refused(as("limited", "tasks")))
        .isInstanceOf(ConnectionLostException.class)
        .hasMessageContaining(address + "/tasks")
        .hasMessageContaining("too many connections")
        .hasMessageContaining("maximumPoolSize");
  }

  @Test
  void aPasswordInTheNameOfTheDatabaseIsNotShown() {
    Throwable refused =
        catchThrowable(
            () -> TaskStore.builder().url(url("nosuch#password=" + SECRET)).open().close());

    assertThat(refused).isInstanceOf(DatabaseOpenException.class);
    assertThat(Refusals.everythingIn(refused)).contains(address).doesNotContain(SECRET);
  }

  @Test
  void aPasswordInTheUrlThatIsNotEncodedIsRefusedWithoutIt() {
    assertThat(refused(TaskStore.builder().url(url("tasks?user=owner&password=%" + SECRET))))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(address + "/tasks")
        .hasMessageContaining("the value of the parameter password")
        .hasMessageContaining("Write %25");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://u:s3cr3t@127.0.0.1/x",
        "jdbc:postgresql://u:s3cr3t@127.0.0.1:1/x?password=s3cr3t",
        "jdbc:postgresql://s3cr3t@127.0.0.1/x",
        "jdbc:postgresql://127.0.0.1:abc/x?password=s3cr3t",
        "jdbc:postgresql:/127.0.0.1/x?user=u&password=s3cr3t",
        "jdbc:postgresql://127.0.0.1?user=u&password=s3cr3t",
        "jdbc:postgresql://127.0.0.1/x/y?user=u&password=s3cr3t",
        "jdbc:postgresql://127.0.0.1/x;user=u;password=s3cr3t",
        "jdbc:postgresql://127.0.0.1;password=s3cr3t",
        "jdbc:postgresql://127.0.0.1/x?service=nosuch&password=s3cr3t",
      })
  void aUrlThatIsNotValidIsRefusedWithoutItsSecrets(String url) {
    assertThat(refused(TaskStore.builder().url(url)))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("jdbc:postgresql://host:port/database");
  }

  @ParameterizedTest
  @CsvSource({"nosuch.invalid:5432, nosuch.invalid", "127.0.0.1:1, refused"})
  void aServerThatCannotBeReachedIsNamed(String server, String reason) {
    String url = "jdbc:postgresql://" + server + "/x?sslmode=disable&user=u&password=" + SECRET;
    assertThat(refused(TaskStore.builder().url(url)))
        .isInstanceOf(ConnectionLostException.class)
        .hasMessageContaining(server + "/x")
        .hasMessageContaining(reason)
        .hasMessageContaining("Check");
  }

  @Test
  void aPortOfAnotherServiceIsNamed() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread web = new Thread(() -> refuseAll(socket));
      web.setDaemon(true);
      web.start();
      String other = "localhost:" + socket.getLocalPort() + "/x";

      assertThat(
              refused(
                  TaskStore.builder().url("jdbc:postgresql://" + other).credentials("u", SECRET)))
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining(other)
          .hasMessageContaining("does not speak PostgreSQL's protocol");
    }
  }

  private static void refuseAll(ServerSocket socket) {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        client.getOutputStream().write("HTTP/1.1 400\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
        client.getInputStream().read();
      } catch (IOException e) {
        // The client has closed the connection, or the test is over.
      }
    }
  }

  @Test
  void aCallThatWaitsForAServerNamesTheServerAndTheOptionForTheTime() throws Exception {
    String database = newDatabase();
    try (LogRecorder log = LogRecorder.start();
        TaskStore store =
            as("owner", database)
                .maximumPoolSize(2)
                .connectionTimeout(Duration.ofSeconds(1))
                .open()) {
      asSuperuser(
          "postgres",
          "ALTER ROLE owner CONNECTION LIMIT 0",
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'owner'");

      Throwable failure = null;
      for (int i = 0; i < 5 && !isWaiting(failure); i++) {
        failure = catchThrowable(() -> store.users().count());
      }

      assertThat(failure)
          .isInstanceOf(ConnectionLostException.class)
          .hasMessageContaining(address + "/" + database)
          .hasMessageContaining("too many connections")
          .hasMessageContaining("connectionTimeout(...)");
      assertThat(log.text()).contains(address + "/" + database, "connectionTimeout");
    } finally {
      asSuperuser("postgres", "ALTER ROLE owner CONNECTION LIMIT -1");
    }
  }

  private static boolean isWaiting(Throwable failure) {
    return failure != null && failure.getMessage().contains("connectionTimeout");
  }

  private static String newDatabase() throws SQLException {
    String name = "tasks_" + System.nanoTime();
    asSuperuser("postgres", "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
    asSuperuser(name, "GRANT CREATE ON SCHEMA public TO owner");
    return name;
  }

  /** Gives the role app its privileges on a database that its owner has migrated. */
  private static void grant(String database) throws SQLException {
    RolePrivileges privileges;
    try (TaskStore store = as("owner", database).open()) {
      privileges = store.database().rolePrivileges(DefaultSchema.DEFAULT_SCHEMA, "owner", "app");
    }
    asSuperuser(database, privileges.beforeMigration().toArray(String[]::new));
    asSuperuser(database, privileges.afterMigration().toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource(
      value = MigrationMode.class,
      names = {"UPDATE", "VALIDATE"})
  void aRoleWithoutGrantsIsNamedWithWhatItLacks(MigrationMode mode) throws SQLException {
    String database = newDatabase();
    as("owner", database).open().close();

    assertThat(refused(as("app", database).migrationMode(mode)))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("role app")
        .hasMessageContaining("permission denied for table databasechangelog")
        .hasMessageContaining("SELECT on databasechangelog");
  }

  @Test
  void aRoleThatMayNotCreateTablesCannotMigrate() throws SQLException {
    String database = newDatabase();

    assertThat(refused(as("app", database)))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("role app")
        .hasMessageContaining("permission denied for schema public");
    assertThatThrownBy(() -> as("app", database).migrationMode(MigrationMode.VALIDATE).open())
        .isInstanceOf(SchemaOutOfDateException.class);
  }

  /** A newer program has migrated; the older one starts again with a role that may not migrate. */
  @Test
  void aRoleThatMayNotMigrateOpensANewerDatabaseAsTheOwnerDoes() throws SQLException {
    String database = newDatabase();
    grant(database);
    asSuperuser(
        database,
        "INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted,"
            + " exectype) VALUES ('099', 'newer', 'dev/taskstore/core/change-log/099.xml', now(),"
            + " 99, 'EXECUTED')");

    for (String role : List.of("app", "owner")) {
      String url = role.equals("app") ? database : database + "?readOnly=true";
      try (TaskStore store = as(role, url).open()) {
        assertThat(store.users().count()).isZero();
      }
      assertThat(refused(as(role, url).unknownChangeSets(UnknownChangeSets.REFUSE)))
          .isInstanceOf(NewerSchemaException.class)
          .hasMessageContaining("099.xml::099::newer");
    }
  }
}
