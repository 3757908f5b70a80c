package dev.taskstore.spring.boot;

import dev.taskstore.observability.DatabaseObservationConvention;
import dev.taskstore.observability.MicrometerObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Observes the database with Micrometer, if {@code taskstore-observability} is there. */
@AutoConfiguration(
    before = TaskStoreAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
    })
@ConditionalOnClass({MicrometerObserver.class, ObservationRegistry.class, MeterRegistry.class})
class TaskStoreObservationAutoConfiguration {

  @Bean
  @ConditionalOnBean(ObservationRegistry.class)
  @ConditionalOnMissingBean
  MicrometerObserver taskStoreObserver(
      ObservationRegistry observations,
      ObjectProvider<MeterRegistry> meters,
      ObjectProvider<DatabaseObservationConvention> convention) {
    MicrometerObserver observer = MicrometerObserver.of(observations);
    MeterRegistry registry = meters.getIfUnique();
    if (registry != null) {
      observer = observer.withPoolMetrics(registry);
    }
    DatabaseObservationConvention names = convention.getIfUnique();
    return names == null ? observer : observer.withConvention(names);
  }
}
