package dev.taskstore.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.ReadOnlyTransactionException;
import dev.taskstore.dialect.tck.TckDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The store's own transactions on the pool of Spring Boot. */
class ApplicationDataSourceTest {

  @Configuration(proxyBeanMethods = false)
  static class Beans {
    @Bean
    TransactionalCalls calls() {
      return new TransactionalCalls();
    }
  }

  private static void insert(TaskStore store, String name) {
    store.users().insert(NewUser.of(name, name + "@example.com", PasswordHash.locked()));
  }

  @ParameterizedTest
  @EnumSource
  void storeAndJdbcTemplateShareTheTransactions(TestDatabases kind) throws Exception {
    try (TckDatabase created = kind.create()) {
      String url =
          kind == TestDatabases.SQLITE
              ? created.url() + "?foreign_keys=on&journal_mode=wal"
              : created.url();
      TckDatabase database = new TckDatabase(url, created.user(), created.password(), () -> {});
      try (ConfigurableApplicationContext context =
          TestApplications.start(
              database,
              Beans.class,
              "--taskstore.connections=application",
              "--spring.datasource.hikari.maximum-pool-size=3")) {
        TaskStore store = context.getBean(TaskStore.class);
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        TransactionalCalls calls = context.getBean(TransactionalCalls.class);
        assertThat(context.getBean(DataSource.class)).extracting("maximumPoolSize").isEqualTo(3);
        assertThat(context.getBean(TaskStoreTransactionManager.class)).isNotNull();

        assertThatThrownBy(
                () ->
                    calls.required(
                        () -> {
                          insert(store, "ada");
                          jdbc.update("UPDATE users SET version = 7");
                          assertThat(store.users().findByUsername("ada"))
                              .get()
                              .extracting(user -> user.version())
                              .isEqualTo(7L);
                          throw new IllegalStateException();
                        }))
            .isInstanceOf(IllegalStateException.class);
        assertThat(store.users().count()).isZero();

        assertThatThrownBy(() -> calls.readOnly(() -> jdbc.update("DELETE FROM users")))
            .hasCauseInstanceOf(ReadOnlyTransactionException.class);
        calls.required(
            () -> {
              insert(store, "bob");
              calls.requiresNewReadOnly(() -> assertThat(store.users().count()).isZero());
            });
        assertThat(jdbc.queryForObject("SELECT count(*) FROM users", Long.class)).isEqualTo(1);
      }
    }
  }
}
