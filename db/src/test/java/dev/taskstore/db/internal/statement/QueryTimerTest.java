package dev.taskstore.db.internal.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.spi.StatementTraits;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class QueryTimerTest {

  private static final Duration TIMEOUT = Duration.ofMillis(10);

  /** A driver whose statements cancel each execution once. */
  private static final StatementTraits TWICE =
      new StatementTraits() {
        @Override
        public void cancelAgain(Statement statement) throws SQLException {
          statement.unwrap(Statement.class);
        }
      };

  /** A driver ignores a cancellation that comes before the statement runs in the database. */
  @Test
  void aStatementThatIgnoresACancellationIsCancelledAgain() throws InterruptedException {
    CountDownLatch cancellations = new CountDownLatch(3);
    try (QueryTimer timer = new QueryTimer(TWICE);
        TimedStatement ignored = timer.watch(statement(cancellations, false), TIMEOUT)) {
      assertThat(cancellations.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aStatementWhoseCancellationFailsIsCancelledAgain() throws InterruptedException {
    CountDownLatch cancellations = new CountDownLatch(2);
    try (QueryTimer timer = new QueryTimer(TWICE);
        TimedStatement ignored = timer.watch(statement(cancellations, true), TIMEOUT)) {
      assertThat(cancellations.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aStatementThatHasEndedIsNotCancelled() throws InterruptedException {
    CountDownLatch cancellations = new CountDownLatch(1);
    try (QueryTimer timer = new QueryTimer(TWICE)) {
      timer.watch(statement(cancellations, false), TIMEOUT).close();

      assertThat(cancellations.await(600, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  /** A statement that is cancelled once by JDBC, and then by the traits of its database. */
  private static Statement statement(CountDownLatch cancellations, boolean fails) {
    AtomicBoolean cancelled = new AtomicBoolean();
    return (Statement)
        Proxy.newProxyInstance(
            QueryTimerTest.class.getClassLoader(),
            new Class<?>[] {Statement.class},
            (proxy, method, arguments) -> {
              boolean first = cancelled.compareAndSet(false, true);
              assertThat(method.getName()).isEqualTo(first ? "cancel" : "unwrap");
              cancellations.countDown();
              if (fails) {
                throw new SQLException("cancellation failed");
              }
              return null;
            });
  }
}
