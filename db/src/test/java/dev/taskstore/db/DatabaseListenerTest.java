package dev.taskstore.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.internal.transaction.DatabaseListener;
import dev.taskstore.db.spi.Classification;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FailureClassifier;
import dev.taskstore.db.spi.FailureKind;
import dev.taskstore.db.spi.TransactionControl;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.h2.Driver;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listeners observe transactions, statements and connections, whatever comes of a commit. */
class DatabaseListenerTest {

  private final List<String> events = new ArrayList<>();
  private final Database database = open(List.of(new Recorder()));
  private @Nullable SQLException failureOfCommit;

  private Database open(List<DatabaseListener> listeners) {
    Database.Builder builder =
        Database.builder()
            .dataSource(dataSource())
            .dialect(new H2())
            .retryPolicy(new RetryPolicy(3, Duration.ZERO, Duration.ZERO));
    builder.settings.listeners = listeners;
    return builder.open();
  }

  private static DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            DatabaseListenerTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) ->
                new Driver().connect("jdbc:h2:mem:listener", new Properties()));
  }

  @BeforeEach
  void forgetEvents() {
    events.clear();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static TransientFailureException conflict() {
    return new TransientFailureException("conflict", FailureContext.NONE, null);
  }

  @Test
  void aTransactionIsObservedFromItsConnectionToItsEnd() {
    database.transaction(
        tx -> {
          tx.dsl().selectOne().fetch();
          tx.transaction(inner -> inner.dsl().selectOne().fetch());
          tx.afterCommit(() -> events.add("callback"));
        });

    assertThat(events)
        .containsExactly(
            "acquired",
            "began READ_COMMITTED false",
            "statement",
            "statement",
            "released",
            "COMMITTED",
            "callback");
  }

  @Test
  void rollbacksAndRetriesAreObserved() {
    database.transaction(
        TransactionOptions.defaults().readOnly(),
        tx -> {
          tx.beforeRetry(failure -> events.add("callback"));
          if (events.stream().noneMatch(event -> event.startsWith("retry"))) {
            throw conflict();
          }
        });

    assertThat(events)
        .containsExactly(
            "acquired",
            "began REPEATABLE_READ true",
            "released",
            "ROLLED_BACK",
            "retry 1",
            "callback",
            "acquired",
            "began REPEATABLE_READ true",
            "released",
            "COMMITTED");
  }

  @Test
  void singleCallsAreObservedByTheirConnections() {
    int result =
        database
            .database()
            .read(
                connection -> {
                  if (events.size() == 1) {
                    throw new SQLException("conflict", "40001");
                  }
                  return 1;
                });

    assertThat(result).isEqualTo(1);
    assertThat(events).containsExactly("acquired", "released", "retry 1", "acquired", "released");
  }

  @Test
  void aCommitOfUnknownOutcomeIsNeitherACommitNorARollback() {
    failureOfCommit = new SQLException("broken", "08006");
    assertThatThrownBy(
            () ->
                database.transaction(
                    tx -> {
                      tx.afterCommit(() -> events.add("callback after commit"));
                      tx.afterRollback(() -> events.add("callback after rollback"));
                      tx.afterCompletion(outcome -> events.add("callback " + outcome));
                      assertThatThrownBy(
                              () ->
                                  tx.transaction(
                                      inner -> {
                                        inner.afterCompletion(
                                            outcome -> events.add("nested " + outcome));
                                        throw new IllegalStateException();
                                      }))
                          .isInstanceOf(IllegalStateException.class);
                    }))
        .isInstanceOf(CommitOutcomeUnknownException.class);

    assertThat(events).endsWith("released", "UNKNOWN", "callback UNKNOWN", "nested ROLLED_BACK");
  }

  @Test
  void aCommitThatFailsIsARollback() {
    failureOfCommit = new SQLException("conflict", "40001");
    assertThatThrownBy(
            () ->
                database.transaction(
                    TransactionOptions.defaults().withoutRetry(),
                    tx -> tx.afterCompletion(outcome -> events.add("callback " + outcome))))
        .isInstanceOf(TransientFailureException.class);

    assertThat(events).endsWith("released", "ROLLED_BACK", "callback ROLLED_BACK");
  }

  @Test
  void withoutListenersConnectionsAreThoseOfTheDataSource() throws SQLException {
    try (Database unobserved = open(List.of());
        Connection connection = unobserved.database().connections().writer()) {
      assertThat(Proxy.isProxyClass(connection.getClass())).isFalse();
    }
  }

  private final class Recorder implements DatabaseListener {

    @Override
    public void transactionBegan(TransactionOptions options) {
      events.add("began " + options.isolation() + " " + options.isReadOnly());
    }

    @Override
    public void transactionEnded(TransactionOutcome outcome, long nanos) {
      assertThat(nanos).isPositive();
      events.add(outcome.name());
    }

    @Override
    public void retrying(int attempt, TransientFailureException failure) {
      events.add("retry " + attempt);
    }

    @Override
    public void connectionAcquired(long nanos) {
      assertThat(nanos).isPositive();
      events.add("acquired");
    }

    @Override
    public void connectionReleased(long nanos) {
      assertThat(nanos).isPositive();
      events.add("released");
    }

    @Override
    public List<ExecuteListenerProvider> executeListeners() {
      return List.of(() -> ExecuteListener.onExecuteEnd(context -> events.add("statement")));
    }
  }

  private final class H2 implements Dialect {

    @Override
    public String name() {
      return "h2";
    }

    @Override
    public SQLDialect jooqDialect() {
      return SQLDialect.H2;
    }

    @Override
    public FailureClassifier failures() {
      return failure ->
          switch (String.valueOf(failure.getSQLState())) {
            case "08006" -> Classification.of(FailureKind.CONNECTION, null);
            case "40001" -> Classification.of(FailureKind.TRANSIENT, null);
            default -> Classification.of(FailureKind.OTHER, null);
          };
    }

    @Override
    public TransactionControl transactions() {
      return new TransactionControl() {
        @Override
        public void commit(Connection connection) throws SQLException {
          if (failureOfCommit != null) {
            throw failureOfCommit;
          }
          TransactionControl.super.commit(connection);
        }
      };
    }
  }
}
