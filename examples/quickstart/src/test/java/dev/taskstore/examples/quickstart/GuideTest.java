package dev.taskstore.examples.quickstart;

import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.TaskWithTags;
import dev.taskstore.User;
import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.RetryPolicy;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.integrity.IntegrityReport;
import dev.taskstore.db.integrity.IntegrityViolation;
import dev.taskstore.db.migration.ChangeSetSql;
import dev.taskstore.db.migration.ChangeSetStatus;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.db.migration.SchemaDifference;
import dev.taskstore.db.personal.ErasedRows;
import dev.taskstore.schema.PersonalData;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tagged regions of this class are the snippets of docs/guide.md. */
class GuideTest {

  @TempDir private Path folder;
  private TaskStore store;
  private User ada;

  @BeforeEach
  void open() {
    store = TaskStore.open("jdbc:sqlite:" + folder.resolve("guide.db"));
    ada = store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aStoreIsOpenedWithOptions() {
    String url = "jdbc:sqlite:" + folder.resolve("options.db");
    // tag::open[]
    TaskStore tasks =
        TaskStore.builder()
            .url(url)
            .migrationMode(MigrationMode.UPDATE) // or VALIDATE, or NONE
            .contexts("sample") // inserts the sample data
            .maximumPoolSize(8)
            .connectionTimeout(Duration.ofSeconds(5))
            .queryTimeout(Duration.ofSeconds(10)) // cancels slower statements
            .retryPolicy(new RetryPolicy(10, Duration.ofMillis(5), Duration.ofMillis(200)))
            .open();
    // end::open[]
    try (tasks) {
      assertThat(tasks.users().findByUsername("grace")).isPresent();
    }
  }

  @Test
  void rowsAreInsertedFoundAndChanged() {
    // tag::write[]
    Task task = store.tasks().insert(NewTask.of(ada.id(), "Water the plants"));

    task = store.tasks().update(task.with().priority(TaskPriority.HIGH).build());
    task = store.tasks().update(task.id(), TaskChanges.none().description("Twice a week"));
    task = store.tasks().complete(task.id());
    // end::write[]
    assertThat(task.status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(task.version()).isEqualTo(3);
    assertThat(store.tasks().findById(task.id())).contains(task);
  }

  @Test
  void deletedRowsComeBackAsTheyWere() {
    Task plants = store.tasks().insert(NewTask.of(ada.id(), "Water the plants"));
    plants = store.tasks().complete(plants.id());
    // tag::copies[]
    List<Task> tasks = store.tasks().where(TASKS.USER_ID.eq(ada.id())).list();
    store.users().deleteById(ada.id()); // deletes the tasks, too

    store.transaction(
        tx -> {
          tx.users().insertCopy(ada);
          tx.tasks().insertAllCopies(tasks); // same identifiers, times and versions
        });
    // end::copies[]
    assertThat(tasks).contains(plants);
    assertThat(store.tasks().where(TASKS.USER_ID.eq(ada.id())).list()).isEqualTo(tasks);
    assertThat(store.users().getById(ada.id())).isEqualTo(ada);
  }

  @Test
  void allDataOfAUserIsExportedAndErased() throws IOException {
    store.tasks().insert(NewTask.of(ada.id(), "Water the plants"));
    Path file = folder.resolve("ada.json");
    // tag::personal-data[]
    try (OutputStream out = Files.newOutputStream(file)) {
      store.users().exportPersonalData(ada.id(), out);
    }

    ErasedRows erased = store.users().erase(ada.id());
    long tasks = erased.of("tasks");
    // end::personal-data[]
    assertThat(tasks).isEqualTo(1);
    assertThat(store.users().count()).isZero();
    assertThat(file).content().contains("\"title\": \"Water the plants\"");
  }

  @Test
  void programsReadTheMarksOfPersonalData() {
    // tag::personal-marks[]
    boolean loggable = !PersonalData.MAP.isPersonal(USERS.EMAIL);
    // end::personal-marks[]
    assertThat(loggable).isFalse();
  }

  @Test
  void aStaleEntityIsRefused() {
    Task task = store.tasks().insert(NewTask.of(ada.id(), "Water the plants"));
    store.tasks().complete(task.id());
    // tag::stale[]
    try {
      store.tasks().update(task.with().title("Water all plants").build());
    } catch (StaleEntityException e) {
      Task fresh = store.tasks().getById(task.id()); // includes the other change
      store.tasks().update(fresh.with().title("Water all plants").build());
    }
    // end::stale[]
    assertThat(store.tasks().getById(task.id()).title()).isEqualTo("Water all plants");
    assertThat(store.tasks().getById(task.id()).status()).isEqualTo(TaskStatus.COMPLETED);
  }

  @Test
  void aFormIsSavedOnlyWithTheVersionThatItWasOpenedWith() {
    Task task = store.tasks().insert(NewTask.of(ada.id(), "Water the plants"));
    TaskForms forms = new TaskForms();
    TaskForms.TitleForm first = forms.edit(task.id());
    TaskForms.TitleForm second = forms.edit(task.id());

    assertThat(forms.save(new TaskForms.TitleForm(first.id(), first.version(), "Buy plants")))
        .isTrue();
    assertThat(forms.save(new TaskForms.TitleForm(second.id(), second.version(), "Sell plants")))
        .isFalse();
    assertThat(store.tasks().getById(task.id()).title()).isEqualTo("Buy plants");
  }

  private final class TaskForms {

    // tag::form[]
    record TitleForm(UUID id, long version, String title) {} // id and version: hidden fields

    TitleForm edit(UUID id) { // GET
      Task task = store.tasks().getById(id);
      return new TitleForm(task.id(), task.version(), task.title());
    }

    boolean save(TitleForm form) { // POST
      try {
        store.tasks().update(form.id(), form.version(), TaskChanges.none().title(form.title()));
        return true;
      } catch (StaleEntityException e) {
        return false; // show the stored row next to the input; send its version with the new form
      }
    }
    // end::form[]
  }

  @Test
  void listsAreReadPageByPage() {
    store
        .tasks()
        .insertAll(
            IntStream.range(0, 120).mapToObj(i -> NewTask.of(ada.id(), "Task " + i)).toList());
    List<Task> seen = new ArrayList<>();
    // tag::pages[]
    Page<Task> page = store.tasks().findByUser(ada.id(), PageRequest.first(50));
    seen.addAll(page.items());
    while (page.next().isPresent()) {
      String token = page.next().get().token(); // for example, part of a link
      page = store.tasks().findByUser(ada.id(), PageRequest.of(token));
      seen.addAll(page.items());
    }
    // end::pages[]
    assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    assertThat(seen.get(0).title()).isEqualTo("Task 119");
  }

  @Test
  void tagsOfManyTasksAreReadAtOnce() {
    Task task = store.tasks().insert(NewTask.of(ada.id(), "Ship it").priority(TaskPriority.HIGH));
    store.tags().attach(task.id(), "urgent", "release");
    // tag::tags[]
    Page<Task> open = store.tasks().findOpenHighPriority(PageRequest.first(20));
    List<TaskWithTags> withTags = store.tasks().withTags(open.items());
    // end::tags[]
    assertThat(withTags.get(0).tags())
        .extracting(tag -> tag.name())
        .containsExactly("release", "urgent");
  }

  @Test
  void conditionsAreWrittenInJooq() {
    store
        .tasks()
        .insert(NewTask.of(ada.id(), "Buy milk").dueAt(Instant.parse("2026-01-05T08:00:00Z")));
    store.tasks().insert(NewTask.of(ada.id(), "Buy bread"));
    // tag::where[]
    List<Task> due =
        store
            .tasks()
            .where(TASKS.USER_ID.eq(ada.id()).and(TASKS.STATUS.ne(TaskStatus.COMPLETED)))
            .orderBy(TASKS.DUE_AT.asc(), TASKS.TITLE.asc()) // nulls last, everywhere
            .list(10);

    Page<Task> byTitle =
        store
            .tasks()
            .where(TASKS.TITLE.startsWith("Buy"))
            .page(PageRequest.first(10), KeysetOrder.ascending(TASKS.TITLE, TASKS.ID));
    // end::where[]
    assertThat(due).extracting(Task::title).containsExactly("Buy milk", "Buy bread");
    assertThat(byTitle.items()).extracting(Task::title).containsExactly("Buy bread", "Buy milk");
  }

  @Test
  void manyRowsAreLoadedAndStreamed() {
    AtomicLong progress = new AtomicLong();

    // tag::bulk[]
    long loaded =
        store
            .tasks()
            .load(
                IntStream.range(0, 10_000).mapToObj(i -> NewTask.of(ada.id(), "Task " + i)),
                soFar -> progress.set(soFar)); // called after every 1,000 rows

    try (Stream<Task> all = store.tasks().stream()) { // fetches 500 rows at a time
      long open = all.filter(task -> task.status() != TaskStatus.COMPLETED).count();
      assertThat(open).isEqualTo(loaded);
    }
    // end::bulk[]
    assertThat(loaded).isEqualTo(10_000);
    assertThat(progress).hasValue(10_000);
  }

  @Test
  void transactionsNestAsSavepoints() {
    // tag::transaction[]
    Task task =
        store.transactionResult(
            tx -> {
              Task ship = tx.tasks().insert(NewTask.of(ada.id(), "Ship 1.0"));
              try {
                tx.transaction(
                    inner ->
                        inner
                            .users()
                            .insert(NewUser.of("ada", "other@example.com", PasswordHash.locked())));
              } catch (UniqueViolationException e) {
                // only the inner transaction is rolled back: e.constraint() is uq_users_username
                assertThat(e.constraint()).isEqualTo("uq_users_username");
              }
              tx.tags().attach(ship.id(), "release");
              return ship;
            });
    // end::transaction[]
    assertThat(store.tags().findByTasks(List.of(task.id())).get(task.id())).hasSize(1);
    assertThat(store.users().count()).isEqualTo(1);
  }

  @Test
  void callbacksRunWhenTheTransactionHasEnded() {
    List<String> mails = new ArrayList<>();
    List<String> log = new ArrayList<>();
    // tag::callbacks[]
    store.transaction(
        tx -> {
          Task ship = tx.tasks().insert(NewTask.of(ada.id(), "Ship 1.0"));
          tx.afterCommit(() -> mails.add("New task: " + ship.title())); // only if it is committed
          tx.afterRollback(() -> log.add("Task not created"));
          tx.beforeRetry(failure -> log.add("Trying again: " + failure.getMessage()));
        });
    assertThat(mails).containsExactly("New task: Ship 1.0");
    // end::callbacks[]
    assertThat(log).isEmpty();
  }

  @Test
  void readOnlyWorkSeesOneStateOfTheDatabase() {
    // tag::read-only[]
    store.transaction(
        TransactionOptions.defaults().readOnly(),
        tx -> {
          long users = tx.users().count();
          long tasks = tx.tasks().count(); // sees the same snapshot
          assertThat(users).isGreaterThan(tasks);
        });
    // end::read-only[]
  }

  @Test
  void plainJooqTakesPartInTheTransaction() {
    store.tasks().insert(NewTask.of(ada.id(), "Ship 1.0"));
    // tag::jooq[]
    store.transaction(
        tx -> {
          tx.dsl()
              .update(TASKS)
              .set(TASKS.PRIORITY, TaskPriority.HIGH)
              .where(TASKS.TITLE.startsWith("Ship"))
              .execute();
          assertThat(tx.tasks().findOpenHighPriority(PageRequest.first(10)).items()).hasSize(1);
        });
    // end::jooq[]
    assertThat(store.dsl().select(DSL.count()).from(TASKS).fetchOne(0, int.class)).isEqualTo(1);
  }

  @Test
  void executeListenersAreCalledForAllStatements() {
    String url = "jdbc:sqlite:" + folder.resolve("guide.db");
    // tag::listeners[]
    Map<String, LongAdder> executions = new ConcurrentHashMap<>();
    ExecuteListener counting =
        ExecuteListener.onExecuteEnd(
            done -> executions.computeIfAbsent(done.sql(), text -> new LongAdder()).increment());
    try (TaskStore counted = TaskStore.builder().url(url).executeListeners(() -> counting).open()) {
      counted.tasks().findById(ada.id());
      counted.tasks().findById(ada.id());
    }
    assertThat(executions.values()).anyMatch(times -> times.sum() == 2);
    // end::listeners[]
  }

  @Test
  void anApplicationsOwnDataSourceIsUsed() {
    String url = "jdbc:sqlite:" + folder.resolve("guide.db") + "?foreign_keys=on";
    DataSource dataSource =
        (DataSource)
            Proxy.newProxyInstance(
                GuideTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> DriverManager.getConnection(url));
    // tag::data-source[]
    TaskStore tasks =
        TaskStore.builder().dataSource(dataSource).joinApplicationTransactions().open();
    // end::data-source[]
    try (tasks) {
      assertThat(tasks.users().getById(ada.id())).isEqualTo(ada);
    }
  }

  @Test
  void migrationsGoDownAndUp() {
    // tag::migrations[]
    Migrations migrations = store.migrations();
    for (ChangeSetStatus changeSet : migrations.status()) {
      assertThat(changeSet.isApplied()).isTrue();
    }
    for (ChangeSetSql changeSet : migrations.rollbackToSql("002")) { // a dry run
      System.out.println(changeSet.script());
    }
    migrations.rollbackTo("002"); // or rollback(2): the last two changesets
    migrations.updateTo("005"); // or update(): all pending changesets
    // end::migrations[]
    assertThat(migrations.pending()).isEmpty();
    assertThat(store.users().getById(ada.id())).isEqualTo(ada);
  }

  @Test
  void driftIsFound() {
    store.dsl().execute("DROP INDEX ix_tasks_title");
    List<String> found = new ArrayList<>();
    // tag::drift[]
    for (SchemaDifference difference : store.migrations().drift().differences()) {
      found.add(difference.toString()); // index tasks.ix_tasks_title is missing
    }
    // end::drift[]
    assertThat(found).containsExactly("index tasks.ix_tasks_title is missing");
  }

  @Test
  void rowsOfOtherProgramsAreChecked() throws SQLException {
    store.tasks().insert(NewTask.of(ada.id(), "Water the plants"));
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("guide.db"));
        Statement statement = other.createStatement()) {
      statement.execute("DELETE FROM users");
    }
    List<String> found = new ArrayList<>();
    // tag::integrity[]
    IntegrityReport report = store.checkIntegrity(100); // at most 100 violations
    for (IntegrityViolation violation : report.violations()) {
      found.add(violation.toString()); // FOREIGN_KEY tasks[user_id] fk_tasks_user_id
    }
    // end::integrity[]
    assertThat(found).containsExactly("FOREIGN_KEY tasks[user_id] fk_tasks_user_id");
  }

  @Test
  void aClosedStoreThrowsIllegalStateException() {
    store.close();
    assertThatThrownBy(() -> store.users().count())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
