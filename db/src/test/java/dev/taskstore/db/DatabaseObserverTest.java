package dev.taskstore.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.observation.DatabaseObserver;
import dev.taskstore.db.observation.DatabaseOperation;
import dev.taskstore.db.observation.DatabaseOperation.Kind;
import dev.taskstore.db.observation.OperationFailure;
import dev.taskstore.db.observation.OperationObserver;
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
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.Driver;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Observers receive transactions, statements and connections, whatever comes of a commit. */
class DatabaseObserverTest {

  private final List<String> events = new ArrayList<>();
  private final Database database = open(this::record);
  private @Nullable SQLException failureOfCommit;

  private Database open(DatabaseObserver... observers) {
    return Database.builder()
        .dataSource(dataSource())
        .dialect(new H2())
        .retryPolicy(new RetryPolicy(3, Duration.ZERO, Duration.ZERO))
        .observers(observers)
        .open();
  }

  private static DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            DatabaseObserverTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) ->
                new Driver().connect("jdbc:h2:mem:observer", new Properties()));
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

  private OperationObserver record(DatabaseOperation operation) {
    boolean hasAttempt = operation.kind() == Kind.TRANSACTION || operation.kind() == Kind.RETRY;
    String name = operation.summary() + (hasAttempt ? " " + operation.attempt() : "");
    events.add(name + (operation.readOnly() ? " read-only" : ""));
    return result -> {
      OperationFailure failure = result.failure();
      events.add(
          "/"
              + name
              + (result.outcome() == null ? "" : " " + result.outcome())
              + (result.count().isPresent() ? " " + result.count().getAsLong() : "")
              + (failure == null ? "" : " " + failure.type().getSimpleName()));
    };
  }

  @Test
  void aTransactionContainsItsConnectionAndItsStatements() {
    database.transaction(
        tx -> {
          tx.dsl().selectOne().fetch();
          tx.transaction(inner -> inner.dsl().selectOne().fetch());
          tx.afterCommit(() -> events.add("callback"));
        });

    assertThat(events)
        .containsExactly(
            "TRANSACTION 1",
            "CONNECTION",
            "/CONNECTION",
            "SELECT",
            "/SELECT 1",
            "SELECT",
            "/SELECT 1",
            "/TRANSACTION 1 COMMITTED",
            "callback");
  }

  @Test
  void attemptsAndPausesAreOperations() {
    database.transaction(
        TransactionOptions.defaults().readOnly(),
        tx -> {
          tx.beforeRetry(failure -> events.add("callback"));
          if (!events.contains("RETRY 1")) {
            throw conflict();
          }
        });

    assertThat(events)
        .containsExactly(
            "TRANSACTION 1 read-only",
            "CONNECTION read-only",
            "/CONNECTION",
            "/TRANSACTION 1 ROLLED_BACK TransientFailureException",
            "RETRY 1",
            "/RETRY 1 TransientFailureException",
            "callback",
            "TRANSACTION 2 read-only",
            "CONNECTION read-only",
            "/CONNECTION",
            "/TRANSACTION 2 COMMITTED");
  }

  @Test
  void callsOutsideOfTransactionsAreRetried() {
    int result =
        database
            .database()
            .read(
                connection -> {
                  if (events.size() == 2) {
                    throw new SQLException("conflict", "40001");
                  }
                  return 1;
                });

    assertThat(result).isEqualTo(1);
    assertThat(events)
        .containsExactly(
            "CONNECTION read-only",
            "/CONNECTION",
            "RETRY 1",
            "/RETRY 1 TransientFailureException",
            "CONNECTION read-only",
            "/CONNECTION");
  }

  @Test
  void anExceptionOfTheApplicationIsNamedByItsClassOnly() {
    List<OperationFailure> failures = new ArrayList<>();
    try (Database observed = open(operation -> result -> failures.add(result.failure()))) {
      assertThatThrownBy(
              () ->
                  observed.transaction(
                      tx -> {
                        throw new IllegalArgumentException("secret");
                      }))
          .isInstanceOf(IllegalArgumentException.class);
    }

    OperationFailure failure = failures.get(failures.size() - 1);
    assertThat(failure.type()).isEqualTo(IllegalArgumentException.class);
    assertThat(failure.exception()).isNull();
    assertThat(failure.toString()).doesNotContain("secret");
  }

  @Test
  void aStatementOfPlainJooqFailsWithTheExceptionOfTheCaller() {
    assertThatThrownBy(() -> database.dsl().fetch("select * from missing"))
        .isInstanceOf(DatabaseException.class);

    assertThat(events)
        .containsExactlyInAnyOrder(
            "CONNECTION", "/CONNECTION", "SELECT missing", "/SELECT missing DatabaseException");
  }

  @Test
  void anObserverThatFailsDoesNotChangeTheCall() {
    DatabaseObserver refuses =
        operation -> {
          throw new IllegalStateException("observer");
        };
    DatabaseObserver refusesTheEnd =
        operation ->
            result -> {
              throw new AssertionError("observer");
            };
    DatabaseObserver refusesToOpen =
        new DatabaseObserver() {
          @Override
          public OperationObserver started(DatabaseOperation operation) {
            return record(operation);
          }

          @Override
          public void opened(List<HikariDataSource> pools) {
            throw new IllegalStateException("observer");
          }
        };
    List<LogRecord> logged = new ArrayList<>();
    Handler handler = handler(logged);
    Logger logger = Logger.getLogger("dev.taskstore.db.internal.observation");
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try (Database observed = open(refuses, refusesTheEnd, refusesToOpen)) {
      for (int i = 0; i < 3; i++) {
        int one = observed.transactionResult(tx -> tx.dsl().selectOne().fetchSingle().value1());
        assertThat(one).isEqualTo(1);
      }
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }

    assertThat(events).endsWith("/TRANSACTION 1 COMMITTED");
    assertThat(logged).hasSize(3).allMatch(entry -> entry.getLevel().equals(Level.WARNING));
  }

  private static Handler handler(List<LogRecord> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        logged.add(entry);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
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

    assertThat(events)
        .endsWith(
            "/TRANSACTION 1 UNKNOWN CommitOutcomeUnknownException",
            "callback UNKNOWN",
            "nested ROLLED_BACK");
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

    assertThat(events)
        .endsWith("/TRANSACTION 1 ROLLED_BACK TransientFailureException", "callback ROLLED_BACK");
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
