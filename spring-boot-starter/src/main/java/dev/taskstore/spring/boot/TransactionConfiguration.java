package dev.taskstore.spring.boot;

import dev.taskstore.db.Database;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.resilience.annotation.RetryAnnotationBeanPostProcessor;
import org.springframework.transaction.TransactionManager;

/** Transactions, exceptions and retries. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(Database.class)
class TransactionConfiguration {

  @Bean
  @ConditionalOnMissingBean(TransactionManager.class)
  @ConditionalOnSingleCandidate(DataSource.class)
  TaskStoreTransactionManager transactionManager(
      Database database,
      DataSource dataSource,
      ObjectProvider<TransactionManagerCustomizers> customizers) {
    TaskStoreTransactionManager manager = new TaskStoreTransactionManager(database, dataSource);
    customizers.ifAvailable(all -> all.customize(manager));
    return manager;
  }

  @Bean
  @ConditionalOnMissingBean
  static DatabaseExceptionTranslator databaseExceptionTranslator() {
    return new DatabaseExceptionTranslator();
  }

  /** For {@code JdbcTemplate}: the same exceptions as those of the repositories. */
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnSingleCandidate(DataSource.class)
  SQLExceptionTranslator databaseSqlExceptionTranslator(
      Database database, DatabaseExceptionTranslator translator) {
    return (task, sql, exception) ->
        translator.translateExceptionIfPossible(database.translate(exception));
  }

  @Bean
  @ConditionalOnMissingBean
  static RetryAnnotationBeanPostProcessor retryAnnotationBeanPostProcessor() {
    return new RetryAnnotationBeanPostProcessor();
  }
}
