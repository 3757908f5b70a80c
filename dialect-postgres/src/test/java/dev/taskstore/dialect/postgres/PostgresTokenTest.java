package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.Credentials;
import dev.taskstore.db.CredentialsProvider;
import dev.taskstore.db.observation.DatabaseObserver;
import dev.taskstore.db.observation.DatabaseOperation;
import dev.taskstore.db.observation.OperationObserver;
import dev.taskstore.db.spi.ConnectionPools;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tokens of a cloud service: passwords that the server accepts for some seconds, in clear text
 * within TLS, on connections that verify the server.
 */
class PostgresTokenTest {

  private static final String HOST = "db.example.com";
  private static final Duration VALIDITY = Duration.ofSeconds(5);
  private static final Duration MARGIN = Duration.ofSeconds(2);
  private static final int THREADS = 8;

  @TempDir private static Path folder;

  private static OwnServer server;
  private static Path authority;

  @BeforeAll
  static void start()
      throws IOException, InterruptedException, GeneralSecurityException, SQLException {
    Certificates certificates = new Certificates(folder);
    authority = certificates.authority("authority");
    Path certificate =
        certificates.signed(
            "authority", "server", "server", "CN=server", "-ext", "san=dns:" + HOST);
    Path key = certificates.key("server", "server");
    server = OwnServer.start();
    server.execute("CREATE ROLE tasks LOGIN", "CREATE DATABASE tasks OWNER tasks ENCODING 'UTF8'");
    server.allow("hostssl all tasks all password\n");
    server.setAll("ssl_cert_file", certificate.toString(), "ssl_key_file", key.toString());
    server.setAll("ssl", "on");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  /** The token service. A new token ends the previous one, as the role has one password. */
  private static final class Tokens implements CloudTokens.TokenService {

    private final AtomicInteger count = new AtomicInteger();

    String rds(String hostname, int port, String username) {
      try {
        return String.valueOf(next().password());
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public CloudTokens.AccessToken token() throws SQLException {
      Credentials made = next();
      return new CloudTokens.AccessToken(
          String.valueOf(made.password()), Instant.now().plus(VALIDITY));
    }

    Credentials next() throws SQLException {
      String token = "token-" + count.incrementAndGet();
      Instant end = Instant.now().plus(VALIDITY);
      server.execute("ALTER ROLE tasks PASSWORD '" + token + "' VALID UNTIL '" + end + "'");
      return Credentials.of("tasks", token).expiringAt(end);
    }
  }

  /** Keeps the pool, to replace its connections. */
  private static final class Pools implements DatabaseObserver {

    private volatile List<HikariDataSource> all = List.of();

    @Override
    public @Nullable OperationObserver started(DatabaseOperation operation) {
      return null;
    }

    @Override
    public void opened(List<HikariDataSource> pools) {
      all = pools;
    }
  }

  @Test
  void noCallFailsWhileTokensExpire() throws InterruptedException {
    run(Duration.ofSeconds(11));
  }

  @Test
  @Tag("long")
  void noCallFailsInTwoMinutes() throws InterruptedException {
    run(Duration.ofMinutes(2));
  }

  @Test
  void theSnippetsForServicesConnectWithTheirTokens() {
    Tokens tokens = new Tokens();
    TaskStore.Builder rds = CloudTokens.rds(TaskStore.builder(), tokens::rds, HOST);
    try (TaskStore store = redirected(rds.driverProperty("sslrootcert", authority.toString()))) {
      assertThat(store.users().count()).isZero();
    }
    TaskStore.Builder url = TaskStore.builder().url("jdbc:postgresql://" + HOST + "/tasks");
    TaskStore.Builder azure =
        CloudTokens.oauth(url.driverProperty("sslrootcert", authority.toString()), "tasks", tokens);
    try (TaskStore store = redirected(azure)) {
      assertThat(store.users().count()).isZero();
    }
  }

  private static TaskStore redirected(TaskStore.Builder builder) {
    return builder
        .driverProperty("socketFactory", RedirectedSockets.class.getName())
        .driverProperty("socketFactoryArg", String.valueOf(server.port()))
        .open();
  }

  private static void run(Duration duration) throws InterruptedException {
    Tokens tokens = new Tokens();
    Pools pools = new Pools();
    AtomicInteger calls = new AtomicInteger();
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    try (TaskStore store =
        TaskStore.builder()
            .url("jdbc:postgresql://" + HOST + "/tasks?sslrootcert=" + authority)
            .driverProperty("socketFactory", RedirectedSockets.class.getName())
            .driverProperty("socketFactoryArg", String.valueOf(server.port()))
            .credentials(CredentialsProvider.cached(tokens::next, MARGIN))
            .observers(pools)
            .maximumPoolSize(THREADS)
            .open()) {
      long end = System.nanoTime() + duration.toNanos();
      ExecutorService executor = Executors.newFixedThreadPool(THREADS);
      for (int i = 0; i < THREADS; i++) {
        executor.execute(
            () -> {
              while (System.nanoTime() < end) {
                try {
                  call(store, calls.incrementAndGet());
                } catch (Throwable e) {
                  failures.add(e);
                }
              }
            });
      }
      while (System.nanoTime() < end) {
        // Otherwise the pool connects once in half an hour.
        pools.all.forEach(ConnectionPools::evictAll);
        Thread.sleep(500);
      }
      executor.shutdown();
      assertThat(executor.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      System.out.printf(
          "Tokens valid for %s, for %s: %d calls, %d failed; %d tokens%n",
          VALIDITY, duration, calls.get(), failures.size(), tokens.count.get());
      assertThat(failures).isEmpty();
      assertThat(calls.get()).isPositive();
      assertThat(tokens.count.get())
          .isGreaterThanOrEqualTo((int) (duration.toSeconds() / VALIDITY.toSeconds()));
      store.dsl().execute("DELETE FROM users");
    }
  }

  private static void call(TaskStore store, int number) {
    String name = "user " + number;
    store.users().insert(NewUser.of(name, name, PasswordHash.locked()));
    assertThat(store.users().findByUsername(name)).isPresent();
  }
}
