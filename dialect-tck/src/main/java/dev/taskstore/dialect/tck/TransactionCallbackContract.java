package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.TransactionOutcome;
import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.tasks.TaskTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callbacks after commit, after rollback and before retries. */
abstract class TransactionCallbackContract extends Contract {

  private final List<String> events = new ArrayList<>();

  TransactionCallbackContract(DialectFixture tck) {
    super(tck);
  }

  @BeforeEach
  final void forgetEvents() {
    events.clear();
  }

  /** Registers a callback of each kind, which record the name of a transaction and the event. */
  private void record(TaskTransaction tx, String name) {
    tx.afterCommit(() -> events.add(name + " committed"));
    tx.afterRollback(() -> events.add(name + " rolled back"));
  }

  private static class AbortException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private long users() {
    return store().users().count();
  }

  @Test
  void callbacksAfterCommitRunInOrderInTheThreadOfTheBlock() {
    Thread thread = Thread.currentThread();
    String result =
        store()
            .transactionResult(
                tx -> {
                  tx.afterCommit(() -> events.add("1 " + (Thread.currentThread() == thread)));
                  tx.users().insert(newUser("ada"));
                  tx.afterCompletion(outcome -> events.add("2 " + outcome));
                  tx.afterRollback(() -> events.add("3"));
                  tx.afterCommit(() -> events.add("4"));
                  assertThat(events).isEmpty();
                  return "result";
                });

    assertThat(result).isEqualTo("result");
    assertThat(events).containsExactly("1 true", "2 COMMITTED", "4");
  }

  @Test
  void callbacksAfterRollbackRunWhenTheBlockThrows() {
    AbortException abort = new AbortException();
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          record(tx, "tx");
                          tx.afterCompletion(outcome -> events.add(outcome.name()));
                          tx.users().insert(newUser("ada"));
                          throw abort;
                        }))
        .isSameAs(abort);

    assertThat(events).containsExactly("tx rolled back", "ROLLED_BACK");
  }

  @Test
  void callbacksAfterRollbackRunWhenAFailedStatementWasIgnored() {
    insertUser("ada");
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          assertThatThrownBy(() -> tx.users().insert(newUser("ada")))
                              .isInstanceOf(UniqueViolationException.class);
                          record(tx, "tx");
                        }))
        .isInstanceOf(RollbackOnlyException.class);

    assertThat(events).containsExactly("tx rolled back");
  }

  @Test
  void callbacksWriteInTransactionsOfTheirOwn() {
    store()
        .transaction(
            tx -> {
              tx.users().insert(newUser("ada"));
              tx.afterCommit(() -> inAnotherThread(() -> insertUser("bob")));
              tx.afterCommit(
                  () ->
                      store()
                          .transaction(
                              next -> {
                                record(next, "next");
                                next.users().insert(newUser("cyd"));
                              }));
              tx.afterCommit(() -> events.add(users() + " users"));
            });

    assertThat(events).containsExactly("next committed", "3 users");
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.users().insert(newUser("dan"));
                          tx.afterRollback(() -> insertUser("dan"));
                          throw new AbortException();
                        }))
        .isInstanceOf(AbortException.class);
    assertThat(users()).isEqualTo(4);
  }

  @Test
  void callbacksOfNestedTransactionsRunAfterTheOutermostCommit() {
    store()
        .transaction(
            tx -> {
              record(tx, "outer");
              tx.transaction(
                  inner -> {
                    record(inner, "inner");
                    inner.transaction(innermost -> record(innermost, "innermost"));
                  });
              assertThat(events).isEmpty();
              tx.afterCommit(() -> events.add("outer again"));
            });

    assertThat(events)
        .containsExactly(
            "outer committed", "inner committed", "innermost committed", "outer again");
  }

  @Test
  void callbacksOfANestedTransactionThatIsRolledBackDoNotRunAfterTheOutermostCommit() {
    store()
        .transaction(
            tx -> {
              record(tx, "outer");
              assertThatThrownBy(
                      () ->
                          tx.transaction(
                              inner -> {
                                record(inner, "inner");
                                inner.transaction(innermost -> record(innermost, "innermost"));
                                throw new AbortException();
                              }))
                  .isInstanceOf(AbortException.class);
              assertThat(events).isEmpty();
              tx.transaction(inner -> record(inner, "next"));
            });

    assertThat(events)
        .containsExactly(
            "outer committed", "inner rolled back", "innermost rolled back", "next committed");
  }

  @Test
  void callbacksOfANestedTransactionGoWithTheOuterOne() {
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.transaction(inner -> record(inner, "inner"));
                          throw new AbortException();
                        }))
        .isInstanceOf(AbortException.class);

    assertThat(events).containsExactly("inner rolled back");
  }

  @Test
  void aCallbackBelongsToTheInnermostTransactionAsStatementsDo() {
    store()
        .transaction(
            tx ->
                assertThatThrownBy(
                        () ->
                            tx.transaction(
                                inner -> {
                                  tx.users().insert(newUser("ada"));
                                  record(tx, "outer");
                                  throw new AbortException();
                                }))
                    .isInstanceOf(AbortException.class));

    assertThat(users()).isZero();
    assertThat(events).containsExactly("outer rolled back");
  }

  @Test
  void readOnlyTransactionsHaveCallbacksToo() {
    store()
        .transaction(
            TransactionOptions.defaults().readOnly(),
            tx -> {
              record(tx, "tx");
              tx.afterCommit(() -> insertUser("ada"));
            });

    assertThat(events).containsExactly("tx committed");
    assertThat(users()).isEqualTo(1);
  }

  @Test
  void nothingIsRegisteredAfterTheEndOrByAnotherThread() {
    AtomicReference<TaskTransaction> kept = new AtomicReference<>();
    store()
        .transaction(
            tx -> {
              kept.set(tx);
              assertThatThrownBy(() -> inAnotherThread(() -> record(tx, "thread")))
                  .hasCauseInstanceOf(IllegalStateException.class);
              tx.afterCommit(
                  () ->
                      assertThatThrownBy(() -> record(tx, "callback"))
                          .isInstanceOf(IllegalStateException.class));
            });

    TaskTransaction ended = Objects.requireNonNull(kept.get());
    assertThatThrownBy(() -> record(ended, "ended")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ended.beforeRetry(failure -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThat(events).isEmpty();
  }

  @Test
  void transactionsOfPlainJooqRunCallbacks() {
    store()
        .dsl()
        .transaction(
            outer -> {
              store().transaction(tx -> record(tx, "committed"));
              assertThatThrownBy(
                      () ->
                          outer
                              .dsl()
                              .transaction(
                                  inner -> {
                                    store().transaction(tx -> record(tx, "nested"));
                                    throw new AbortException();
                                  }))
                  .isInstanceOf(AbortException.class);
              assertThat(events).isEmpty();
            });
    assertThat(events).containsExactly("committed committed", "nested rolled back");

    assertThatThrownBy(
            () ->
                store()
                    .dsl()
                    .transaction(
                        outer -> {
                          store()
                              .transaction(
                                  tx -> {
                                    tx.users().insert(newUser("ada"));
                                    tx.afterCompletion(
                                        outcome -> {
                                          assertThat(outcome)
                                              .isEqualTo(TransactionOutcome.COMMITTED);
                                          throw new AbortException();
                                        });
                                  });
                        }))
        .isInstanceOf(AfterCommitException.class);
    assertThat(users()).isEqualTo(1);
  }
}
