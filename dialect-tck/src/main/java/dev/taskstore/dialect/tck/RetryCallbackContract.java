package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.dialect.tck.tasks.TaskTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callbacks of transactions that are run again, and callbacks that fail. */
abstract class RetryCallbackContract extends Contract {

  private final List<String> events = new ArrayList<>();

  RetryCallbackContract(DialectFixture tck) {
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
}
