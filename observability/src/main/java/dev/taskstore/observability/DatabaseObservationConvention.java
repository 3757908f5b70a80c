package dev.taskstore.observability;

import dev.taskstore.db.observation.DatabaseOperation;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * The names and attributes of observations. {@link DefaultDatabaseObservationConvention} is the
 * default; extend it to change some of them. Implementations must be thread-safe, and must return
 * the same keys for all operations of the same name.
 */
public interface DatabaseObservationConvention
    extends ObservationConvention<DatabaseObservationContext> {

  /**
   * Returns the name of the observations of a kind, which is also the name of their timer.
   *
   * @param kind the kind of operation
   * @return the name, always the same for a kind
   */
  String name(DatabaseOperation.Kind kind);

  /**
   * Returns the name of statements. The library calls {@link #name} instead.
   *
   * @return the name of {@link DatabaseOperation.Kind#STATEMENT}
   */
  @Override
  default String getName() {
    return name(DatabaseOperation.Kind.STATEMENT);
  }

  @Override
  default boolean supportsContext(Observation.Context context) {
    return context instanceof DatabaseObservationContext;
  }
}
