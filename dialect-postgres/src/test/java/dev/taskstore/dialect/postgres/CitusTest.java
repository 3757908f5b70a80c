package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where rows are on Citus. The profile {@code citus} runs it on a given server. */
@Tag("citus")
class CitusTest {

  private static final String SHARD_OF =
      "SELECT get_shard_id_for_distribution_column('%s', '%s')::text";

  private static final String NODE_OF =
      "SELECT nodename || ':' || nodeport FROM citus_shards WHERE shardid = %s";

  private TckDatabase database;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = CitusServer.given().newDatabase();
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  private static List<Task> insertTasks(TaskStore store, int count) {
    User ada = store.users().insert(PostgresStores.user("ada"));
    List<Task> tasks =
        store
            .tasks()
            .insertAll(
                IntStream.range(0, count)
                    .mapToObj(i -> NewTask.of(ada.id(), "task " + i))
                    .toList());
    tasks.forEach(task -> store.tags().attach(task.id(), "urgent"));
    return tasks;
  }

  private static String node(TaskStore store, String table, Task task) {
    String shard =
        store.dsl().fetchSingle(SHARD_OF.formatted(table, task.id())).get(0, String.class);
    return store.dsl().fetchSingle(NODE_OF.formatted(shard)).get(0, String.class);
  }

  @Test
  void tasksAreOnAllWorkersEachWithItsTagsAndShares() throws SQLException {
    try (TaskStore store = PostgresStores.builder(database).contexts("citus").open()) {
      List<Task> tasks = insertTasks(store, 40);
      long workers =
          store
              .dsl()
              .fetchSingle("SELECT count(*) FROM citus_get_active_worker_nodes()")
              .get(0, Long.class);

      assertThat(tasks.stream().map(task -> node(store, "tasks", task)).distinct())
          .hasSize((int) Math.max(1, workers));
      assertThat(tasks)
          .allSatisfy(
              task -> {
                String node = node(store, "tasks", task);
                assertThat(node(store, "task_tags", task)).isEqualTo(node);
                assertThat(node(store, "task_shares", task)).isEqualTo(node);
              });
    }
  }

  @Test
  void anExistingDatabaseKeepsItsRowsWhenItIsDistributed() throws SQLException {
    List<Task> tasks;
    try (TaskStore store = PostgresStores.builder(database).open()) {
      tasks = insertTasks(store, 40);
    }
    try (TaskStore store = PostgresStores.builder(database).contexts("citus").open()) {
      assertThat(store.migrations().drift().isEmpty()).isTrue();
      // tag::truncate[]
      store.dsl().execute("SELECT truncate_local_data_after_distributing_table('users')");
      store.dsl().execute("SELECT truncate_local_data_after_distributing_table('tags')");
      // end::truncate[]

      assertThat(store.tasks().findAllById(tasks.stream().map(Task::id).toList()))
          .containsExactlyInAnyOrderElementsOf(tasks);
      assertThat(store.tags().statistics()).singleElement().extracting("tasks").isEqualTo(40L);
      assertThat(store.users().findByUsername("ada")).isPresent();
    }
  }
}
