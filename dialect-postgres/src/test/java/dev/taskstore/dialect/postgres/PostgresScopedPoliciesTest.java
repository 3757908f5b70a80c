package dev.taskstore.dialect.postgres;

import static dev.taskstore.dialect.postgres.PostgresRoleServer.APPLICATION;
import static dev.taskstore.dialect.postgres.PostgresRoleServer.OWNER;
import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.TASK_TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Selection;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.RowSecurityException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scopes that name their principal to the server, whose policies limit the same rows again. */
class PostgresScopedPoliciesTest extends PostgresDatabaseCopies {

  private static User ada;
  private static User bob;
  private static Task adasTask;
  private static Task bobsTask;

  @BeforeAll
  static void migrate() throws SQLException {
    migrate(
        open -> {
          open.database().rowSecurity(TaskStore.OWNERSHIP).enable();
          ada = open.users().insert(PostgresStores.user("ada"));
          bob = open.users().insert(PostgresStores.user("bob"));
          adasTask = open.tasks().insert(NewTask.of(ada.id(), "look alike"));
          bobsTask = open.tasks().insert(NewTask.of(bob.id(), "look alike"));
          open.tags().attach(bobsTask.id(), "secret");
        });
  }

  /** With few connections, a principal that remained would be visible to one of the next calls. */
  private TaskStore.Builder application(String parameters) {
    TckDatabase target = PostgresRoleServer.as(APPLICATION, database);
    return PostgresStores.builder(target)
        .url(target.url() + parameters)
        .migrationMode(MigrationMode.VALIDATE)
        .maximumPoolSize(2)
        .rowSecurity(TaskStore.OWNERSHIP);
  }

  private static void seesNothing(TaskStore store) {
    assertThat(store.tasks().count()).isZero();
    assertThat(store.users().findById(ada.id())).isEmpty();
    assertThat(store.tags().count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?prepareThreshold=0", "?prepareThreshold=1", "?preferQueryMode=simple"})
  void eachStatementOfAScopeNamesItsPrincipal(String parameters) {
    try (TaskStore store = application(parameters).open();
        TaskScope scope = store.scopedTo(ada.id())) {
      for (int i = 0; i < 7; i++) {
        assertThat(scope.tasks().findById(adasTask.id())).contains(adasTask);
        seesNothing(store);
        assertThat(scope.tasks().findById(bobsTask.id())).isEmpty();
        assertThat(scope.tasks().count()).isEqualTo(1);
        seesNothing(store);
        Task task = scope.tasks().insert(NewTask.of(ada.id(), "new"));
        seesNothing(store);
        task = scope.tasks().update(task.id(), TaskChanges.none().title("changed"));
        task = scope.tasks().update(task.with().title("again").build());
        assertThat(scope.tags().attach(task.id(), "calm", "new" + i)).isEqualTo(2);
        seesNothing(store);
        assertThat(scope.tasks().withTags(List.of(task)).get(0).tags())
            .extracting(Tag::name)
            .containsExactly("calm", "new" + i);
        assertThat(scope.tasks().findByUser(ada.id(), PageRequest.first(9)).items()).hasSize(2);
        assertThat(scope.tasks().deleteById(task.id())).isTrue();
        assertThat(scope.tasks().deleteById(bobsTask.id())).isFalse();
      }
    }
  }

  @Test
  void streamsAndManyRowsNameThePrincipalInTheirTransaction() {
    try (TaskStore store = application("").open();
        TaskScope scope = store.scopedTo(ada.id())) {
      List<NewTask> many =
          IntStream.range(0, 2_500).mapToObj(i -> NewTask.of(ada.id(), "t" + i)).toList();
      assertThat(scope.tasks().insertAll(many)).hasSize(2_500);
      seesNothing(store);
      assertThat(scope.tasks().load(many.stream())).isEqualTo(2_500);
      seesNothing(store);
      try (Stream<Task> tasks = scope.tasks().stream()) {
        assertThat(tasks.count()).isEqualTo(5_001);
      }
      seesNothing(store);
      scope.transaction(
          tx -> {
            try (Stream<Task> tasks = tx.tasks().stream()) {
              assertThat(tasks.map(Task::userId).distinct()).containsExactly(ada.id());
            }
          });
      seesNothing(store);
      assertThat(scope.tasks().statisticsByUser())
          .singleElement()
          .matches(statistics -> statistics.total() == 5_001);
    }
  }

  @Test
  void scopesInOneTransactionDoNotMix() {
    try (TaskStore store = application("").open();
        TaskScope adas = store.scopedTo(ada.id());
        TaskScope bobs = store.scopedTo(bob.id())) {
      store.transaction(
          tx -> {
            for (int i = 0; i < 3; i++) {
              assertThat(adas.tasks().findAll(PageRequest.first(9)).items())
                  .containsExactly(adasTask);
              assertThat(bobs.tasks().findAll(PageRequest.first(9)).items())
                  .containsExactly(bobsTask);
              assertThatThrownBy(
                      () -> tx.transaction(inner -> adas.tags().attach(bobsTask.id(), "calm")))
                  .isInstanceOfSatisfying(
                      ForeignKeyViolationException.class,
                      e -> assertThat(e.constraint()).isEqualTo("fk_task_tags_task_id"));
              assertThat(bobs.tags().findByTasks(List.of(bobsTask.id())).values())
                  .singleElement()
                  .satisfies(tags -> assertThat(tags).hasSize(1));
            }
          });
      seesNothing(store);
    }
  }

  /** The plan evaluates the policies of the links for each row, while the rows are fetched. */
  @Test
  void aStreamKeepsItsPrincipalWhileAnotherScopeUsesTheTransaction() {
    int rows = 2 * Selection.FETCH_SIZE;
    String plan =
        Stream.of("hashjoin", "mergejoin", "material", "sort", "seqscan", "bitmapscan")
            .map(method -> "-c%20enable_" + method + "=off")
            .collect(Collectors.joining("%20", "?options=", ""));
    Condition tagged =
        DSL.exists(DSL.selectOne().from(TASK_TAGS).where(TASK_TAGS.TASK_ID.eq(TASKS.ID)));
    try (TaskStore store = application(plan).open();
        TaskScope adas = store.scopedTo(ada.id());
        TaskScope bobs = store.scopedTo(bob.id())) {
      adas.transaction(
          tx ->
              tx.tasks()
                  .insertAll(Collections.nCopies(rows, NewTask.of(ada.id(), "t")))
                  .forEach(task -> tx.tags().attach(task.id(), "tag")));
      store.transaction(
          tx -> {
            try (Stream<Task> stream = adas.tasks().where(tagged).stream()) {
              long read = stream.peek(task -> assertThat(bobs.tasks().count()).isOne()).count();
              assertThat(read).isEqualTo(rows);
            }
          });
    }
  }

  /** The driver and the server keep statements that run often. */
  @Test
  void manyUpdatesOfOneKindReturnTheRow() {
    try (TaskStore store = application("").open();
        TaskScope scope = store.scopedTo(ada.id())) {
      for (int i = 0; i < 20; i++) {
        assertThat(scope.tasks().start(adasTask.id()).version()).isEqualTo(3 * i + 1);
        assertThat(scope.tasks().complete(adasTask.id()).version()).isEqualTo(3 * i + 2);
        assertThat(scope.tasks().reopen(adasTask.id()).version()).isEqualTo(3 * i + 3);
      }
    }
  }

  @Test
  void thePrincipalTravelsInTheTextOfTheStatement() {
    List<String> statements = new ArrayList<>();
    ExecuteListener recorder =
        new ExecuteListener() {
          @Override
          public void executeStart(ExecuteContext context) {
            statements.add(context.sql());
          }
        };
    try (TaskStore store =
            application("").executeListeners(new DefaultExecuteListenerProvider(recorder)).open();
        TaskScope scope = store.scopedTo(ada.id())) {
      statements.clear();

      assertThat(scope.tasks().findById(adasTask.id())).contains(adasTask);

      assertThat(statements)
          .singleElement()
          .asString()
          .startsWith("SELECT set_config('taskstore.principal', ?, true); select ");
    }
  }

  @Test
  void anUpsertThatConflictsWithAHiddenRowIsADuplicate() {
    try (TaskStore store = application("").open();
        TaskScope scope = store.scopedTo(ada.id())) {
      NewUser taken = NewUser.of("bob", "new@example.com", PasswordHash.locked()).id(ada.id());
      assertThatThrownBy(() -> scope.users().upsertByUsername(taken))
          .isInstanceOf(UniqueViolationException.class);
      NewUser other = NewUser.of("ada", "new@example.com", PasswordHash.locked());
      assertThatThrownBy(() -> scope.users().upsertByUsername(other))
          .isInstanceOf(RowSecurityException.class);
      NewUser own = other.id(ada.id());
      assertThat(scope.users().upsertByUsername(own).email()).isEqualTo("new@example.com");
    }
  }

  @Test
  void aRoleThatPoliciesDoNotLimitIsRefused() throws SQLException {
    for (String role : List.of(OWNER, PostgresRoleServer.SUPERUSER)) {
      assertThatThrownBy(
              () ->
                  PostgresStores.builder(PostgresRoleServer.as(role, database))
                      .rowSecurity(TaskStore.OWNERSHIP)
                      .open())
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("users, tasks, task_shares, task_tags, tags");
    }
    PostgresRoleServer.run(
        database, OWNER, List.of("ALTER TABLE task_tags DISABLE ROW LEVEL SECURITY"));
    assertThatThrownBy(() -> application("").open())
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("role of the connections in task_tags.");
  }
}
