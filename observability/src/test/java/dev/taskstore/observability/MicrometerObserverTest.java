package dev.taskstore.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.observation.DatabaseOperation;
import dev.taskstore.dialect.tck.TckDatabase;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Observations, spans' names and meters of a database, as registries of Micrometer receive them.
 */
@ParameterizedClass
@EnumSource(Stores.Kind.class)
class MicrometerObserverTest {

  private static final String MARKER = "markervalue";

  @Parameter private Stores.Kind kind;
  @TempDir private Path folder;
  private final TestObservationRegistry observations = TestObservationRegistry.create();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicInteger started = new AtomicInteger();
  private final List<Observation.Context> ended = new CopyOnWriteArrayList<>();
  private TckDatabase database;
  private TaskStore store;
  private User ada;

  @BeforeEach
  void open() throws SQLException {
    database = Stores.database(kind, folder);
    store = Stores.open(database, observer(observations).withPoolMetrics(meters));
    ada = store.users().insert(Stores.user("ada"));
  }

  private MicrometerObserver observer(ObservationRegistry registry) {
    registry
        .observationConfig()
        .observationHandler(new DefaultMeterObservationHandler(meters))
        .observationHandler(
            new ObservationHandler<>() {
              @Override
              public void onStart(Observation.Context context) {
                started.incrementAndGet();
              }

              @Override
              public void onStop(Observation.Context context) {
                ended.add(context);
              }

              @Override
              public boolean supportsContext(Observation.Context context) {
                return true;
              }
            });
    return MicrometerObserver.of(registry);
  }

  @AfterEach
  void close() {
    store.close();
    database.close();
  }

  private Timer timer(String name, String... tags) {
    return meters.get(name).tags(tags).timer();
  }

  private static Map<String, String> values(KeyValues values) {
    return values.stream().collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
  }

  @Test
  void aStatementHasTheAttributesOfTheConventions() {
    ended.clear();
    assertThat(store.users().findById(ada.id())).isPresent();

    Observation.Context context = ended.get(ended.size() - 1);
    assertThat(context.getContextualName()).isEqualTo("SELECT users");
    assertThat(values(context.getLowCardinalityKeyValues()))
        .containsEntry("db.system.name", kind == Stores.Kind.SQLITE ? "sqlite" : "postgresql")
        .containsEntry("db.collection.name", "users")
        .containsEntry("db.operation.name", "SELECT")
        .containsEntry("db.query.summary", "SELECT users")
        .containsEntry("db.response.status_code", "none")
        .containsEntry("error.type", "none")
        .hasEntrySatisfying(
            "db.namespace",
            namespace ->
                assertThat(namespace)
                    .matches(kind == Stores.Kind.SQLITE ? "tasks\\.db" : "\\w+\\|public"));
    assertThat(values(context.getHighCardinalityKeyValues())).containsEntry("taskstore.rows", "1");
    assertThat(timer("db.client.operation.duration", "db.query.summary", "SELECT users").count())
        .isPositive();
  }

  @Test
  void aFailureNamesItsConstraintAndItsCode() {
    assertThatThrownBy(() -> store.users().insert(Stores.user("ada")))
        .isInstanceOf(UniqueViolationException.class);

    Timer timer =
        timer(
            "db.client.operation.duration",
            "error.type",
            UniqueViolationException.class.getName(),
            "taskstore.constraint",
            "uq_users_username",
            "db.response.status_code",
            kind == Stores.Kind.SQLITE ? "19" : "23505");
    assertThat(timer.count()).isEqualTo(1);
    assertThat(timer.getId().getTag("error")).isEqualTo("UniqueViolationException");
    assertThat(ended.get(ended.size() - 1).getError()).isInstanceOf(UniqueViolationException.class);
  }

  @Test
  void aTransactionIsTheParentOfItsStatements() {
    ended.clear();
    store.transaction(
        tx -> {
          tx.users().count();
          tx.transaction(inner -> inner.tasks().count());
        });

    Observation.Context transaction = ended.get(ended.size() - 1);
    assertThat(transaction.getName()).isEqualTo("taskstore.transaction");
    assertThat(values(transaction.getLowCardinalityKeyValues()))
        .containsEntry("taskstore.outcome", "committed")
        .containsEntry("taskstore.attempt", "1");
    assertThat(ended.subList(0, ended.size() - 1))
        .hasSize(3)
        .allSatisfy(
            context ->
                assertThat(context.getParentObservation().getContextView()).isSameAs(transaction));
    assertThat(observations.getCurrentObservation()).isNull();
  }

  @Test
  void aRetryNamesTheFailureOfTheAttempt() {
    AtomicInteger attempts = new AtomicInteger();
    store.transaction(
        tx -> {
          if (attempts.incrementAndGet() < 3) {
            throw new TransientFailureException("conflict", FailureContext.NONE, null);
          }
        });

    assertThat(timer("taskstore.retry", "taskstore.attempt", "2").count()).isEqualTo(1);
    assertThat(
            timer(
                    "taskstore.transaction",
                    "taskstore.outcome",
                    "rolled_back",
                    "error.type",
                    TransientFailureException.class.getName())
                .count())
        .isEqualTo(1);
    assertThat(
            timer(
                    "taskstore.transaction",
                    "taskstore.outcome",
                    "committed",
                    "taskstore.attempt",
                    "3")
                .count())
        .isEqualTo(1);
  }

  @Test
  void migrationsLoadsAndWaitsAreTimed() {
    store.tasks().load(Stream.of(Stores.task(ada.id(), "a"), Stores.task(ada.id(), "b")));

    assertThat(timer("taskstore.migration", "db.operation.name", "MIGRATION UPDATE").count())
        .isEqualTo(1);
    assertThat(timer("taskstore.bulk_load", "db.collection.name", "tasks").count()).isEqualTo(1);
    assertThat(timer("db.client.connection.wait_time", "taskstore.read_only", "false").count())
        .isPositive();
    assertThat(ended)
        .filteredOn(context -> "taskstore.bulk_load".equals(context.getName()))
        .singleElement()
        .satisfies(
            context ->
                assertThat(values(context.getHighCardinalityKeyValues()))
                    .containsEntry("taskstore.rows", "2"));
  }

  @Test
  void thePoolsHaveMetricsUntilTheyAreClosed() {
    int pools = kind == Stores.Kind.SQLITE ? 2 : 1;
    assertThat(meters.get("hikaricp.connections.active").gauges()).hasSize(pools);

    store.close();

    assertThat(meters.find("hikaricp.connections.active").gauges()).isEmpty();
  }

  @Test
  void noNameOrTagContainsAValue() {
    store.tasks().insert(Stores.task(ada.id(), MARKER));
    store.tasks().searchTitle(MARKER, PageRequest.first(5));
    store.dsl().fetch("select title from tasks where title = '" + MARKER + "'");
    store.dsl().fetch("select ? as x /* " + MARKER + " */", MARKER);
    assertThatThrownBy(() -> store.dsl().fetch("selec '" + MARKER + "'"))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(
            () -> store.users().insertAll(List.of(Stores.user(MARKER), Stores.user(MARKER))))
        .isInstanceOf(UniqueViolationException.class);
    assertThatThrownBy(
            () ->
                store.transaction(
                    tx -> {
                      throw new IllegalStateException(MARKER);
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                store
                    .tasks()
                    .load(
                        Stream.of(
                            Stores.task(ada.id(), MARKER), Stores.task(new UUID(1, 1), MARKER))))
        .isInstanceOf(RuntimeException.class);

    assertThat(meters.getMeters())
        .extracting(Meter::getId)
        .extracting(Object::toString)
        .isNotEmpty()
        .noneMatch(id -> id.contains(MARKER));
    for (Observation.Context context : ended) {
      assertThat(context.getName() + context.getContextualName() + context.getAllKeyValues())
          .doesNotContain(MARKER);
      for (Throwable error = context.getError(); error != null; error = error.getCause()) {
        assertThat(String.valueOf(error.getMessage())).doesNotContain(MARKER);
      }
    }
  }

  @Test
  void everyObservationEnds() throws SQLException {
    try (Stream<Task> tasks = store.tasks().stream()) {
      assertThat(tasks).isEmpty();
    }
    assertThatThrownBy(() -> store.dsl().fetch("select * from missing"))
        .isInstanceOf(RuntimeException.class);

    TestObservationRegistryAssert.assertThat(observations)
        .doesNotHaveAnyRemainingCurrentObservation();
    assertThat(ended).hasSize(started.get());
  }

  @Test
  void anApplicationReplacesTheConvention() throws IOException, SQLException {
    MicrometerObserver renamed =
        observer(TestObservationRegistry.create())
            .withConvention(
                new DefaultDatabaseObservationConvention() {
                  @Override
                  public String name(DatabaseOperation.Kind kind) {
                    return "app." + super.name(kind);
                  }
                });
    try (TckDatabase other = Stores.database(kind, Files.createDirectory(folder.resolve("other")));
        TaskStore own = Stores.open(other, renamed)) {
      own.users().count();
    }

    assertThat(meters.get("app.db.client.operation.duration").timers()).isNotEmpty();
  }
}
