package dev.taskstore.spring.boot;

import dev.taskstore.db.Database;
import dev.taskstore.db.observation.DatabaseObserver;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/** A database with the application's own changelog. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("taskstore.changelog")
@ConditionalOnBean(DatabaseConnections.class)
@ConditionalOnMissingBean(type = {"dev.taskstore.db.Database", "dev.taskstore.TaskStore"})
class DatabaseConfiguration {

  @Bean(destroyMethod = "close")
  Database taskStoreDatabase(
      DatabaseConnections connections,
      TaskStoreProperties properties,
      ObjectProvider<DatabaseObserver> observers,
      ObjectProvider<DatabaseOptionsCustomizer> customizers,
      ResourceLoader resources) {
    ClassLoader loader = Objects.requireNonNull(resources.getClassLoader());
    Database.Builder builder =
        Database.builder().changelog(Objects.requireNonNull(properties.changelog()), loader);
    PropertyOptions.apply(properties, connections, observers, customizers, builder);
    return builder.open();
  }
}
