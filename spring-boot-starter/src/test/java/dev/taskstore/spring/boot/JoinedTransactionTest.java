package dev.taskstore.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.postgres.RecordedSockets;
import dev.taskstore.dialect.tck.TckDatabase;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;

/** A store that joins the transactions of the application's own transaction manager. */
class JoinedTransactionTest {

  private static final String RECORDING = "joined";

  @Configuration(proxyBeanMethods = false)
  static class Beans {

    @Bean
    DataSource dataSource(Environment environment) {
      String url = environment.getRequiredProperty("spring.datasource.url");
      String parameters =
          url.startsWith("jdbc:sqlite")
              ? "foreign_keys=on&journal_mode=wal"
              : RecordedSockets.parameters(RECORDING);
      return DataSourceBuilder.create()
          .url(url + (url.contains("?") ? "&" : "?") + parameters)
          .username(environment.getProperty("spring.datasource.username"))
          .password(environment.getProperty("spring.datasource.password"))
          .build();
    }

    @Bean
    JdbcTransactionManager applicationTransactions(DataSource dataSource) {
      return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionalCalls calls() {
      return new TransactionalCalls();
    }
  }

  private static void insert(TaskStore store, String name) {
    store.users().insert(NewUser.of(name, name + "@example.com", PasswordHash.locked()));
  }

  private static List<String> names(TaskStore store) {
    return store.users().listNames(PageRequest.first(50)).items().stream()
        .map(user -> user.username())
        .toList();
  }

  /** One context for all steps: to start it takes longer than they do. */
  @ParameterizedTest
  @EnumSource
  void aFailedStatementMakesTheApplicationsTransactionRollbackOnly(TestDatabases kind)
      throws Exception {
    RecordedSockets.Recording messages = RecordedSockets.recording(RECORDING);
    try (TckDatabase database = kind.create();
        ConfigurableApplicationContext context = TestApplications.start(database, Beans.class)) {
      TaskStore store = context.getBean(TaskStore.class);
      TransactionalCalls calls = context.getBean(TransactionalCalls.class);
      assertThat(context.getBeansOfType(TaskStoreTransactionManager.class)).isEmpty();

      List<Long> roundTrips = new ArrayList<>();
      calls.required(
          () -> {
            for (String name : List.of("ada", "bob", "cyd")) {
              messages.clear();
              insert(store, name);
              roundTrips.add(messages.toString().chars().filter(type -> type == 'S').count());
            }
          });
      assertThat(names(store)).containsExactly("ada", "bob", "cyd");
      assertThat(roundTrips)
          .isEqualTo(kind == TestDatabases.POSTGRESQL ? List.of(1L, 1L, 1L) : List.of(0L, 0L, 0L));

      assertThatThrownBy(
              () ->
                  calls.required(
                      () -> {
                        insert(store, "dan");
                        assertThatThrownBy(() -> insert(store, "ada"))
                            .isInstanceOf(UniqueViolationException.class);
                        assertThatThrownBy(() -> names(store))
                            .isInstanceOf(RollbackOnlyException.class);
                        assertThatThrownBy(() -> store.transaction(tx -> insert(store, "eve")))
                            .isInstanceOf(RollbackOnlyException.class);
                        assertThatThrownBy(() -> store.dsl().selectOne().fetch())
                            .isInstanceOf(RollbackOnlyException.class);
                      }))
          .isInstanceOf(UnexpectedRollbackException.class);
      assertThatThrownBy(
              () ->
                  calls.required(
                      () ->
                          assertThatThrownBy(() -> store.dsl().execute("SELECT nothing"))
                              .isInstanceOf(RuntimeException.class)))
          .isInstanceOf(UnexpectedRollbackException.class);

      calls.required(
          () -> {
            assertThatThrownBy(() -> calls.nested(() -> insert(store, "ada")))
                .isInstanceOf(UniqueViolationException.class);
            assertThatThrownBy(() -> store.transaction(tx -> insert(store, "ada")))
                .isInstanceOf(UniqueViolationException.class);
            insert(store, "dan");
          });

      assertThatThrownBy(() -> calls.readOnly(() -> insert(store, "eve")))
          .isInstanceOf(ReadOnlyTransactionException.class);
      assertThatThrownBy(
              () -> calls.readOnly(() -> store.dsl().execute("UPDATE users SET version = 2")))
          .isInstanceOf(ReadOnlyTransactionException.class);
      assertThatThrownBy(() -> calls.readOnly(() -> store.transaction(tx -> insert(store, "eve"))))
          .isInstanceOf(ReadOnlyTransactionException.class);
      calls.readOnly(() -> assertThat(names(store)).hasSize(4));

      List<String> events = new ArrayList<>();
      calls.required(
          () ->
              store.transaction(
                  tx -> {
                    insert(store, "eve");
                    tx.afterCommit(
                        () -> {
                          insert(store, "fay");
                          events.add("committed " + names(store).size());
                        });
                  }));
      assertThat(events).containsExactly("committed 6");
      insert(store, "gil");
      assertThat(names(store)).hasSize(7);
    }
  }
}
