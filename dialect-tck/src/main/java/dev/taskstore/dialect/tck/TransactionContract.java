package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.tasks.TaskSession;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.UserChanges;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Commit, rollback, savepoints, and the effect of a failed statement on its transaction. */
abstract class TransactionContract extends Contract {

  TransactionContract(DialectFixture tck) {
    super(tck);
  }

  private long users() {
    return store().users().count();
  }

  @Test
  void blocksCommitWhenTheyReturn() {
    User ada = store().transactionResult(tx -> tx.users().insert(newUser("ada")));

    assertThat(store().users().findById(ada.id())).contains(ada);
  }

  @Test
  void blocksRollBackWhenTheyThrow() {
    IOException checked = new IOException("no");
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.users().insert(newUser("ada"));
                          throw checked;
                        }))
        .isSameAs(checked);
    AssertionError error = new AssertionError("no");
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.users().insert(newUser("ada"));
                          throw error;
                        }))
        .isSameAs(error);
    assertThat(users()).isZero();
  }

  @Test
  void aTransactionReadsItsOwnWritesAndSoDoesTheStoreInItsThread() {
    store()
        .transaction(
            tx -> {
              User ada = tx.users().insert(newUser("ada"));
              assertThat(tx.users().findById(ada.id())).contains(ada);
              assertThat(store().users().findById(ada.id())).contains(ada);
              store().users().insert(newUser("bob"));
              assertThat(tx.users().count()).isEqualTo(2);
              inAnotherThread(() -> assertThat(users()).isZero());
            });
    assertThat(users()).isEqualTo(2);
  }

  @Test
  void aFailureInsideOfANestedTransactionStaysThere() {
    insertUser("ada");

    store()
        .transaction(
            tx -> {
              tx.users().insert(newUser("bob"));
              assertThatThrownBy(
                      () ->
                          tx.transaction(
                              inner -> {
                                inner.users().insert(newUser("cyd"));
                                inner.users().insert(newUser("ada"));
                              }))
                  .isInstanceOf(UniqueViolationException.class);
              assertThat(tx.users().findByUsername("cyd")).isEmpty();
              tx.transaction(inner -> inner.users().insert(newUser("dan")));
            });

    assertThat(store().users().findAllByUsername(List.of("ada", "bob", "cyd", "dan")))
        .extracting(User::username)
        .containsExactly("ada", "bob", "dan");
  }

  @Test
  void savepointsNestToAnyDepth() {
    store()
        .transaction(
            one -> {
              one.users().insert(newUser("one"));
              one.transaction(
                  two -> {
                    two.users().insert(newUser("two"));
                    assertThatThrownBy(
                            () ->
                                two.transaction(
                                    three -> {
                                      three.users().insert(newUser("three"));
                                      three.transaction(
                                          four -> four.users().insert(newUser("four")));
                                      throw new IllegalStateException();
                                    }))
                        .isInstanceOf(IllegalStateException.class);
                    two.transaction(three -> three.users().insert(newUser("three again")));
                  });
            });

    assertThat(
            store()
                .users()
                .findAllByUsername(List.of("one", "two", "three", "four", "three again")))
        .extracting(User::username)
        .containsExactly("one", "two", "three again");
  }

  @Test
  void aNestedTransactionGoesWithTheOuterOne() {
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.transaction(inner -> inner.users().insert(newUser("ada")));
                          throw new IllegalStateException();
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(users()).isZero();
  }

  @Test
  void afterAFailedStatementEveryCallIsRefused() {
    insertUser("ada");

    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.users().insert(newUser("bob"));
                          assertThatThrownBy(() -> tx.users().insert(newUser("ada")))
                              .isInstanceOf(UniqueViolationException.class);
                          assertRollbackOnly(tx);
                        }))
        .isInstanceOf(RollbackOnlyException.class)
        .hasMessageContaining("nested");

    assertThat(users()).isEqualTo(1);
  }

  private void assertRollbackOnly(TaskSession tx) {
    assertThatThrownBy(() -> tx.users().insert(newUser("cyd")))
        .isInstanceOf(RollbackOnlyException.class);
    assertThatThrownBy(() -> tx.users().count()).isInstanceOf(RollbackOnlyException.class);
    assertThatThrownBy(() -> tx.users().stream()).isInstanceOf(RollbackOnlyException.class);
    assertThatThrownBy(() -> tx.transaction(inner -> inner.users().count()))
        .isInstanceOf(RollbackOnlyException.class);
    assertThatThrownBy(() -> store().users().count()).isInstanceOf(RollbackOnlyException.class);
    assertThatThrownBy(() -> tx.dsl().selectOne().fetch())
        .isInstanceOf(RollbackOnlyException.class);
  }

  @Test
  void aNestedTransactionThatSwallowsAFailureIsRolledBackAlone() {
    insertUser("ada");

    store()
        .transaction(
            tx -> {
              tx.users().insert(newUser("bob"));
              assertThatThrownBy(
                      () ->
                          tx.transaction(
                              inner -> {
                                inner.users().insert(newUser("cyd"));
                                assertThatThrownBy(() -> inner.users().insert(newUser("ada")))
                                    .isInstanceOf(UniqueViolationException.class);
                              }))
                  .isInstanceOf(RollbackOnlyException.class);
              tx.users().insert(newUser("dan"));
            });

    assertThat(store().users().findAllByUsername(List.of("bob", "cyd", "dan")))
        .extracting(User::username)
        .containsExactly("bob", "dan");
  }

  @Test
  void whatNoDatabaseSawLeavesTheTransactionUsable() {
    User ada = insertUser("ada");
    User changed = store().users().update(ada);

    store()
        .transaction(
            tx -> {
              assertThatThrownBy(() -> tx.users().insert(newUser("")))
                  .isInstanceOf(InvalidArgumentException.class);
              assertThatThrownBy(() -> tx.users().findByUsername("\0"))
                  .isInstanceOf(InvalidArgumentException.class);
              assertThatThrownBy(() -> tx.users().update(ada))
                  .isInstanceOf(StaleEntityException.class);
              assertThatThrownBy(() -> tx.users().updateAll(List.of(changed, ada)))
                  .isInstanceOf(StaleEntityException.class);
              assertThatThrownBy(() -> tx.users().getById(new UUID(0, 1)))
                  .isInstanceOf(EntityNotFoundException.class);
              assertThatThrownBy(() -> tx.users().update(new UUID(0, 1), UserChanges.none()))
                  .isInstanceOf(EntityNotFoundException.class);
              tx.users().insert(newUser("bob"));
            });

    assertThat(users()).isEqualTo(2);
    assertThat(store().users().getById(ada.id())).isEqualTo(changed);
  }

  @Test
  void callsOfSeveralStatementsFailAloneInsideOfATransaction() {
    insertUser("ada");

    store()
        .transaction(
            tx -> {
              assertThatThrownBy(
                      () -> tx.users().insertAll(List.of(newUser("bob"), newUser("ada"))))
                  .isInstanceOf(UniqueViolationException.class);
              tx.users().insert(newUser("cyd"));
            });

    assertThat(store().users().findAllByUsername(List.of("ada", "bob", "cyd")))
        .extracting(User::username)
        .containsExactly("ada", "cyd");
  }

  @Test
  void aTransactionIsOfNoUseAfterItsBlockOrInAnotherThread() {
    AtomicReference<TaskSession> kept = new AtomicReference<>();
    store()
        .transaction(
            tx -> {
              kept.set(tx);
              assertThatThrownBy(
                      () ->
                          inAnotherThread(
                              () -> {
                                tx.users().insert(newUser("ada"));
                              }))
                  .hasCauseInstanceOf(IllegalStateException.class);
            });

    assertThatThrownBy(() -> Objects.requireNonNull(kept.get()).users().count())
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Objects.requireNonNull(kept.get()).transaction(tx -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThat(users()).isZero();
  }

  @Test
  void anOuterTransactionIsOfUseAgainAfterTheInnerOne() {
    store()
        .transaction(
            tx -> {
              tx.transaction(inner -> inner.users().insert(newUser("ada")));
              tx.users().insert(newUser("bob"));
            });

    assertThat(users()).isEqualTo(2);
  }

  @Test
  void connectionsAreGivenBackWhateverHappens() {
    insertUser("ada");
    for (int i = 0; i < 30; i++) {
      assertThatThrownBy(() -> store().transaction(tx -> tx.users().insert(newUser("ada"))))
          .isInstanceOf(UniqueViolationException.class);
      assertThatThrownBy(() -> store().users().insert(newUser("ada")))
          .isInstanceOf(UniqueViolationException.class);
    }
    assertThatCode(() -> insertUser("bob")).doesNotThrowAnyException();
  }
}
