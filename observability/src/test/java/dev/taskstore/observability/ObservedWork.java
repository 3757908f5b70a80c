package dev.taskstore.observability;

import dev.taskstore.NewTask;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.exception.UniqueViolationException;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** A store with a Prometheus registry, and one call of each kind of operation. */
final class ObservedWork implements AutoCloseable {

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final TaskStore store;
  private final User ada;
  private int rounds;

  ObservedWork(String url) {
    // tag::open[]
    ObservationRegistry observations = ObservationRegistry.create();
    observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    MicrometerObserver observer = MicrometerObserver.of(observations).withPoolMetrics(meters);
    TaskStore opened = TaskStore.builder().url(url).observers(observer).open();
    // end::open[]
    store = opened;
    ada = store.users().insert(Stores.user("ada"));
  }

  /** Reads and writes, one write fails, and one transaction is retried. */
  void run() {
    rounds++;
    store.tasks().insert(NewTask.of(ada.id(), "task " + rounds));
    for (int i = 0; i < 4 + 3 * Math.sin(rounds / 25.0); i++) {
      store.tasks().findByUser(ada.id(), PageRequest.first(20));
      store.users().findById(ada.id());
    }
    if (rounds % 5 == 1) {
      AtomicBoolean first = new AtomicBoolean(true);
      store.transaction(
          tx -> {
            tx.tasks().count();
            if (first.getAndSet(false)) {
              throw new TransientFailureException("conflict", FailureContext.NONE, null);
            }
          });
    }
    if (rounds % 7 == 1) {
      try {
        store.users().insert(Stores.user("ada"));
      } catch (UniqueViolationException e) {
        // The name is taken.
      }
    }
    if (rounds % 20 == 1) {
      store
          .tasks()
          .load(IntStream.range(0, 100).mapToObj(i -> NewTask.of(ada.id(), "loaded " + i)));
    }
  }

  /** Returns all metrics as Prometheus reads them. */
  String scrape() {
    return meters.scrape();
  }

  @Override
  public void close() {
    store.close();
    meters.close();
  }
}
