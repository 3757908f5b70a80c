package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.ConsistencyToken;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.ReadPreference;
import dev.taskstore.db.Session;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.schema.TaskRepositoryBase;
import dev.taskstore.dialect.tck.tasks.schema.UserRepositoryBase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sessions and transactions with a preference for replicas, on a database that may have none. */
abstract class ReadPreferenceContract extends Contract {

  private static final Duration SECOND = Duration.ofSeconds(1);

  ReadPreferenceContract(DialectFixture tck) {
    super(tck);
  }

  private ReadPreference now() {
    return ReadPreference.replicaAfter(store().database().token());
  }

  private Session reading() {
    return store().database().reading(now());
  }

  @Test
  void everyReadAfterATokenSeesWhatWasCommittedBeforeIt() {
    User ada = insertUser("ada");
    Task task = store().tasks().insert(NewTask.of(ada.id(), "Read"));
    Session reading = reading();
    TaskRepositoryBase tasks = new TaskRepositoryBase(reading);

    assertThat(tasks.findById(task.id())).contains(task);
    assertThat(tasks.getById(task.id())).isEqualTo(task);
    assertThat(tasks.existsById(task.id())).isTrue();
    assertThat(tasks.findAllById(List.of(task.id(), ada.id()))).containsExactly(task);
    assertThat(tasks.findAll(PageRequest.first(5)).items()).containsExactly(task);
    assertThat(tasks.count()).isEqualTo(1);
    assertThat(tasks.where(TASKS.TITLE.eq("Read")).list()).containsExactly(task);
    assertThat(tasks.where(TASKS.TITLE.eq("Read")).max(TASKS.TITLE)).contains("Read");
    try (Stream<Task> stream = tasks.stream()) {
      assertThat(stream).containsExactly(task);
    }
    assertThat(reading.dsl().fetchCount(USERS)).isEqualTo(1);
    reading.transaction(
        TransactionOptions.defaults().readOnly(),
        transaction ->
            assertThat(new TaskRepositoryBase(transaction).findById(task.id())).contains(task));
  }

  @Test
  void readsWithALimitOfStalenessSeeWhatIsOlder() {
    User ada = insertUser("ada");
    Session reading =
        store()
            .database()
            .reading(ReadPreference.replicaWithin(SECOND).after(store().database().token()));

    assertThat(new UserRepositoryBase(reading).findById(ada.id())).contains(ada);
    assertThat(
            new UserRepositoryBase(store().database().reading(ReadPreference.primary()))
                .findById(ada.id()))
        .contains(ada);
  }

  @Test
  void aSessionWithAPreferenceWritesAndReadsItsTransactionsOwnWrites() {
    Session reading = reading();
    reading.transaction(
        transaction -> {
          User ada = insertUser(new UserRepositoryBase(transaction), "ada");
          assertThat(new UserRepositoryBase(transaction).findById(ada.id())).contains(ada);
          assertThat(new UserRepositoryBase(reading).findById(ada.id())).contains(ada);
          assertThat(reading.dsl().fetchCount(USERS)).isEqualTo(1);
        });

    User bob = insertUser(new UserRepositoryBase(reading), "bob");

    assertThat(store().users().count()).isEqualTo(2);
    assertThat(new UserRepositoryBase(reading()).findById(bob.id())).contains(bob);
  }

  private static User insertUser(UserRepositoryBase users, String name) {
    return users.insert(Contract.newUser(name));
  }

  @Test
  void aReadOnlyTransactionWithAPreferenceRefusesWrites() {
    assertThatThrownBy(
            () ->
                store()
                    .database()
                    .transaction(
                        TransactionOptions.defaults().readOnly().readPreference(now()),
                        transaction -> insertUser(new UserRepositoryBase(transaction), "ada")))
        .isInstanceOf(ReadOnlyTransactionException.class);
    assertThat(store().users().count()).isZero();
  }

  @Test
  void aTransactionThatMayWriteRefusesAPreferenceForReplicas() {
    assertThatThrownBy(
            () ->
                store()
                    .database()
                    .transaction(
                        TransactionOptions.defaults().readPreference(now()), transaction -> {}))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("readOnly()");
    assertThatCode(
            () ->
                store()
                    .database()
                    .transaction(
                        TransactionOptions.defaults().readPreference(ReadPreference.primary()),
                        transaction -> {}))
        .doesNotThrowAnyException();
  }

  @Test
  void aTransactionStaysOnItsServer() {
    store()
        .database()
        .transaction(
            transaction ->
                assertThatIllegalStateException()
                    .isThrownBy(() -> transaction.reading(ReadPreference.primary()))
                    .withMessageContaining("readPreference"));
  }

  @Test
  void aTokenIsRefusedInATransactionAndAfterTheClose() {
    store()
        .transaction(
            transaction ->
                assertThatIllegalStateException()
                    .isThrownBy(() -> store().database().token())
                    .withMessageContaining("transaction"));
    TckDatabase empty = tck.createMigrated();
    TaskDatabase other = tck.builder(empty).open();
    Session reading = other.database().reading(ReadPreference.replicaWithin(SECOND));
    other.close();
    assertThatIllegalStateException().isThrownBy(() -> other.database().token());
    assertThatIllegalStateException().isThrownBy(() -> new UserRepositoryBase(reading).count());
    empty.close();
  }

  @Test
  void aTokenOfAnotherDatabaseOrOfAClientChangesNoResult() {
    User ada = insertUser("ada");
    ConsistencyToken own = store().database().token();
    for (ConsistencyToken token :
        List.of(
            new ConsistencyToken("other", 3, "12"),
            new ConsistencyToken(own.dialect(), own.timeline() + 5, own.position()),
            new ConsistencyToken(own.dialect(), own.timeline(), "zzz"))) {
      Session reading = store().database().reading(ReadPreference.replicaAfter(token));

      assertThat(new UserRepositoryBase(reading).findById(ada.id())).contains(ada);
      assertThat(new UserRepositoryBase(reading).findById(UUID.randomUUID())).isEmpty();
    }
  }

  @Test
  void aTokenIsCarriedAsText() {
    ConsistencyToken token = store().database().token();

    assertThat(token.dialect()).isEqualTo(store().database().dialectName());
    assertThat(ConsistencyToken.parse(token.toString())).isEqualTo(token);
  }

  @Test
  void replicasRequireADialectWithReplicas() {
    if (tck.capabilities().contains(Capability.REPLICAS)) {
      try (TckDatabase database = tck.createMigrated();
          TaskDatabase other = tck.builder(database).replicas(database.url()).open()) {
        assertThat(
                new UserRepositoryBase(
                        other.database().reading(ReadPreference.replicaWithin(SECOND)))
                    .count())
            .isZero();
      }
      return;
    }
    try (TckDatabase database = tck.create()) {
      assertThatThrownBy(() -> tck.builder(database).replicas(database.url()).open())
          .isInstanceOf(CapabilityNotSupportedException.class)
          .hasMessageContaining("REPLICAS");
    }
  }
}
