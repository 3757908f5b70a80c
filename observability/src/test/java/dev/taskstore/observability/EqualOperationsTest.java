package dev.taskstore.observability;

import static dev.taskstore.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.TckDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same calls are the same operations on both databases, also if they fail. */
class EqualOperationsTest {

  private static final UUID MISSING = UUID.fromString("00000000-0000-7000-8000-000000000000");

  @TempDir private Path folder;

  @Test
  void theSameCallsAreTheSameOperations() throws SQLException {
    Map<String, List<String>> onFile = record(Stores.Kind.SQLITE);
    Map<String, List<String>> onServer = record(Stores.Kind.POSTGRES);

    List<String> migration = onFile.remove("migration");
    onServer.remove("migration");
    onFile.forEach((name, lines) -> assertThat(lines).as(name).isEqualTo(onServer.get(name)));
    assertThat(onFile.get("insert"))
        .containsExactly(
            "CONNECTION CONNECTION on null",
            "ended CONNECTION",
            "STATEMENT INSERT users on users",
            "ended INSERT users, 1 rows");
    assertThat(onFile.get("transaction"))
        .startsWith("TRANSACTION TRANSACTION on null", "CONNECTION CONNECTION on null")
        .endsWith("ended TRANSACTION, COMMITTED")
        .contains("ended BATCH INSERT tasks of 3", "ended SELECT tasks, 4 rows");
    assertThat(onFile.get("unique"))
        .contains("ended INSERT users, UniqueViolationException uq_users_username");
    assertThat(onFile.get("foreign key"))
        .contains("ended INSERT tasks, ForeignKeyViolationException fk_tasks_user_id");
    assertThat(onFile.get("batch"))
        .contains("ended BATCH INSERT users, UniqueViolationException uq_users_username");
    assertThat(migration)
        .contains("MIGRATION MIGRATION UPDATE on null")
        .anyMatch(line -> line.matches("ended MIGRATION UPDATE, [1-9][0-9]* rows"));
  }

  @Test
  void aLoadIsAnOperationThatContainsTheStatementsOfItsProtocol() throws SQLException {
    for (Stores.Kind kind : Stores.Kind.values()) {
      Recorder recorder = new Recorder();
      try (TckDatabase database = Stores.database(kind, folder);
          TaskStore store = Stores.open(database, recorder)) {
        User ada = store.users().insert(Stores.user("ada"));
        recorder.clear();
        store
            .tasks()
            .load(IntStream.range(0, 1_500).mapToObj(i -> NewTask.of(ada.id(), "task " + i)));

        assertThat(recorder.take())
            .startsWith("BULK_LOAD BULK LOAD tasks on tasks", "TRANSACTION TRANSACTION on null")
            .endsWith("ended TRANSACTION, COMMITTED", "ended BULK LOAD tasks, 1500 rows")
            .contains(
                kind == Stores.Kind.POSTGRES
                    ? "ended COPY tasks, 500 rows"
                    : "ended BATCH INSERT tasks, 500 rows of 500");
      }
    }
  }

  /** PostgreSQL's driver combines the inserts of a batch, and does not count their rows. */
  private static List<String> withoutRowsOfBatches(List<String> lines) {
    return lines.stream()
        .map(line -> line.replaceFirst("(BATCH INSERT .*), \\d+ rows( of)", "$1$2"))
        .toList();
  }

  private Map<String, List<String>> record(Stores.Kind kind) throws SQLException {
    Recorder recorder = new Recorder();
    Map<String, List<String>> operations = new LinkedHashMap<>();
    try (TckDatabase database = Stores.database(kind, folder);
        TaskStore store = Stores.open(database, recorder)) {
      operations.put("migration", recorder.take());
      User ada = store.users().insert(Stores.user("ada"));
      operations.put("insert", recorder.take());
      Task task = store.tasks().insert(Stores.task(ada.id(), "first"));
      recorder.clear();
      calls(store, ada, task)
          .forEach(
              (name, call) -> {
                call.run();
                operations.put(name, withoutRowsOfBatches(recorder.take()));
              });
    }
    assertThat(recorder.active()).isZero();
    return operations;
  }

  private static Map<String, Runnable> calls(TaskStore store, User ada, Task task) {
    Map<String, Runnable> calls = new LinkedHashMap<>();
    calls.put("find", () -> assertThat(store.tasks().findById(task.id())).isPresent());
    calls.put("find nothing", () -> assertThat(store.tasks().findById(MISSING)).isEmpty());
    calls.put("page", () -> store.tasks().findByUser(ada.id(), PageRequest.first(10)));
    calls.put("tags", () -> store.tags().attach(task.id(), "release", "urgent"));
    calls.put("joined", () -> store.tasks().withTags(List.of(task)));
    calls.put("statistics", () -> store.tasks().statisticsByUser());
    calls.put(
        "transaction",
        () ->
            store.transaction(
                tx -> {
                  tx.tasks()
                      .insertAll(
                          List.of(
                              Stores.task(ada.id(), "a"),
                              Stores.task(ada.id(), "b"),
                              Stores.task(ada.id(), "c")));
                  tx.transaction(inner -> inner.tags().count());
                  assertThat(tx.dsl().selectFrom(TASKS).fetch()).hasSize(4);
                }));
    calls.put(
        "stream",
        () -> {
          try (Stream<Task> tasks = store.tasks().stream()) {
            assertThat(tasks.count()).isEqualTo(4);
          }
        });
    calls.put(
        "plain text", () -> assertThat(store.dsl().fetch("select count(*) from tasks")).hasSize(1));
    calls.put(
        "unique",
        () ->
            assertThatThrownBy(() -> store.users().insert(Stores.user("ada")))
                .isInstanceOf(UniqueViolationException.class));
    calls.put(
        "foreign key",
        () ->
            assertThatThrownBy(() -> store.tasks().insert(Stores.task(MISSING, "x")))
                .isInstanceOf(ForeignKeyViolationException.class));
    calls.put(
        "batch",
        () ->
            assertThatThrownBy(
                    () -> store.users().insertAll(List.of(Stores.user("bob"), Stores.user("ada"))))
                .isInstanceOf(UniqueViolationException.class));
    calls.put(
        "stale",
        () -> {
          Task changed = task.with().status(TaskStatus.IN_PROGRESS).build();
          store.tasks().update(changed);
          assertThatThrownBy(() -> store.tasks().update(changed))
              .isInstanceOf(StaleEntityException.class);
        });
    calls.put(
        "rollback only",
        () ->
            assertThatThrownBy(
                    () ->
                        store.transaction(
                            TransactionOptions.defaults(),
                            tx -> {
                              try {
                                tx.users().insert(Stores.user("ada"));
                              } catch (UniqueViolationException e) {
                                tx.users().count();
                              }
                            }))
                .isInstanceOf(RollbackOnlyException.class));
    calls.put("delete", () -> assertThat(store.tasks().deleteById(task.id())).isTrue());
    calls.put(
        "delete several", () -> store.tasks().deleteAllById(new ArrayList<>(List.of(MISSING))));
    return calls;
  }
}
