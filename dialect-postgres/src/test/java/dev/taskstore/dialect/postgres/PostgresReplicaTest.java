package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskSession;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.ConsistencyToken;
import dev.taskstore.db.IsolationLevel;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.ReadPreference;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Tests reads on two streaming standbys, of which the tests pause, freeze, end and promote some.
 */
class PostgresReplicaTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LONG_WAIT = Duration.ofSeconds(20);

  private static PostgresCluster cluster;

  private TaskStore store;

  @BeforeAll
  static void start() {
    cluster = PostgresCluster.start(2);
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  @BeforeEach
  void open() {
    store = builder().open();
    awaitReplicas(1, 2);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static TaskStore.Builder builder() {
    return TaskStore.builder()
        .url(cluster.primaryUrl())
        .credentials(PostgresCluster.USER, PostgresCluster.PASSWORD)
        .replicas(cluster.url(1), cluster.url(2));
  }

  /** The port of the server on which a session reads. */
  private static int port(TaskSession session) {
    return session
        .dsl()
        .select(DSL.field("inet_server_port()", Integer.class))
        .fetchSingle(0, int.class);
  }

  private ReadPreference now() {
    return ReadPreference.replicaAfter(store.token());
  }

  private TaskSession patient() {
    return store.reading(now().waitingUpTo(LONG_WAIT));
  }

  /** Reads until all given servers have been used, and no other one is used any more. */
  private void awaitReplicas(int... servers) {
    Set<Integer> expected = new HashSet<>();
    for (int server : servers) {
      expected.add(cluster.port(server));
    }
    await(
        () -> {
          Set<Integer> used = new HashSet<>();
          for (int i = 0; i < 8; i++) {
            used.add(port(patient()));
          }
          return used.equals(expected);
        });
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the time of the wait").isLessThan(deadline);
    }
  }

  private User insertUser() {
    String name = "u" + UUID.randomUUID();
    return store.users().insert(NewUser.of(name, name + "@example.com", PasswordHash.locked()));
  }

  @Test
  void aReadAfterATokenSeesTheCommitOnAReplica() {
    for (int i = 0; i < 50; i++) {
      User user = insertUser();

      assertThat(patient().users().findById(user.id())).contains(user);
    }
  }

  @Test
  void readsWithoutAPreferenceAndWritesRunOnThePrimary() {
    assertThat(port(store)).isEqualTo(cluster.port(0));
    assertThat(port(patient().reading(ReadPreference.primary()))).isEqualTo(cluster.port(0));

    User written =
        patient().users().insert(NewUser.of("writer", "writer@example.com", PasswordHash.locked()));

    assertThat(store.users().findById(written.id())).contains(written);
    store.users().deleteById(written.id());
  }

  @Test
  void everyKindOfReadRunsOnAReplica() {
    User user = insertUser();
    Task task = store.tasks().insert(NewTask.of(user.id(), "Read it"));
    TaskSession reading = patient();

    assertThat(reading.tasks().findAllById(List.of(task.id(), user.id()))).containsExactly(task);
    try (Stream<Task> tasks = reading.tasks().stream()) {
      assertThat(tasks).contains(task);
    }
    int port =
        reading.transactionResult(
            TransactionOptions.defaults().readOnly(), transaction -> port(transaction));
    assertThat(port).isNotEqualTo(cluster.port(0));
    assertThat(
            store.<Integer, RuntimeException>transactionResult(
                TransactionOptions.defaults().readOnly().readPreference(now()),
                transaction -> port(transaction)))
        .isNotEqualTo(cluster.port(0));
    try (TaskScope scope = store.scopedTo(user.id())) {
      TaskSession scoped = scope.reading(now().waitingUpTo(LONG_WAIT));
      assertThat(scoped.tasks().findById(task.id())).contains(task);
      assertThat(scoped.users().findAll(PageRequest.first(10)).items()).containsExactly(user);
    }
  }

  @Test
  void serializableTransactionsRunOnThePrimary() {
    int port =
        patient()
            .transactionResult(
                TransactionOptions.defaults().readOnly().isolation(IsolationLevel.SERIALIZABLE),
                transaction -> port(transaction));

    assertThat(port).isEqualTo(cluster.port(0));
  }

  @Test
  void aReplicaThatLagsBehindIsNotReadUntilItHasCaughtUp() {
    cluster.pauseReplay(1);
    cluster.pauseReplay(2);
    try {
      User user = insertUser();
      ReadPreference after = now();

      assertThat(store.reading(after).users().findById(user.id())).contains(user);
      assertThat(port(store.reading(after))).isEqualTo(cluster.port(0));

      cluster.resumeReplay(2);
      awaitReplicas(2);
      assertThat(store.reading(after).users().findById(user.id())).contains(user);
    } finally {
      cluster.resumeReplay(1);
      cluster.resumeReplay(2);
    }
    awaitReplicas(1, 2);
  }

  @Test
  void aReplicaIsReadWithinALimitOfStaleness() throws InterruptedException {
    Thread.sleep(1_500);
    ReadPreference within = ReadPreference.replicaWithin(Duration.ofSeconds(2));
    assertThat(port(store.reading(within))).isNotEqualTo(cluster.port(0));
    cluster.pauseReplay(1);
    cluster.pauseReplay(2);
    try {
      User user = insertUser();
      assertThat(port(store.reading(ReadPreference.replicaWithin(Duration.ofMinutes(1)))))
          .isNotEqualTo(cluster.port(0));
      Thread.sleep(2_500);

      assertThat(store.reading(within).users().findById(user.id())).contains(user);
      assertThat(port(store.reading(within))).isEqualTo(cluster.port(0));
    } finally {
      cluster.resumeReplay(1);
      cluster.resumeReplay(2);
    }
  }

  @Test
  void aReplicaThatIsKilledLeavesTheRotationWithoutAFailedReadAndReturns() {
    User user = insertUser();
    cluster.kill(1);
    try {
      for (int i = 0; i < 200; i++) {
        assertThat(patient().users().findById(user.id())).contains(user);
      }
      awaitReplicas(2);
    } finally {
      cluster.restart(1);
      cluster.awaitStreaming(1);
    }
    awaitReplicas(1, 2);
  }

  @Test
  void aReplicaThatDoesNotRespondDelaysReadsForSomeSecondsOnlyAndReturns() {
    User user = insertUser();
    cluster.freeze(1);
    try {
      long begin = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        assertThat(patient().users().findById(user.id())).contains(user);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
      awaitReplicas(2);
    } finally {
      cluster.thaw(1);
    }
    awaitReplicas(1, 2);
  }

  @Test
  void aTokenThatAClientHasChangedReadsFromThePrimary() {
    ConsistencyToken token = store.token();
    for (ConsistencyToken changed :
        List.of(
            new ConsistencyToken("sqlite", 0, "0"),
            new ConsistencyToken(token.dialect(), token.timeline(), "not-a-position"),
            new ConsistencyToken(token.dialect(), token.timeline(), "FFFFFFFF-FFFFFFFF"),
            new ConsistencyToken(token.dialect(), token.timeline() + 7, token.position()))) {
      TaskSession reading = store.reading(ReadPreference.replicaAfter(changed));

      assertThat(port(reading)).as(changed.toString()).isEqualTo(cluster.port(0));
      assertThat(reading.users().findById(UUID.randomUUID())).isEmpty();
    }
    awaitReplicas(1, 2);
  }

  @Test
  void aTokenKeepsItsTextForm() {
    ConsistencyToken token = store.token();

    assertThat(ConsistencyToken.parse(token.toString())).isEqualTo(token);
    assertThat(token.toString()).matches("postgres[.]1[.][0-9A-F]+-[0-9A-F]+");
  }

  @Test
  void aReplicaThatCannotBeReachedDoesNotPreventOpening() {
    try (TaskStore other =
        builder().replicas("jdbc:postgresql://localhost:1/tasks", cluster.url(2)).open()) {
      await(
          () -> {
            ReadPreference after = ReadPreference.replicaAfter(other.token());
            return port(other.reading(after.waitingUpTo(LONG_WAIT))) == cluster.port(2);
          });
    }
  }

  @Test
  void oneUrlNamesSeveralReplicas() {
    String both =
        cluster
            .url(1)
            .replace("/" + cluster.port(1), "")
            .replaceFirst(
                ":" + cluster.port(1) + "/",
                ":" + cluster.port(1) + ",localhost:" + cluster.port(2) + "/");
    store.close();
    store = builder().replicas(both).open();

    awaitReplicas(1, 2);
  }

  @Test
  void aWrongUrlOfAReplicaIsRefusedWithoutItsPassword() {
    assertThatThrownBy(
            () -> builder().replicas("jdbc:postgresql://localhost:x/tasks?password=s3cret").open())
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("localhost")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void dataSourcesOfTheApplicationAreReplicas() {
    PGSimpleDataSource replica = new PGSimpleDataSource();
    replica.setUrl(cluster.url(2));
    replica.setUser(PostgresCluster.USER);
    replica.setPassword(PostgresCluster.PASSWORD);
    try (TaskStore other = builder().replicas().replicaDataSources(replica).open()) {
      await(
          () -> {
            ReadPreference after = ReadPreference.replicaAfter(other.token());
            return port(other.reading(after.waitingUpTo(LONG_WAIT))) == cluster.port(2);
          });
    }
  }

  @Test
  void replicasRequireThatTransactionsOfTheApplicationAreKnown() {
    PGSimpleDataSource primary = new PGSimpleDataSource();
    primary.setUrl(cluster.primaryUrl());
    TaskStore.Builder builder =
        TaskStore.builder()
            .dataSource(primary)
            .joinApplicationTransactions()
            .replicas(cluster.url(1));

    assertThatThrownBy(builder::open)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("ManagedApplicationTransactions");
  }

  @Test
  void thePrimaryIsNoReplica() {
    try (TaskStore other = builder().replicas(cluster.primaryUrl()).open()) {
      for (int i = 0; i < 5; i++) {
        assertThat(port(other.reading(ReadPreference.replicaAfter(other.token()))))
            .isEqualTo(cluster.port(0));
      }
    }
  }
}
