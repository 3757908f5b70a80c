package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Credentials;
import dev.taskstore.db.CredentialsProvider;
import dev.taskstore.db.Secrets;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseOpenException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords that change while a database is open. */
class PostgresCredentialsTest {

  private static final String FIRST = "f1rst-s3cr3t";
  private static final String SECOND = "s3c0nd-s3cr3t";

  private static OwnServer server;

  @TempDir private Path folder;

  private Path file;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = OwnServer.start();
    server.execute("CREATE ROLE tasks LOGIN", "CREATE DATABASE tasks OWNER tasks ENCODING 'UTF8'");
    server.allow("host all tasks all scram-sha-256\n");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void firstPassword() throws IOException, SQLException {
    file = folder.resolve("password");
    rotate(FIRST);
  }

  /** Changes the password on the server and in the file. */
  private void rotate(String password) throws IOException, SQLException {
    server.execute("ALTER ROLE tasks PASSWORD '" + password + "' VALID UNTIL 'infinity'");
    Files.writeString(file, password + "\n");
  }

  private static void endSessions() throws SQLException {
    server.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'tasks'");
  }

  private static TaskStore.Builder builder() {
    return TaskStore.builder()
        .url("jdbc:postgresql://localhost:" + server.port() + "/tasks")
        .maximumPoolSize(2)
        .connectionTimeout(Duration.ofSeconds(2));
  }

  private static TaskStore.Builder with(CredentialsProvider provider) {
    return builder().credentials(provider);
  }

  private Credentials current() {
    return Credentials.of("tasks", Secrets.ofFile(file));
  }

  /** Calls until the pool has no more sessions that the server has ended. */
  private static Throwable failureOf(TaskStore store) {
    Throwable failure = null;
    for (int i = 0; i < 10; i++) {
      failure = catchThrowable(() -> store.users().count());
      if (!(failure instanceof ConnectionLostException)) {
        return failure;
      }
    }
    return failure;
  }

  @Test
  void openConnectionsGoOnAndNewOnesUseTheNewPassword() throws Exception {
    TaskStore.Builder builder = builder();
    // tag::file[]
    builder.credentials(() -> Credentials.of("tasks", Secrets.ofFile(file)));
    // end::file[]
    try (LogRecorder log = LogRecorder.start();
        TaskStore store = builder.open()) {
      store.transaction(
          tx -> {
            int session = session(tx.dsl());
            rotate(SECOND);
            assertThat(tx.users().count()).isZero();
            assertThat(session(tx.dsl())).isEqualTo(session);
          });

      endSessions();

      assertThat(failureOf(store)).isNull();
      assertThat(log.text()).doesNotContain(FIRST, SECOND);
    }
  }

  private static int session(DSLContext dsl) {
    return dsl.fetchSingle("select pg_backend_pid()").get(0, int.class);
  }

  @Test
  void aPasswordThatHasExpiredOnTheServerIsReportedAndANewOneIsUsedThen() throws Exception {
    try (LogRecorder log = LogRecorder.start();
        TaskStore store = with(this::current).open()) {
      server.execute("ALTER ROLE tasks VALID UNTIL '2026-01-01'");
      endSessions();

      Throwable failure = failureOf(store);

      assertThat(failure)
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("localhost:" + server.port() + "/tasks")
          .hasMessageContaining("password authentication failed")
          .hasMessageContaining("Check user and password");
      assertThat(Refusals.everythingIn(failure)).doesNotContain(FIRST);
      assertThat(log.text()).doesNotContain(FIRST);

      rotate(SECOND);
      assertThat(failureOf(store)).isNull();
    }
  }

  @Test
  void credentialsThatHaveExpiredAreNotSent() {
    Instant end = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(refused(with(() -> current().expiringAt(end)), FIRST))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("localhost:" + server.port() + "/tasks")
        .hasMessageContaining("expired at " + end);
  }

  /** A service whose tokens expire after an hour. */
  private static final class Tokens {

    private final AtomicInteger count = new AtomicInteger();

    String next() {
      count.incrementAndGet();
      return FIRST;
    }

    Instant end() {
      return Instant.now().plus(Duration.ofHours(1));
    }
  }

  @Test
  void tokensAreKeptForFurtherConnectionsUntilTheyExpire() throws Exception {
    Tokens tokens = new Tokens();
    TaskStore.Builder builder = builder();
    // tag::token[]
    builder.credentials(
        CredentialsProvider.cached(
            () -> Credentials.of("tasks", tokens.next()).expiringAt(tokens.end()),
            Duration.ofMinutes(2))); // replaces a token two minutes before its end
    // end::token[]
    try (TaskStore store = builder.open()) {
      endSessions();
      assertThat(failureOf(store)).isNull();
      assertThat(tokens.count).hasValue(1);
    }
  }

  @Test
  void aPasswordIsReadFromTheEnvironment() {
    Map<String, String> environment = Map.of("TASKS_PASSWORD_FILE", file.toString());
    TaskStore.Builder builder = builder();
    // tag::environment[]
    String password = Secrets.ofEnvironment(environment, "TASKS_PASSWORD").orElseThrow();
    builder.credentials("tasks", password);
    // end::environment[]
    try (TaskStore store = builder.open()) {
      assertThat(store.users().count()).isZero();
    }
  }

  @Test
  void aProviderWithoutNetworkMayPass() {
    CredentialsProvider provider =
        () -> {
          throw new IllegalStateException(SECOND, new UnknownHostException(SECOND));
        };

    assertThat(refused(with(provider), SECOND))
        .isInstanceOf(ConnectionLostException.class)
        .hasMessageContaining("localhost:" + server.port() + "/tasks")
        .hasMessageContaining("IllegalStateException, caused by java.net.UnknownHostException");
  }

  @Test
  void aFileThatIsMissingIsNamed() throws IOException {
    Files.delete(file);

    assertThat(refused(with(this::current), FIRST))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining(file + " does not exist");
  }

  @Test
  void aProviderThatReturnsNothingIsNamed() {
    assertThat(refused(with(() -> null), FIRST))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("returned null");
  }

  @Test
  void aProviderThatFailsOnAnOpenDatabaseIsReportedWithoutItsMessage() throws Exception {
    CredentialsProvider provider =
        () -> {
          if (!Files.exists(file)) {
            throw new SecurityException("no access with " + SECOND);
          }
          return current();
        };
    try (LogRecorder log = LogRecorder.start();
        TaskStore store = with(provider).open()) {
      Files.delete(file);
      endSessions();

      Throwable failure = failureOf(store);

      assertThat(failure)
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("java.lang.SecurityException");
      assertThat(Refusals.everythingIn(failure)).doesNotContain(SECOND);
      assertThat(log.text()).contains("java.lang.SecurityException").doesNotContain(SECOND);
    }
  }

  @Test
  void credentialsInTheUrlBesideAProviderAreRefused() {
    String url = "jdbc:postgresql://localhost:" + server.port() + "/tasks?password=" + SECOND;

    assertThat(refused(with(this::current).url(url), SECOND))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("the URL contains the parameter password");
  }
}
