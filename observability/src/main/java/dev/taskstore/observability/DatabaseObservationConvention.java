package dev.taskstore.observability;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * The names and attributes of observations. {@link DefaultDatabaseObservationConvention} is the
 * default; extend it to change some of them. Implementations must be thread-safe, and must return
 * the same keys for all operations of the same name.
 */
public interface DatabaseObservationConvention
    extends ObservationConvention<DatabaseObservationContext> {

  @Override
  default boolean supportsContext(Observation.Context context) {
    return context instanceof DatabaseObservationContext;
  }
}
