package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.migration.MigrationMode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One address whose server changes, as with a DNS name, and URLs with several servers. */
class PostgresFailoverTest {

  private static final NewUser ADA = NewUser.of("ada", "ada@example.com", PasswordHash.locked());
  private static final NewUser BOB = NewUser.of("bob", "bob@example.com", PasswordHash.locked());

  private final PostgresCluster cluster = PostgresCluster.start(1);

  @AfterEach
  void end() {
    cluster.close();
  }

  private static TaskStore.Builder builder(String url) {
    return TaskStore.builder()
        .url(url)
        .credentials(PostgresCluster.USER, PostgresCluster.PASSWORD)
        .connectionTimeout(Duration.ofSeconds(5))
        .maximumPoolSize(4);
  }

  /** A store whose connections go where {@link MovedSockets} directs. */
  private TaskStore moved() {
    MovedSockets.moveTo(cluster.port(0));
    return builder("jdbc:postgresql://localhost:1/" + PostgresCluster.USER)
        .driverProperty("socketFactory", MovedSockets.class.getName())
        .open();
  }

  /** Ends the sessions of the store on a server. */
  private void endSessions(int server) {
    endSessions(server, "%");
  }

  private void endSessions(int server, String state) {
    cluster.execute(
        server,
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = '"
            + PostgresCluster.USER
            + "' AND state LIKE '"
            + state
            + "'");
  }

  private static int process(TaskStore store) {
    return store.transactionResult(
        TransactionOptions.defaults().readOnly(),
        tx -> tx.dsl().fetchSingle("SELECT pg_backend_pid()").get(0, Integer.class));
  }

  @Test
  void aRefusedWriteDropsTheConnectionsToAServerThatTurnedReadOnly() {
    try (TaskStore store = moved()) {
      cluster.awaitCaughtUp(1);
      endSessions(0);
      MovedSockets.moveTo(cluster.port(1));
      assertThat(store.users().count()).isZero();
      MovedSockets.moveTo(cluster.port(0));
      assertThatThrownBy(() -> store.users().insert(ADA))
          .isInstanceOf(ReadOnlyTransactionException.class);

      store.users().insert(ADA);

      assertThat(store.users().count()).isEqualTo(1);
    }
  }

  @Test
  void aRefusedStatementOfPlainSqlOrOfATransactionDropsThemToo() throws InterruptedException {
    try (TaskStore store = builder(cluster.primaryUrl()).open()) {
      cluster.set(0, "default_transaction_read_only", "on");
      int first = process(store);
      assertThatThrownBy(() -> store.dsl().execute("DELETE FROM users"))
          .isInstanceOf(ReadOnlyTransactionException.class);
      int second = process(store);
      assertThat(second).isNotEqualTo(first);
      Thread.sleep(1_000);
      assertThatThrownBy(() -> store.transaction(tx -> tx.users().insert(ADA)))
          .isInstanceOf(ReadOnlyTransactionException.class);
      assertThat(process(store)).isNotEqualTo(second);
    }
  }

  @Test
  void aReadOnlyTransactionOfTheCallerKeepsItsConnections() {
    try (TaskStore store = builder(cluster.primaryUrl()).open()) {
      int before = process(store);

      assertThatThrownBy(
              () ->
                  store.transaction(
                      TransactionOptions.defaults().readOnly(),
                      tx -> tx.dsl().execute("DELETE FROM users")))
          .isInstanceOf(ReadOnlyTransactionException.class);

      assertThat(process(store)).isEqualTo(before);
    }
  }

  @Test
  void aUrlWithReadOnlyKeepsItsConnections() {
    builder(cluster.primaryUrl()).open().close();
    try (TaskStore store =
        builder(cluster.primaryUrl() + "?readOnly=true").migrationMode(MigrationMode.NONE).open()) {
      int before = process(store);

      assertThatThrownBy(() -> store.users().insert(ADA))
          .isInstanceOf(ReadOnlyTransactionException.class);

      assertThat(process(store)).isEqualTo(before);
    }
  }

  @Test
  void aLaterPrimaryEndsTheConnectionsToTheOldOne() {
    try (TaskStore store = moved()) {
      cluster.awaitCaughtUp(1);
      cluster.promote(1);

      assertThatThrownBy(
              () ->
                  store.transaction(
                      old -> {
                        old.users().insert(ADA);
                        // Another connection of the pool reaches the new primary.
                        MovedSockets.moveTo(cluster.port(1));
                        endSessions(0, "idle");
                        CompletableFuture.runAsync(() -> store.users().count()).join();
                        old.users().insert(BOB);
                      }))
          .isInstanceOf(ConnectionLostException.class);

      store.users().insert(BOB);
      assertThat(cluster.query(0, "SELECT count(*) FROM users")).isEqualTo("0");
      assertThat(cluster.query(1, "SELECT count(*) FROM users")).isEqualTo("1");
    }
  }

  @Test
  void anOldPrimaryIsRefusedWithItsTimeline() {
    try (TaskStore store = moved()) {
      cluster.awaitCaughtUp(1);
      cluster.promote(1);
      MovedSockets.moveTo(cluster.port(1));
      endSessions(0);
      store.users().insert(ADA);

      MovedSockets.moveTo(cluster.port(0));
      endSessions(1);

      // The pool may contain several connections that have ended.
      Throwable failure = catchThrowable(() -> store.users().count());
      for (int i = 0; i < 4 && !failure.getMessage().contains("timeline"); i++) {
        failure = catchThrowable(() -> store.users().count());
      }

      assertThat(failure)
          .isInstanceOf(ConnectionLostException.class)
          .hasMessageContaining("is an old primary: it writes on timeline 1")
          .hasMessageContaining("timeline 2");
    }
  }

  @Test
  void aUrlListsServersOfWhichOneIsThePrimary() {
    TaskStore.Builder builder = builder(cluster.primaryUrl());
    // tag::url[]
    builder.url("jdbc:postgresql://db1.example.com,db2.example.com:5433/tasks");
    // end::url[]
    builder.url("jdbc:postgresql://127.0.0.1:1,localhost:" + cluster.port(0) + "/taskstore");
    try (TaskStore store = builder.open()) {
      store.users().insert(ADA);
      assertThat(store.users().count()).isEqualTo(1);
    }
  }

  @Test
  void severalServersAreConnectedToByTheirKind() {
    builder(cluster.primaryUrl()).open().close();
    cluster.awaitCaughtUp(1);
    String reversed =
        "jdbc:postgresql://localhost:"
            + cluster.port(1)
            + ",localhost:"
            + cluster.port(0)
            + "/"
            + PostgresCluster.USER;
    try (TaskStore store = builder(reversed).open()) {
      store.users().insert(ADA);
    }
    cluster.awaitCaughtUp(1);
    try (TaskStore store =
        builder(reversed + "?targetServerType=secondary")
            .migrationMode(MigrationMode.NONE)
            .open()) {
      assertThat(store.dsl().fetchSingle("SELECT pg_is_in_recovery()").get(0, Boolean.class))
          .isTrue();
      assertThat(store.users().count()).isEqualTo(1);
    }
  }

  @Test
  void aFailureOfSeveralServersNamesEachOfThem() {
    cluster.kill(0);
    assertThatThrownBy(() -> builder(cluster.multiHostUrl()).open())
        .isInstanceOf(ConnectionLostException.class)
        .hasMessageContaining("localhost:" + cluster.port(1) + " is a standby")
        .hasMessageContaining("localhost:" + cluster.port(0))
        .hasMessageContaining("Try again when a standby has been promoted");
  }

  @Test
  void aWrongPasswordOnAllServersIsNotTakenForAFailover() {
    assertThatThrownBy(
            () -> builder(cluster.multiHostUrl()).credentials(PostgresCluster.USER, "wrong").open())
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("Check user and password");
  }

  @Test
  void aReadWhoseConnectionWasLostRunsOnceMore() {
    try (TaskStore store = builder(cluster.primaryUrl()).open()) {
      store.users().insert(ADA);
      endSessions(0);

      assertThat(store.users().count()).isEqualTo(1);
    }
  }
}
