package dev.taskstore.spring.boot;

import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The connections of the application's data source. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(DatabaseConnections.class)
@ConditionalOnSingleCandidate(DataSource.class)
class ApplicationDataSourceConfiguration {

  /**
   * With a transaction manager of the application, such as JPA's, the database joins its
   * transactions. It must not be created for that: it may depend on the database.
   */
  @Bean
  DatabaseConnections taskStoreConnections(DataSource dataSource, ListableBeanFactory beans) {
    return options -> {
      if (TransactionManagers.areOfApplication(beans)) {
        options
            .dataSource(new TransactionAwareDataSourceProxy(dataSource))
            .joinApplicationTransactions(new SpringTransactions(dataSource));
      } else {
        options.dataSource(dataSource);
      }
    };
  }
}
