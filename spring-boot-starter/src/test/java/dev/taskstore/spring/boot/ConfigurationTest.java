package dev.taskstore.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

class ConfigurationTest {

  private static final String URL = "taskstore.url=jdbc:sqlite::memory:";

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  DataSourceAutoConfiguration.class,
                  TaskStoreAutoConfiguration.class,
                  TaskStoreConnectionsAutoConfiguration.class));

  @Configuration(proxyBeanMethods = false)
  static class OtherTransactions {
    @Bean
    PlatformTransactionManager otherTransactions() {
      return new AbstractPlatformTransactionManager() {
        @Override
        protected Object doGetTransaction() {
          return "transaction";
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
          // It has no resource.
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
          // It has no resource.
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
          // It has no resource.
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnStore {
    @Bean
    TaskStore ownStore() {
      return TaskStore.open("jdbc:sqlite::memory:");
    }
  }

  @Test
  void aMissingUrlIsNamed() {
    application.run(
        context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("taskstore.url"));
  }

  @Test
  void aTransactionManagerThatTheStoreWouldNotJoinIsRefused() {
    application
        .withUserConfiguration(OtherTransactions.class)
        .withPropertyValues(URL)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("taskstore.connections=application"));
  }

  @Test
  void propertiesAndCustomizersAreApplied() {
    application
        .withPropertyValues(URL, "taskstore.migration=validate")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(SchemaOutOfDateException.class));
    application
        .withPropertyValues(URL)
        .withBean(
            DatabaseOptionsCustomizer.class,
            () -> options -> options.connectionTimeout(java.time.Duration.ZERO))
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("connectionTimeout"));
  }

  @Test
  void aStoreOfTheApplicationReplacesThatOfTheStarter() {
    application
        .withUserConfiguration(OwnStore.class)
        .run(
            context -> {
              assertThat(context).hasSingleBean(TaskStore.class);
              assertThat(context).hasSingleBean(TaskStoreTransactionManager.class);
              assertThat(context.getBean(TaskStore.class).users().count()).isZero();
            });
  }

  @Test
  void passwordsAreNotPrinted() {
    application
        .withPropertyValues(URL, "taskstore.password=correct horse")
        .run(
            context ->
                assertThat(Map.of("", context.getBean(TaskStoreProperties.class)).toString())
                    .doesNotContain("horse"));
  }
}
