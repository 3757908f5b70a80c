package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.RetryPolicy;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Read-only transactions and retry. */
abstract class TransactionOptionsContract extends Contract {

  private static final TransactionOptions READ_ONLY = TransactionOptions.defaults().readOnly();
  private static final Duration BRIEF = Duration.ofMillis(10);

  TransactionOptionsContract(DialectFixture tck) {
    super(tck);
  }

  @Test
  void readOnlyTransactionsRefuseRepositoriesToWrite() {
    User ada = insertUser("ada");

    store()
        .transaction(
            READ_ONLY,
            tx -> {
              assertThat(tx.users().getById(ada.id())).isEqualTo(ada);
              assertThatThrownBy(() -> tx.users().insert(newUser("bob")))
                  .isInstanceOf(ReadOnlyTransactionException.class);
              assertThatThrownBy(() -> tx.users().deleteById(ada.id()))
                  .isInstanceOf(ReadOnlyTransactionException.class);
              assertThatThrownBy(() -> tx.transaction(inner -> inner.users().update(ada)))
                  .isInstanceOf(ReadOnlyTransactionException.class);
              tx.transaction(READ_ONLY, inner -> assertThat(inner.users().count()).isEqualTo(1));
              assertThat(tx.users().count()).isEqualTo(1);
            });
  }

  @Test
  void readOnlyTransactionsRefusePlainJooqToWrite() {
    assertThatThrownBy(
            () -> store().transaction(READ_ONLY, tx -> tx.dsl().deleteFrom(USERS).execute()))
        .isInstanceOf(ReadOnlyTransactionException.class)
        .hasMessageContaining("read-only");
    insertUser("ada");
  }

  @Test
  void aNestedReadOnlyTransactionRefusesRepositoriesToWrite() {
    store()
        .transaction(
            tx -> {
              tx.users().insert(newUser("ada"));
              tx.transaction(
                  READ_ONLY,
                  inner -> {
                    assertThat(inner.users().count()).isEqualTo(1);
                    assertThatThrownBy(() -> inner.users().insert(newUser("bob")))
                        .isInstanceOf(ReadOnlyTransactionException.class);
                  });
              tx.users().insert(newUser("cyd"));
            });
    assertThat(store().users().count()).isEqualTo(2);
  }

  @Test
  void writesAreSeenByTheVeryNextRead() {
    for (int i = 0; i < 50; i++) {
      User user = insertUser("user " + i);
      assertThat(store().users().findById(user.id())).contains(user);
      User read = store().transactionResult(READ_ONLY, tx -> tx.users().getById(user.id()));
      assertThat(read).isEqualTo(user);
    }
  }

  @Test
  void theWholeBlockIsRetriedAfterATransientFailure() {
    AtomicInteger attempts = new AtomicInteger();

    store()
        .transaction(
            tx -> {
              tx.users().insert(newUser("ada"));
              if (attempts.incrementAndGet() < 4) {
                throw new TransientFailureException("again", FailureContext.NONE, null);
              }
            });

    assertThat(attempts).hasValue(4);
    assertThat(store().users().count()).isEqualTo(1);
  }

  @Test
  void noAttemptBeginsWhenTheTimeForRetriesIsOver() {
    RetryPolicy policy = new RetryPolicy(99, Duration.ofMillis(1), Duration.ofMillis(1), BRIEF);
    AtomicInteger attempts = new AtomicInteger();
    try (TaskDatabase brief = tck.builder(tck.database()).retryPolicy(policy).open()) {
      assertThatThrownBy(
              () ->
                  brief.transaction(
                      tx -> {
                        attempts.incrementAndGet();
                        pause(1 + (int) BRIEF.toMillis());
                        throw new TransientFailureException("again", FailureContext.NONE, null);
                      }))
          .isInstanceOf(TransientFailureException.class);
    }

    assertThat(attempts).hasValue(1);
  }

  @Test
  void aNestedTransactionIsRetriedWithTheOuterOneOnly() {
    AtomicInteger outer = new AtomicInteger();
    AtomicInteger inner = new AtomicInteger();

    store()
        .transaction(
            tx -> {
              outer.incrementAndGet();
              tx.transaction(
                  nested -> {
                    nested.users().insert(newUser("ada"));
                    if (inner.incrementAndGet() == 1) {
                      throw new TransientFailureException("again", FailureContext.NONE, null);
                    }
                  });
            });

    assertThat(outer).hasValue(2);
    assertThat(inner).hasValue(2);
    assertThat(store().users().count()).isEqualTo(1);
  }

  @Test
  void otherFailuresAndBlocksWithoutRetryRunOnce() {
    AtomicInteger attempts = new AtomicInteger();

    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        TransactionOptions.defaults().withoutRetry(),
                        tx -> {
                          attempts.incrementAndGet();
                          throw new TransientFailureException("no", FailureContext.NONE, null);
                        }))
        .isInstanceOf(TransientFailureException.class);
    assertThatThrownBy(
            () ->
                store()
                    .transaction(
                        tx -> {
                          attempts.incrementAndGet();
                          throw new IllegalStateException();
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(attempts).hasValue(2);
  }
}
