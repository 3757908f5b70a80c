package dev.taskstore.spring.boot;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/**
 * Opens a {@code TaskStore}, or a {@link dev.taskstore.db.Database} with the application's
 * changelog, and makes Spring's transactions those of the database.
 */
@AutoConfiguration(
    after = {DataSourceAutoConfiguration.class, TaskStoreConnectionsAutoConfiguration.class},
    afterName = "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
    before = {
      DataSourceTransactionManagerAutoConfiguration.class,
      JdbcTemplateAutoConfiguration.class,
      TransactionAutoConfiguration.class
    })
@Conditional(SchemaCondition.class)
@EnableConfigurationProperties(TaskStoreProperties.class)
@Import({
  ApplicationDataSourceConfiguration.class,
  DatabaseConfiguration.class,
  StoreConfiguration.class,
  StorePartsConfiguration.class,
  TransactionConfiguration.class
})
class TaskStoreAutoConfiguration {}
