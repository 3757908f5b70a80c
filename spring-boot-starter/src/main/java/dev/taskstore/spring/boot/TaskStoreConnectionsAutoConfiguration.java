package dev.taskstore.spring.boot;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Makes the connection pools of the store the data source of the application, unless the
 * application has one.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(SchemaCondition.class)
@ConditionalOnMissingBean(DataSource.class)
@ConditionalOnProperty(name = "taskstore.connections", havingValue = "store", matchIfMissing = true)
@EnableConfigurationProperties({TaskStoreProperties.class, DataSourceProperties.class})
class TaskStoreConnectionsAutoConfiguration {

  @Bean
  DatabaseConnections taskStoreConnections(
      TaskStoreProperties properties,
      DataSourceProperties spring,
      ObjectProvider<JdbcConnectionDetails> details,
      ListableBeanFactory beans) {
    return options -> {
      if (TransactionManagers.areOfApplication(beans)) {
        throw notJoined();
      }
      JdbcConnectionDetails service = details.getIfAvailable();
      if (properties.url() != null) {
        options.url(properties.url());
        credentials(options::credentials, properties.user(), properties.password());
      } else if (service != null) {
        options.url(service.getJdbcUrl());
        credentials(options::credentials, service.getUsername(), service.getPassword());
      } else if (spring.getUrl() != null) {
        options.url(spring.getUrl());
        credentials(options::credentials, spring.getUsername(), spring.getPassword());
      } else {
        throw new InvalidArgumentException(
            "No database is configured. Set taskstore.url or spring.datasource.url, for example to"
                + " jdbc:sqlite:tasks.db.",
            FailureContext.NONE);
      }
    };
  }

  private static InvalidArgumentException notJoined() {
    return new InvalidArgumentException(
        "The application has a transaction manager of its own, whose transactions the store would"
            + " not join. Set taskstore.connections=application to join them, or add a"
            + " TaskStoreTransactionManager.",
        FailureContext.NONE);
  }

  @FunctionalInterface
  private interface Credentials {
    Object set(String user, String password);
  }

  private static void credentials(
      Credentials credentials, @Nullable String user, @Nullable String password) {
    if (user != null && !user.isEmpty()) {
      credentials.set(user, password == null ? "" : password);
    }
  }

  @Bean(destroyMethod = "")
  DataSource taskStoreDataSource(Database database) {
    return database.managedTransactions().dataSource();
  }
}
