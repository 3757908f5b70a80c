package dev.taskstore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.TaskTransaction;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.TransactionOutcome;
import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.exception.UniqueViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
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

  private static TransientFailureException conflict() {
    return new TransientFailureException("conflict", FailureContext.NONE, null);
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
  void callbacksOfFailedAttemptsRunBeforeTheRetryAndThoseOfTheLastCount() {
    AtomicInteger attempts = new AtomicInteger();
    TransientFailureException conflict = conflict();
    store()
        .transaction(
            tx -> {
              int attempt = attempts.incrementAndGet();
              events.add("attempt " + attempt);
              tx.beforeRetry(failure -> events.add("retry " + (failure == conflict)));
              record(tx, String.valueOf(attempt));
              tx.users().insert(newUser("ada"));
              if (attempt < 3) {
                tx.transaction(
                    inner -> {
                      inner.beforeRetry(failure -> events.add("inner retry"));
                      throw conflict;
                    });
              }
            });

    assertThat(events)
        .containsExactly(
            "attempt 1",
            "1 rolled back",
            "retry true",
            "inner retry",
            "attempt 2",
            "2 rolled back",
            "retry true",
            "inner retry",
            "attempt 3",
            "3 committed");
  }

  @Test
  void withoutARetryNoCallbackRunsBeforeOne() {
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        TransactionOptions.defaults().withoutRetry(),
                        tx -> {
                          tx.beforeRetry(failure -> events.add("retry"));
                          record(tx, "tx");
                          throw conflict();
                        }))
        .isInstanceOf(TransientFailureException.class);

    assertThat(events).containsExactly("tx rolled back");
  }

  @Test
  void aCallbackThatFailsBeforeARetryEndsTheRetries() {
    AbortException abort = new AbortException();
    TransientFailureException conflict = conflict();
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.beforeRetry(
                              failure -> {
                                throw abort;
                              });
                          tx.beforeRetry(
                              failure -> {
                                events.add("retry");
                                throw failure;
                              });
                          throw conflict;
                        }))
        .isSameAs(conflict)
        .hasSuppressedException(abort);

    assertThat(events).containsExactly("retry");
  }

  @Test
  void aCallbackMayThrowTheFailureThatItGets() {
    TransientFailureException conflict = conflict();
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.beforeRetry(
                              failure -> {
                                throw failure;
                              });
                          throw conflict;
                        }))
        .isSameAs(conflict)
        .hasNoSuppressedExceptions();
  }

  @Test
  void aCallbackThatFailsAfterTheCommitLeavesItCommitted() {
    AtomicInteger attempts = new AtomicInteger();
    TransientFailureException first = conflict();
    AssertionError second = new AssertionError();
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          attempts.incrementAndGet();
                          tx.users().insert(newUser("ada"));
                          tx.afterCommit(
                              () -> {
                                throw first;
                              });
                          tx.afterCompletion(
                              outcome -> {
                                throw second;
                              });
                          record(tx, "tx");
                        }))
        .isInstanceOf(AfterCommitException.class)
        .hasMessageContaining("is committed")
        .cause()
        .isSameAs(first);

    assertThat(first).hasSuppressedException(second);
    assertThat(attempts).hasValue(1);
    assertThat(events).containsExactly("tx committed");
    assertThat(users()).isEqualTo(1);
  }

  @Test
  void aCallbackThatFailsAfterARollbackIsSuppressedAndEndsTheRetries() {
    AbortException abort = new AbortException();
    TransientFailureException conflict = conflict();
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.afterRollback(
                              () -> {
                                throw abort;
                              });
                          tx.beforeRetry(failure -> events.add("retry"));
                          record(tx, "tx");
                          throw conflict;
                        }))
        .isSameAs(conflict)
        .hasSuppressedException(abort);

    assertThat(events).containsExactly("tx rolled back");
  }

  @Test
  void aCallbackOfANestedTransactionThatWasRolledBackMayFailAfterTheCommit() {
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          tx.users().insert(newUser("ada"));
                          assertThatThrownBy(
                                  () ->
                                      tx.transaction(
                                          inner -> {
                                            inner.afterRollback(
                                                () -> {
                                                  throw new AbortException();
                                                });
                                            throw new IllegalStateException();
                                          }))
                              .isInstanceOf(IllegalStateException.class)
                              .hasNoSuppressedExceptions();
                        }))
        .isInstanceOf(AfterCommitException.class)
        .hasCauseInstanceOf(AbortException.class);
    assertThat(users()).isEqualTo(1);
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
