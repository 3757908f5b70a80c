package dev.taskstore.spring.boot;

import dev.taskstore.TaskStore;
import dev.taskstore.db.Database;
import dev.taskstore.db.observation.DatabaseObserver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store of users, tasks and tags. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(TaskStore.class)
class StoreConfiguration {

  @Bean(destroyMethod = "close")
  @ConditionalOnBean(DatabaseConnections.class)
  @ConditionalOnMissingBean({TaskStore.class, Database.class})
  TaskStore taskStore(
      DatabaseConnections connections,
      TaskStoreProperties properties,
      ObjectProvider<DatabaseObserver> observers,
      ObjectProvider<DatabaseOptionsCustomizer> customizers) {
    TaskStore.Builder builder = TaskStore.builder();
    if (properties.rowSecurity()) {
      builder.rowSecurity(TaskStore.OWNERSHIP);
    }
    if (properties.auditTrail()) {
      builder.auditTrail(TaskStore.AUDITED);
    }
    PropertyOptions.apply(properties, connections, observers, customizers, builder);
    return builder.open();
  }
}
