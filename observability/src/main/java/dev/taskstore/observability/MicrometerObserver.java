package dev.taskstore.observability;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.taskstore.db.observation.DatabaseObserver;
import dev.taskstore.db.observation.DatabaseOperation;
import dev.taskstore.db.observation.DatabaseOperation.Kind;
import dev.taskstore.db.observation.OperationObserver;
import dev.taskstore.db.observation.OperationResult;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/**
 * Reports the operations of a database to Micrometer's {@link ObservationRegistry}, whose handlers
 * create metrics and traces. Set with {@code observers(...)} when a database is opened.
 *
 * <p>Transactions, bulk loads and migrations open a scope: what the thread observes in them has
 * them as its parent. An exception of the application that ends a transaction is not an error of
 * the observation, and only the name of its class is reported.
 *
 * <p>Immutable and thread-safe. One instance may observe several databases.
 */
public final class MicrometerObserver implements DatabaseObserver {

  private static final Map<Kind, NamedConvention> DEFAULT =
      NamedConvention.of(new DefaultDatabaseObservationConvention());

  private final ObservationRegistry registry;
  private final @Nullable MeterRegistry meters;
  private final Map<Kind, NamedConvention> conventions;

  private MicrometerObserver(
      ObservationRegistry registry,
      @Nullable MeterRegistry meters,
      Map<Kind, NamedConvention> conventions) {
    this.registry = registry;
    this.meters = meters;
    this.conventions = conventions;
  }

  /**
   * Creates an observer with the default convention and without metrics of connection pools.
   *
   * @param registry receives the observations
   * @return the observer
   */
  public static MicrometerObserver of(ObservationRegistry registry) {
    return new MicrometerObserver(Objects.requireNonNull(registry, "registry"), null, Map.of());
  }

  /**
   * Returns an observer that also registers HikariCP's metrics of the library's connection pools,
   * whose names start with {@code hikaricp}. Pools of a data source of the application are not
   * registered.
   *
   * @param registry receives the meters, which are removed when the database is closed
   * @return the observer
   */
  public MicrometerObserver withPoolMetrics(MeterRegistry registry) {
    return new MicrometerObserver(
        this.registry, Objects.requireNonNull(registry, "registry"), conventions);
  }

  /**
   * Returns an observer with another convention. Without this, a convention of the registry that
   * supports {@link DatabaseObservationContext} replaces the default one.
   *
   * @param names the names and attributes of observations
   * @return the observer
   */
  public MicrometerObserver withConvention(DatabaseObservationConvention names) {
    return new MicrometerObserver(registry, meters, NamedConvention.of(names));
  }

  @Override
  public @Nullable OperationObserver started(DatabaseOperation operation) {
    DatabaseObservationContext context = new DatabaseObservationContext(operation);
    Observation observation =
        Observation.createNotStarted(
            conventions.get(operation.kind()),
            Objects.requireNonNull(DEFAULT.get(operation.kind())),
            () -> context,
            registry);
    if (observation.isNoop()) {
      return null;
    }
    observation.start();
    Observation.Scope scope = containsOthers(operation.kind()) ? observation.openScope() : null;
    return result -> end(observation, scope, context, result);
  }

  /** The statement of a stream may end in another thread, where a scope must not be closed. */
  private static boolean containsOthers(Kind kind) {
    return kind == Kind.TRANSACTION || kind == Kind.BULK_LOAD || kind == Kind.MIGRATION;
  }

  private static void end(
      Observation observation,
      Observation.@Nullable Scope scope,
      DatabaseObservationContext context,
      OperationResult result) {
    context.ended(result);
    if (scope != null) {
      scope.close();
    }
    DataAccessException exception = result.failure() == null ? null : result.failure().exception();
    if (exception != null && context.operation().kind() != Kind.RETRY) {
      observation.error(exception);
    }
    observation.stop();
  }

  @Override
  public void opened(List<HikariDataSource> pools) {
    if (meters != null) {
      MicrometerMetricsTrackerFactory factory = new MicrometerMetricsTrackerFactory(meters);
      for (HikariDataSource pool : pools) {
        pool.setMetricsTrackerFactory(factory);
      }
    }
  }
}
