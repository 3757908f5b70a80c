package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Scope;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.NewUser;
import dev.taskstore.dialect.tck.tasks.PasswordHash;
import dev.taskstore.dialect.tck.tasks.TaskChanges;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.schema.TaskRepositoryBase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The actors of changes: those of transactions and scopes, which never reach other transactions.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuditActorContract {

  private static final TransactionOptions ADA = TransactionOptions.defaults().actor("Ada ☃ 'A'");

  private final DialectFixture tck;

  /** Not open, and not used, for a dialect without triggers. */
  @SuppressWarnings("NullAway.Init")
  private AuditedStore audited;

  AuditActorContract(DialectFixture tck) {
    this.tck = tck;
  }

  @BeforeAll
  final void open() {
    if (tck.capabilities().contains(Capability.AUDIT_TRAIL)) {
      audited = new AuditedStore(tck);
    }
  }

  /** Whatever a test did, the next transaction has no actor. */
  @AfterEach
  final void nobodyIsLeft() {
    if (audited != null) {
      assertThat(actorOf(insert(audited.store, "after the test"))).isNull();
    }
  }

  @AfterAll
  final void close() {
    if (audited != null) {
      audited.close();
    }
  }

  private User user() {
    return audited.insertUser("user-" + UUID.randomUUID());
  }

  private static UUID insert(TaskDatabase store, String title) {
    User user =
        store
            .users()
            .insert(
                NewUser.of(
                    "user-" + UUID.randomUUID(),
                    UUID.randomUUID() + "@example.com",
                    PasswordHash.locked()));
    return store.tasks().insert(NewTask.of(user.id(), title)).id();
  }

  private @Nullable String actorOf(UUID task) {
    List<Optional<String>> actors =
        audited.entries(TASKS.ID, task).stream().map(entry -> entry.actor()).toList();
    return actors.get(actors.size() - 1).orElse(null);
  }

  private Scope scope(User user) {
    return audited.store.database().scopedTo(AuditedStore.OWNERSHIP, user.id());
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void theActorOfATransactionIsRecordedForEachOfItsWrites() {
    User user = user();
    UUID id = UUID.randomUUID();
    audited.store.transaction(
        ADA,
        tx -> {
          tx.tasks().insert(NewTask.of(user.id(), "one").id(id));
          assertThat(actorOf(id)).isEqualTo("Ada ☃ 'A'");
          audited.store.tasks().update(id, TaskChanges.none().title("two"));
          tx.dsl().execute("UPDATE tasks SET title = 'three' WHERE title = 'two'");
          audited.store.dsl().deleteFrom(TASKS).where(TASKS.ID.eq(id)).execute();
        });

    assertThat(audited.entries(TASKS.ID, id))
        .hasSize(4)
        .allSatisfy(entry -> assertThat(entry.actor()).contains("Ada ☃ 'A'"));
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void aNestedTransactionHasTheActorOfTheOuterOneOrItsOwn() {
    UUID[] ids = new UUID[5];
    User user = user();
    audited.store.transaction(
        ADA,
        tx -> {
          tx.transaction(in -> ids[0] = in.tasks().insert(NewTask.of(user.id(), "a")).id());
          tx.transaction(
              TransactionOptions.defaults().actor("Bob"),
              in -> {
                ids[1] = in.tasks().insert(NewTask.of(user.id(), "b")).id();
                in.transaction(
                    deep -> ids[2] = deep.tasks().insert(NewTask.of(user.id(), "c")).id());
              });
          ids[3] = tx.tasks().insert(NewTask.of(user.id(), "d")).id();
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          TransactionOptions.defaults().actor("Eve"),
                          in -> {
                            in.tasks().insert(NewTask.of(user.id(), "gone"));
                            throw new IllegalStateException("stop");
                          }))
              .hasMessage("stop");
          ids[4] = tx.tasks().insert(NewTask.of(user.id(), "e")).id();
        });

    assertThat(Stream.of(ids).map(this::actorOf))
        .containsExactly("Ada ☃ 'A'", "Bob", "Bob", "Ada ☃ 'A'", "Ada ☃ 'A'");
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void anActorInsideOfATransactionWithoutOneEndsWithItsLevel() {
    User user = user();
    UUID[] ids = new UUID[2];
    audited.store.transaction(
        tx -> {
          tx.transaction(ADA, in -> ids[0] = in.tasks().insert(NewTask.of(user.id(), "a")).id());
          ids[1] = tx.tasks().insert(NewTask.of(user.id(), "b")).id();
        });

    assertThat(actorOf(ids[0])).isEqualTo("Ada ☃ 'A'");
    assertThat(actorOf(ids[1])).isNull();
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void aTransactionThatFailsLeavesNoActor() {
    User user = user();
    assertThatThrownBy(
            () ->
                audited.store.transaction(
                    ADA,
                    tx -> {
                      tx.tasks().insert(NewTask.of(user.id(), "gone"));
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");
    assertThat(actorOf(insert(audited.store, "after an exception"))).isNull();

    assertThatThrownBy(
            () ->
                audited.store.transaction(
                    ADA,
                    tx -> {
                      assertThatThrownBy(
                              () -> tx.dsl().execute("UPDATE tasks SET priority = 'none'"))
                          .isInstanceOf(CheckViolationException.class);
                    }))
        .isInstanceOf(RollbackOnlyException.class);
    assertThat(actorOf(insert(audited.store, "after a failed statement"))).isNull();
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void severalProgramsHaveActorsOfTheirOwn() {
    try (TaskDatabase other = audited.open();
        TaskDatabase plain = audited.openWithoutActors()) {
      User user = user();
      UUID[] ids = new UUID[3];
      audited.store.transaction(
          ADA, tx -> ids[0] = tx.tasks().insert(NewTask.of(user.id(), "a")).id());
      ids[1] = plain.tasks().insert(NewTask.of(user.id(), "b")).id();
      other.transaction(
          TransactionOptions.defaults().actor("Bob"),
          tx -> ids[2] = tx.tasks().insert(NewTask.of(user.id(), "c")).id());

      assertThat(Stream.of(ids).map(this::actorOf)).containsExactly("Ada ☃ 'A'", null, "Bob");
    }
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void aBatchThatIsRepeatedKeepsTheActor() {
    User user = user();
    UUID taken = UUID.randomUUID();
    UUID fresh = UUID.randomUUID();
    audited.store.transaction(
        ADA,
        tx -> {
          tx.tasks().insert(NewTask.of(user.id(), "taken").id(taken));
          assertThatThrownBy(
                  () ->
                      tx.transaction(
                          in ->
                              in.tasks()
                                  .insertAll(
                                      List.of(
                                          NewTask.of(user.id(), "fresh"),
                                          NewTask.of(user.id(), "taken").id(taken)))))
              .isInstanceOf(UniqueViolationException.class);
          tx.tasks().insert(NewTask.of(user.id(), "fresh").id(fresh));
        });
    assertThat(actorOf(fresh)).isEqualTo("Ada ☃ 'A'");
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void thePrincipalOfAScopeIsTheActorOfItsWrites() {
    User user = user();
    String principal = user.id().toString();
    try (Scope scope = scope(user)) {
      TaskRepositoryBase tasks = new TaskRepositoryBase(scope);
      UUID id = tasks.insert(NewTask.of(user.id(), "one")).id();
      tasks.update(id, TaskChanges.none().title("two"));
      tasks.load(Stream.of(NewTask.of(user.id(), "loaded")));
      scope.transaction(
          tx -> {
            new TaskRepositoryBase(tx).update(id, TaskChanges.none().title("three"));
            tx.transaction(
                in -> new TaskRepositoryBase(in).update(id, TaskChanges.none().title("four")));
          });
      tasks.deleteById(id);

      assertThat(audited.entries(TASKS.ID, id))
          .hasSize(5)
          .allSatisfy(entry -> assertThat(entry.actor()).contains(principal));
    }
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void callsOfAScopeInATransactionOfTheStoreHaveThePrincipalUnlessAnActorIsNamed() {
    User user = user();
    String principal = user.id().toString();
    UUID[] ids = new UUID[5];
    try (Scope scope = scope(user)) {
      TaskRepositoryBase tasks = new TaskRepositoryBase(scope);
      audited.store.transaction(
          tx -> {
            ids[0] = tx.tasks().insert(NewTask.of(user.id(), "store")).id();
            ids[1] = tasks.insert(NewTask.of(user.id(), "scope")).id();
            ids[2] = tx.tasks().insert(NewTask.of(user.id(), "store")).id();
          });
      audited.store.transaction(
          ADA, tx -> ids[3] = tasks.insert(NewTask.of(user.id(), "scope")).id());
      scope.transaction(
          ADA, tx -> ids[4] = new TaskRepositoryBase(tx).insert(NewTask.of(user.id(), "t")).id());
    }
    assertThat(Stream.of(ids).map(this::actorOf))
        .containsExactly(null, principal, null, "Ada ☃ 'A'", "Ada ☃ 'A'");
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void aCallOfAScopeThatIsRefusedLeavesTheActorOfTheTransaction() {
    User user = user();
    User other = user();
    UUID[] ids = new UUID[1];
    try (Scope scope = scope(user)) {
      TaskRepositoryBase tasks = new TaskRepositoryBase(scope);
      audited.store.transaction(
          tx -> {
            assertThatThrownBy(
                () -> tasks.update(UUID.randomUUID(), TaskChanges.none().title("missing")));
            assertThatThrownBy(
                () -> tx.transaction(in -> tasks.insert(NewTask.of(other.id(), "not mine"))));
            ids[0] = tx.tasks().insert(NewTask.of(user.id(), "store")).id();
          });
    }
    assertThat(actorOf(ids[0])).isNull();
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void aReadOnlyTransactionMayHaveAnActor() {
    long count =
        audited.store.transactionResult(
            TransactionOptions.defaults().readOnly().actor("reader"), tx -> tx.tasks().count());
    assertThat(count).isNotNegative();
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void transactionsOfPlainJooqHaveTheActorOfTheTransactionAroundThem() {
    User user = user();
    UUID id = UUID.randomUUID();
    audited.store.transaction(
        ADA,
        tx ->
            tx.dsl()
                .transaction(
                    configuration ->
                        DSL.using(configuration)
                            .insertInto(TASKS)
                            .columns(
                                TASKS.ID,
                                TASKS.USER_ID,
                                TASKS.TITLE,
                                TASKS.CREATED_AT,
                                TASKS.UPDATED_AT,
                                TASKS.VERSION)
                            .values(id, user.id(), "jOOQ", Contract.START, Contract.START, 0L)
                            .execute()));
    assertThat(actorOf(id)).isEqualTo("Ada ☃ 'A'");
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void anActorInATransactionOfTheApplicationEndsWithTheBlock() {
    User user = user();
    UUID[] ids = new UUID[3];
    TransactionAwareDataSource dataSource = audited.applicationDataSource();
    try (TaskDatabase joined = audited.join(dataSource)) {
      dataSource.begin();
      joined.transaction(
          ADA, tx -> ids[0] = tx.tasks().insert(NewTask.of(user.id(), "block")).id());
      ids[1] = joined.tasks().insert(NewTask.of(user.id(), "after the block")).id();
      dataSource.commit();
      ids[2] = joined.tasks().insert(NewTask.of(user.id(), "after the transaction")).id();
    }
    assertThat(Stream.of(ids).map(this::actorOf)).containsExactly("Ada ☃ 'A'", null, null);
  }

  @Test
  void namesThatCannotBeStoredAreRefused() {
    for (String name : List.of("", "a".repeat(256), "a\0b", "\ud800")) {
      assertThatThrownBy(() -> TransactionOptions.defaults().actor(name))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("name of an actor");
    }
    assertThat(TransactionOptions.defaults().actor("☃".repeat(255)).actor()).hasSize(255);
  }
}
