package dev.taskstore.spring.boot;

import dev.taskstore.db.DatabaseOptions;
import dev.taskstore.db.RetryPolicy;
import dev.taskstore.db.observation.DatabaseObserver;
import org.springframework.beans.factory.ObjectProvider;

/** Applies the properties that every schema has. */
final class PropertyOptions {

  private PropertyOptions() {}

  static void apply(
      TaskStoreProperties properties,
      DatabaseConnections connections,
      ObjectProvider<DatabaseObserver> observers,
      ObjectProvider<DatabaseOptionsCustomizer> customizers,
      DatabaseOptions<?> options) {
    connections.apply(options);
    TaskStoreProperties.Retry retry = properties.retry();
    options
        .contexts(properties.contexts().toArray(String[]::new))
        .migrationMode(properties.migration())
        .unknownChangeSets(properties.unknownChangeSets())
        .maximumPoolSize(properties.pool().maximumSize())
        .connectionTimeout(properties.pool().connectionTimeout())
        .queryTimeout(properties.queryTimeout())
        .replicas(properties.replicas().toArray(String[]::new))
        .observers(observers.orderedStream().toArray(DatabaseObserver[]::new))
        .retryPolicy(
            new RetryPolicy(
                retry.maximumAttempts(),
                retry.initialBackoff(),
                retry.maximumBackoff(),
                retry.maximumElapsed()));
    properties.driverProperties().forEach(options::driverProperty);
    customizers.orderedStream().forEach(customizer -> customizer.customize(options));
  }
}
