package dev.taskstore.spring.boot;

import static dev.taskstore.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.UserRepository;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.AfterCommitException;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.TckDatabase;
import dev.taskstore.spring.boot.TransactionalCalls.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** {@code @Transactional} has the same effects on every database. */
@ParameterizedClass
@EnumSource
class TransactionTest {

  @Configuration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    TransactionalCalls calls() {
      return new TransactionalCalls();
    }
  }

  private static final class Running {
    final TckDatabase database;
    final ConfigurableApplicationContext context;

    Running(TestDatabases kind) {
      try {
        database = kind.create();
      } catch (Exception e) {
        throw new IllegalStateException("No database", e);
      }
      context = TestApplications.start(database, Beans.class, "--taskstore.pool.maximum-size=4");
    }
  }

  private static final Map<TestDatabases, Running> RUNNING = new EnumMap<>(TestDatabases.class);

  @Parameter private TestDatabases kind;
  private TaskStore store;
  private UserRepository users;
  private TransactionalCalls calls;
  private JdbcTemplate jdbc;

  @BeforeEach
  void useAnEmptyStore() {
    ConfigurableApplicationContext context = RUNNING.computeIfAbsent(kind, Running::new).context;
    store = context.getBean(TaskStore.class);
    users = context.getBean(UserRepository.class);
    calls = context.getBean(TransactionalCalls.class);
    jdbc = context.getBean(JdbcTemplate.class);
    store.dsl().deleteFrom(USERS).execute();
  }

  @AfterAll
  static void close() {
    RUNNING.values().forEach(running -> running.context.close());
    RUNNING.values().forEach(running -> running.database.close());
    RUNNING.clear();
  }

  private void insert(String name) {
    users.insert(NewUser.of(name, name + "@example.com", PasswordHash.locked()));
  }

  private List<String> names() {
    return users.listNames(PageRequest.first(50)).items().stream()
        .map(user -> user.username())
        .toList();
  }

  private Work failing(Work work) {
    return () -> {
      work.run();
      throw new IllegalStateException("failed");
    };
  }

  @Test
  void commitsAtTheEnd() throws IOException {
    calls.required(
        () -> {
          insert("ada");
          insert("bob");
        });
    assertThat(names()).containsExactly("ada", "bob");
  }

  @Test
  void rollsBackAfterARuntimeException() {
    assertThatThrownBy(() -> calls.required(failing(() -> insert("ada"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void followsTheRollbackRules() {
    Work checked =
        () -> {
          insert("ada");
          throw new IOException("checked");
        };
    assertThatThrownBy(() -> calls.rollingBackForIo(checked)).isInstanceOf(IOException.class);
    assertThat(names()).isEmpty();
    assertThatThrownBy(() -> calls.required(checked)).isInstanceOf(IOException.class);
    assertThat(names()).containsExactly("ada");
    assertThatThrownBy(() -> calls.notRollingBackForState(failing(() -> insert("bob"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(names()).containsExactly("ada", "bob");
  }

  @Test
  void joinsTheTransactionOfTheCaller() {
    assertThatThrownBy(
            () ->
                calls.required(
                    failing(
                        () -> {
                          calls.required(() -> insert("ada"));
                          calls.mandatory(() -> insert("bob"));
                          calls.supports(() -> insert("cyd"));
                          store.transaction(tx -> insert("dan"));
                          assertThat(names()).hasSize(4);
                        })))
        .isInstanceOf(IllegalStateException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void rollsBackWhatAnInnerMethodRefusedToCommit() {
    assertThatThrownBy(
            () ->
                calls.required(
                    () -> {
                      insert("ada");
                      assertThatThrownBy(() -> calls.required(failing(() -> insert("bob"))))
                          .isInstanceOf(IllegalStateException.class);
                    }))
        .isInstanceOf(UnexpectedRollbackException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void rollsBackOnRequest() throws IOException {
    calls.required(
        () -> {
          insert("ada");
          TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        });
    assertThat(names()).isEmpty();
  }

  @Test
  void aFailedStatementMakesTheTransactionRollbackOnly() {
    insert("ada");
    assertThatThrownBy(
            () ->
                calls.required(
                    () -> {
                      insert("bob");
                      assertThatThrownBy(() -> insert("ada"))
                          .isInstanceOfSatisfying(
                              UniqueViolationException.class,
                              e ->
                                  assertThat(e.context().constraint())
                                      .isEqualTo("uq_users_username"));
                      assertThatThrownBy(() -> insert("cyd"))
                          .isInstanceOf(RollbackOnlyException.class);
                    }))
        .isInstanceOf(UnexpectedRollbackException.class);
    assertThat(names()).containsExactly("ada");
  }

  @Test
  void aFailedStatementOfJdbcTemplateMakesTheTransactionRollbackOnly() {
    insert("ada");
    String copy = "INSERT INTO users SELECT * FROM users WHERE username = 'ada'";
    assertThatThrownBy(
            () ->
                calls.required(
                    () -> {
                      insert("bob");
                      assertThatThrownBy(() -> jdbc.update(copy))
                          .isInstanceOf(DuplicateKeyException.class)
                          .hasCauseInstanceOf(UniqueViolationException.class);
                      assertThatThrownBy(() -> insert("cyd"))
                          .isInstanceOf(RollbackOnlyException.class);
                    }))
        .isInstanceOf(UnexpectedRollbackException.class);
    assertThat(names()).containsExactly("ada");
  }

  @Test
  void aNestedTransactionFailsAlone() throws IOException {
    calls.required(
        () -> {
          insert("ada");
          assertThatThrownBy(() -> calls.nested(failing(() -> insert("bob"))))
              .isInstanceOf(IllegalStateException.class);
          assertThatThrownBy(() -> calls.nested(() -> insert("ada")))
              .isInstanceOf(UniqueViolationException.class);
          calls.nested(() -> calls.nested(() -> insert("cyd")));
        });
    assertThat(names()).containsExactly("ada", "cyd");
  }

  @Test
  void aNestedTransactionEndsWithTheOuterOne() {
    assertThatThrownBy(() -> calls.required(failing(() -> calls.nested(() -> insert("ada")))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void aSavepointCanBeRolledBackToTwice() throws IOException {
    calls.required(
        () -> {
          var status = TransactionAspectSupport.currentTransactionStatus();
          insert("ada");
          Object savepoint = status.createSavepoint();
          insert("bob");
          status.rollbackToSavepoint(savepoint);
          insert("cyd");
          Object inner = status.createSavepoint();
          insert("dan");
          assertThat(inner).isNotSameAs(savepoint);
          status.rollbackToSavepoint(savepoint);
          insert("eve");
          status.releaseSavepoint(savepoint);
        });
    assertThat(names()).containsExactly("ada", "eve");
  }

  @Test
  void mandatoryAndNeverAreChecked() throws IOException {
    assertThatThrownBy(() -> calls.mandatory(() -> insert("ada")))
        .isInstanceOf(IllegalTransactionStateException.class);
    calls.required(
        () ->
            assertThatThrownBy(() -> calls.never(() -> insert("ada")))
                .isInstanceOf(IllegalTransactionStateException.class));
    calls.never(() -> insert("bob"));
    calls.supports(() -> insert("cyd"));
    assertThat(names()).containsExactly("bob", "cyd");
  }

  @Test
  void aReadOnlyTransactionRejectsWritesOfAllKinds() throws IOException {
    insert("ada");
    assertThatThrownBy(() -> calls.readOnly(() -> insert("bob")))
        .isInstanceOf(ReadOnlyTransactionException.class);
    assertThatThrownBy(
            () -> calls.readOnly(() -> store.dsl().execute("UPDATE users SET version = 2")))
        .isInstanceOf(ReadOnlyTransactionException.class);
    assertThatThrownBy(() -> calls.readOnly(() -> jdbc.update("UPDATE users SET version = 2")))
        .isInstanceOf(InvalidDataAccessApiUsageException.class)
        .hasCauseInstanceOf(ReadOnlyTransactionException.class);
    assertThatThrownBy(() -> calls.readOnly(() -> calls.required(() -> insert("bob"))))
        .isInstanceOf(ReadOnlyTransactionException.class);
    calls.readOnly(() -> assertThat(names()).containsExactly("ada"));
    insert("cyd");
    assertThat(names()).containsExactly("ada", "cyd");
  }

  @Test
  void readOnlyTransactionsWaitForNoOther() throws Exception {
    insert("ada");
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () -> {
              try {
                calls.readOnly(
                    () -> {
                      assertThat(names()).containsExactly("ada");
                      reading.countDown();
                      await(done);
                      assertThat(names()).as("one snapshot").containsExactly("ada");
                    });
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    await(reading);
    calls.readOnly(() -> assertThat(names()).containsExactly("ada"));
    calls.required(
        () -> {
          insert("bob");
          calls.requiresNewReadOnly(() -> assertThat(names()).containsExactly("ada"));
        });
    done.countDown();
    first.get(10, TimeUnit.SECONDS);
    assertThat(names()).containsExactly("ada", "bob");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void requiresNewCommitsAloneOrIsRefusedAtOnce() throws IOException {
    Work nested = () -> calls.requiresNew(() -> insert("bob"));
    if (store.database().capabilities().contains(Capability.CONCURRENT_WRITERS)) {
      assertThatThrownBy(() -> calls.required(failing(nested)))
          .isInstanceOf(IllegalStateException.class);
    } else {
      assertThatThrownBy(() -> calls.required(nested))
          .isInstanceOf(CannotCreateTransactionException.class)
          .hasCauseInstanceOf(CapabilityNotSupportedException.class)
          .hasStackTraceContaining("CONCURRENT_WRITERS");
      assertThatThrownBy(() -> calls.required(() -> calls.notSupported(() -> insert("cyd"))))
          .isInstanceOf(CapabilityNotSupportedException.class);
      calls.readOnly(nested);
    }
    calls.required(() -> insert("dan"));
    assertThat(names()).containsExactly("bob", "dan");
  }

  @Test
  void requiresNewIsApartFromATransactionOfTheStore() throws IOException {
    insert("ada");
    store.transaction(
        tx -> {
          insert("bob");
          calls.requiresNewReadOnly(() -> assertThat(names()).containsExactly("ada"));
          calls.required(() -> assertThat(names()).containsExactly("ada", "bob"));
          assertThat(jdbc.queryForObject("SELECT count(*) FROM users", Long.class)).isEqualTo(2);
        });
    assertThat(names()).containsExactly("ada", "bob");
  }

  @Test
  void statementsAfterTheTimeoutFail() {
    assertThatThrownBy(
            () ->
                calls.withinOneSecond(
                    () -> {
                      insert("ada");
                      sleep(1100);
                      insert("bob");
                    }))
        .isInstanceOf(DatabaseTimeoutException.class)
        .hasMessageContaining("PT1S");
    assertThat(names()).isEmpty();
  }

  private static void sleep(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aStatementThatRunsIntoTheTimeoutIsCancelled() {
    String endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000)"
            + " SELECT max(i) FROM n";
    long startedAt = System.nanoTime();
    assertThatThrownBy(() -> calls.withinOneSecond(() -> store.dsl().fetch(endless)))
        .isInstanceOf(DatabaseTimeoutException.class);
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedAt)).isLessThan(5);
  }

  @Test
  void jdbcTemplateIsInTheSameTransaction() {
    assertThatThrownBy(
            () ->
                calls.required(
                    failing(
                        () -> {
                          insert("ada");
                          assertThat(jdbc.queryForList("SELECT username FROM users", String.class))
                              .containsExactly("ada");
                          jdbc.update("UPDATE users SET version = 7");
                          assertThat(users.findByUsername("ada").orElseThrow().version())
                              .isEqualTo(7);
                        })))
        .isInstanceOf(IllegalStateException.class);
    assertThat(jdbc.queryForList("SELECT username FROM users", String.class)).isEmpty();
  }

  @Test
  void transientFailuresAreRetriedInNewTransactions() throws IOException {
    List<String> attempts = new ArrayList<>();
    calls.retried(
        () -> {
          attempts.add(names().toString());
          insert("ada");
          if (attempts.size() < 3) {
            throw new TransientFailureException("conflict", FailureContext.NONE, null);
          }
        });
    assertThat(attempts).containsExactly("[]", "[]", "[]");
    assertThat(names()).containsExactly("ada");
  }

  @Test
  void callbacksOfBothKindsRunAfterTheCommit() throws IOException {
    List<String> events = new ArrayList<>();
    calls.required(
        () -> {
          TransactionSynchronizationManager.registerSynchronization(
              new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                  events.add("spring " + names());
                }
              });
          store.transaction(
              tx -> {
                tx.afterCommit(
                    () -> {
                      insert("bob");
                      events.add("store " + names());
                    });
                insert("ada");
              });
        });
    assertThat(events).containsExactly("store [ada, bob]", "spring [ada, bob]");

    assertThatThrownBy(
            () ->
                calls.required(
                    () ->
                        store.transaction(
                            tx -> {
                              tx.afterCommit(
                                  () -> {
                                    throw new IllegalStateException("callback");
                                  });
                              insert("cyd");
                            })))
        .isInstanceOf(AfterCommitException.class);
    assertThat(names()).containsExactly("ada", "bob", "cyd");
  }

  @Test
  void serializableTransactionsCommit() throws IOException {
    calls.serializable(() -> insert("ada"));
    assertThat(names()).containsExactly("ada");
  }
}
