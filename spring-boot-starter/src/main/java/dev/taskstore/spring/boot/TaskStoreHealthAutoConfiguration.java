package dev.taskstore.spring.boot;

import dev.taskstore.db.Database;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Reports the health of the database. */
@AutoConfiguration(
    after = TaskStoreAutoConfiguration.class,
    beforeName =
        "org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration")
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(Database.class)
@ConditionalOnEnabledHealthIndicator("taskstore")
class TaskStoreHealthAutoConfiguration {

  /** The second name replaces Spring Boot's indicator of the data source, which may wait longer. */
  @Bean(name = {"taskStoreHealthIndicator", "dbHealthContributor"})
  @ConditionalOnBean(name = "taskStoreDataSource")
  @ConditionalOnMissingBean(name = {"taskStoreHealthIndicator", "dbHealthContributor"})
  DatabaseHealthIndicator taskStoreHealthIndicator(
      Database database, TaskStoreProperties properties) {
    return new DatabaseHealthIndicator(database, properties.health().timeout());
  }

  /** Spring Boot's indicator of the application's data source remains. */
  @Bean("taskStoreHealthIndicator")
  @ConditionalOnMissingBean(name = {"taskStoreHealthIndicator", "taskStoreDataSource"})
  DatabaseHealthIndicator applicationHealthIndicator(
      Database database, TaskStoreProperties properties) {
    return new DatabaseHealthIndicator(database, properties.health().timeout());
  }
}
