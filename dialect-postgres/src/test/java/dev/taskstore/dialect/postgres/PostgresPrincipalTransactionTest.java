package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresRoleServer.APPLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.RowSecurityException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.tck.TckDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/**
 * A statement of a scope and the statement that names its principal run in one transaction, if
 * possible without a round trip for it, and the principal ends with it.
 */
class PostgresPrincipalTransactionTest extends PostgresDatabaseCopies {

  /** The driver keeps a statement on the server from the fifth execution on. */
  private static final int OFTEN = 8;

  /** The last messages of a call: two statements and one Sync. */
  private static final String ONE_ROUND_TRIP = "(?s).*P?BD?EP?BD?ES";

  private static User ada;
  private static User bob;
  private static Task bobsTask;

  @BeforeAll
  static void migrate() throws SQLException {
    migrate(
        open -> {
          open.database().rowSecurity(TaskStore.OWNERSHIP).enable();
          ada = open.users().insert(PostgresStores.user("ada"));
          bob = open.users().insert(PostgresStores.user("bob"));
          bobsTask = open.tasks().insert(NewTask.of(bob.id(), "of bob"));
        });
  }

  /** With one connection, each call finds what the call before it left behind. */
  private HikariDataSource oneConnection(String parameters) {
    HikariConfig configuration = new HikariConfig();
    configuration.setJdbcUrl(database.url() + (parameters.isEmpty() ? "" : "?" + parameters));
    configuration.setUsername(APPLICATION);
    configuration.setMaximumPoolSize(1);
    return new HikariDataSource(configuration);
  }

  private static TaskStore.Builder over(HikariDataSource connections) {
    return TaskStore.builder()
        .dataSource(connections)
        .migrationMode(MigrationMode.VALIDATE)
        .rowSecurity(TaskStore.OWNERSHIP);
  }

  private TaskStore.Builder application(String parameters) {
    TckDatabase target = PostgresRoleServer.as(APPLICATION, database);
    return PostgresStores.builder(target)
        .url(target.url() + (parameters.isEmpty() ? "" : "?" + parameters))
        .migrationMode(MigrationMode.VALIDATE)
        .maximumPoolSize(2)
        .rowSecurity(TaskStore.OWNERSHIP);
  }

  private static void assertNobodyIsNamed(TaskStore store) {
    assertThat(
            store
                .dsl()
                .fetchSingle("SELECT coalesce(current_setting('taskstore.principal', true), '')")
                .get(0, String.class))
        .isEmpty();
    assertThat(store.tasks().count()).isZero();
  }

  private static void succeedAndFail(TaskStore store, TaskScope scope, int round) {
    UUID id = UUID.randomUUID();
    Task task = scope.tasks().insert(NewTask.of(ada.id(), "new").id(id));
    assertNobodyIsNamed(store);
    assertThat(scope.tasks().findById(id)).contains(task);
    assertNobodyIsNamed(store);
    assertThat(scope.tasks().findByUser(ada.id(), PageRequest.first(50)).items()).hasSize(1);
    assertNobodyIsNamed(store);
    assertThat(scope.tasks().findById(bobsTask.id())).isEmpty();
    assertThatThrownBy(() -> scope.tasks().insert(NewTask.of(ada.id(), "again").id(id)))
        .isInstanceOf(UniqueViolationException.class);
    assertNobodyIsNamed(store);
    Task changed = scope.tasks().update(id, task.version(), TaskChanges.none().title("changed"));
    assertNobodyIsNamed(store);
    assertThatThrownBy(
            () -> scope.tasks().update(id, task.version(), TaskChanges.none().title("stale")))
        .isInstanceOf(StaleEntityException.class);
    assertNobodyIsNamed(store);
    NewUser draft = NewUser.of("ada", "ada" + round + "@example.com", PasswordHash.locked());
    assertThatThrownBy(() -> scope.users().upsertByUsername(draft))
        .isInstanceOf(RowSecurityException.class);
    assertNobodyIsNamed(store);
    assertThat(scope.tasks().count()).isEqualTo(1);
    assertThat(scope.tasks().deleteById(changed.id())).isTrue();
    assertNobodyIsNamed(store);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "prepareThreshold=0",
        "prepareThreshold=1",
        "preferQueryMode=simple",
        "preferQueryMode=extendedForPrepared",
        "preferQueryMode=extendedCacheEverything",
        "stringtype=unspecified",
        "stringtype=unspecified&prepareThreshold=1",
        "autosave=always",
        "autosave=conservative&cleanupSavepoints=true",
        "defaultRowFetchSize=1",
        "adaptiveFetch=true&defaultRowFetchSize=2",
        "preparedStatementCacheQueries=0",
        "binaryTransfer=false"
      })
  void noPrincipalOutlivesItsStatement(String parameters) {
    try (HikariDataSource connections = oneConnection(parameters);
        TaskStore store = over(connections).open();
        TaskScope scope = store.scopedTo(ada.id())) {
      for (int round = 0; round < OFTEN; round++) {
        succeedAndFail(store, scope, round);
      }
    }
  }

  @Test
  void aStatementThatTimesOutOrHasInvalidSqlLeavesNoPrincipalBehind() {
    try (HikariDataSource connections = oneConnection("");
        TaskStore store = over(connections).queryTimeout(Duration.ofMillis(200)).open();
        TaskScope scope = store.scopedTo(ada.id())) {
      scope.tasks().insert(NewTask.of(ada.id(), "slow"));
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(
                () ->
                    scope
                        .tasks()
                        .where(DSL.condition("pg_sleep(20) IS NOT NULL AND title = 'slow'"))
                        .list())
            .isInstanceOf(DatabaseTimeoutException.class);
        assertNobodyIsNamed(store);
        assertThatThrownBy(() -> scope.tasks().where(DSL.condition("no such syntax")).list())
            .isInstanceOf(RuntimeException.class);
        assertNobodyIsNamed(store);
        assertThatThrownBy(() -> scope.tasks().where(DSL.condition("1 / version > 0")).list())
            .isInstanceOf(InvalidArgumentException.class);
        assertNobodyIsNamed(store);
      }
    }
  }

  @Test
  void aCallOutsideOfATransactionIsOneRoundTrip() {
    RecordedSockets.Recording messages = RecordedSockets.recording("round-trips");
    try (TaskStore store = application(RecordedSockets.parameters("round-trips")).open();
        TaskScope scope = store.scopedTo(ada.id())) {
      Task task = scope.tasks().insert(NewTask.of(ada.id(), "new"));
      for (int i = 0; i < OFTEN; i++) {
        assertOneRoundTrip(messages, () -> scope.tasks().findById(task.id()));
        assertOneRoundTrip(
            messages, () -> scope.tasks().findByUser(ada.id(), PageRequest.first(50)));
        assertOneRoundTrip(messages, () -> scope.tasks().count());
        assertOneRoundTrip(messages, () -> scope.tasks().insert(NewTask.of(ada.id(), "new")));
        assertOneRoundTrip(
            messages,
            () -> scope.tasks().update(task.id(), TaskChanges.none().title("a new title")));
        assertOneRoundTrip(messages, () -> scope.tasks().deleteById(bobsTask.id()));
      }
      messages.clear();
      scope.tasks().findById(task.id());
      assertThat(messages.toString()).endsWith("BEBES");
    }
  }

  private static void assertOneRoundTrip(RecordedSockets.Recording messages, Runnable call) {
    messages.clear();
    call.run();
    assertThat(messages.toString()).matches(ONE_ROUND_TRIP);
  }

  /** The driver ends the transaction before a statement that it has described. */
  @ParameterizedTest
  @ValueSource(strings = {"", "prepareThreshold=1"})
  void aStatementThatTheDriverHasDescribedRunsInATransactionOfItsOwn(String parameters) {
    List<String> texts = new CopyOnWriteArrayList<>();
    Task task;
    try (TaskStore store =
            application("")
                .executeListeners(
                    new DefaultExecuteListenerProvider(
                        new ExecuteListener() {
                          @Override
                          public void executeStart(ExecuteContext context) {
                            texts.add(String.valueOf(context.sql()));
                          }
                        }))
                .open();
        TaskScope scope = store.scopedTo(ada.id())) {
      task = scope.tasks().insert(NewTask.of(ada.id(), "new"));
      texts.clear();
      scope.tasks().findById(task.id());
    }
    String name = "described" + parameters;
    RecordedSockets.Recording messages = RecordedSockets.recording(name);
    String all = RecordedSockets.parameters(name) + (parameters.isEmpty() ? "" : "&" + parameters);
    try (TaskStore store = application(all).open();
        TaskScope scope = store.scopedTo(ada.id())) {
      for (int i = 0; i < OFTEN; i++) {
        store.dsl().connection(connection -> describe(connection, texts.get(0)));
        messages.clear();
        assertThat(scope.tasks().findById(task.id())).contains(task);
        assertThat(messages.toString()).doesNotMatch(ONE_ROUND_TRIP);
        assertNobodyIsNamed(store);
      }
    }
  }

  private static void describe(Connection connection, String text) throws SQLException {
    Connection driver = (Connection) connection.unwrap(PGConnection.class);
    try (PreparedStatement statement = driver.prepareStatement(text)) {
      assertThat(statement.getParameterMetaData().getParameterCount()).isGreaterThan(1);
    }
  }

  @Test
  void aListenerMayDescribeTheStatement() {
    ExecuteListener curious =
        new ExecuteListener() {
          @Override
          public void prepareEnd(ExecuteContext context) {
            try {
              PreparedStatement statement = context.statement();
              assertThat(statement).isNotNull();
              assertThat(statement.getParameterMetaData()).isNotNull();
            } catch (SQLException e) {
              throw new IllegalStateException(e);
            }
          }
        };
    try (TaskStore store =
            application("").executeListeners(new DefaultExecuteListenerProvider(curious)).open();
        TaskScope scope = store.scopedTo(ada.id())) {
      Task task = scope.tasks().insert(NewTask.of(ada.id(), "new"));
      for (int i = 0; i < OFTEN; i++) {
        assertThat(scope.tasks().findById(task.id())).contains(task);
        assertNobodyIsNamed(store);
      }
    }
  }

  /** The data source of a framework may hide the driver's connection. */
  @Test
  void aConnectionThatHidesTheDriversRunsTheStatementInATransactionOfItsOwn() throws SQLException {
    try (HikariDataSource connections = oneConnection("")) {
      DataSource hiding = proxy(DataSource.class, connections);
      try (TaskStore store =
              TaskStore.builder()
                  .dataSource(hiding)
                  .dialect(new PostgresDialect())
                  .migrationMode(MigrationMode.VALIDATE)
                  .rowSecurity(TaskStore.OWNERSHIP)
                  .open();
          TaskScope scope = store.scopedTo(ada.id())) {
        for (int round = 0; round < OFTEN; round++) {
          succeedAndFail(store, scope, round);
        }
      }
    }
  }

  private static <T> T proxy(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("isWrapperFor")) {
                return false;
              }
              try {
                Object result = method.invoke(target, arguments);
                return result instanceof Connection connection
                    ? proxy(Connection.class, connection)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            }));
  }

  @Test
  void callsGoOnWorkingAfterTheTypeOfAColumnHasChanged() throws SQLException {
    try (TaskStore store = application("").open();
        TaskScope scope = store.scopedTo(ada.id())) {
      for (int length = 200; length < 203; length++) {
        for (int i = 0; i < OFTEN; i++) {
          assertThat(scope.users().findByUsername("ada")).isPresent();
        }
        PostgresRoleServer.run(
            database,
            PostgresRoleServer.OWNER,
            List.of("alter table users alter column username type varchar(" + length + ")"));
        assertThat(scope.users().findByUsername("ada")).isPresent();
        assertNobodyIsNamed(store);
      }
    }
  }

  @Test
  void aStreamOutsideOfATransactionLeavesNoPrincipalBehind() {
    try (HikariDataSource connections = oneConnection("");
        TaskStore store = over(connections).open();
        TaskScope scope = store.scopedTo(bob.id())) {
      try (Stream<Task> stream = scope.tasks().stream()) {
        assertThat(stream).containsExactly(bobsTask);
      }
      assertNobodyIsNamed(store);
    }
  }
}
