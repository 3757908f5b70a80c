package dev.taskstore.dialect.postgres;

import static dev.taskstore.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskSession;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.ConsistencyToken;
import dev.taskstore.db.ReadPreference;
import dev.taskstore.db.TransactionOptions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tagged regions of this class are the snippets of docs/replicas.md. */
class PostgresReplicaGuideTest {

  @Test
  void everySnippetRuns() {
    try (PostgresCluster cluster = PostgresCluster.start(2)) {
      int primary = cluster.port(0);
      int first = cluster.port(1);
      int second = cluster.port(2);
      String user = PostgresCluster.USER;
      String password = PostgresCluster.PASSWORD;
      // tag::open[]
      TaskStore store =
          TaskStore.builder()
              .url("jdbc:postgresql://localhost:" + primary + "/taskstore")
              .replicas(
                  "jdbc:postgresql://localhost:" + first + ",localhost:" + second + "/taskstore")
              .credentials(user, password)
              .open();
      // end::open[]
      try (store) {
        runSnippets(store);
      }
    }
  }

  private static void runSnippets(TaskStore store) {
    User user = store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked()));
    // tag::token[]
    Task task = store.tasks().insert(NewTask.of(user.id(), "Write the report"));
    String token = store.token().toString(); // ASCII, for a header, a cookie or a URL

    ConsistencyToken carried = ConsistencyToken.parse(token);
    TaskSession reading = store.reading(ReadPreference.replicaAfter(carried));
    Optional<Task> found = reading.tasks().findById(task.id()); // never without the task
    // end::token[]
    assertThat(found).contains(task);
    // tag::staleness[]
    TaskSession dashboard = store.reading(ReadPreference.replicaWithin(Duration.ofSeconds(5)));
    long tasks = dashboard.tasks().count(); // at most 5 seconds old
    // end::staleness[]
    assertThat(tasks).isBetween(0L, 1L);
    // tag::transaction[]
    ReadPreference after = ReadPreference.replicaAfter(store.token());
    long open =
        store.transactionResult(
            TransactionOptions.defaults().readOnly().readPreference(after),
            tx -> tx.tasks().where(TASKS.STATUS.ne(TaskStatus.COMPLETED)).count());
    // end::transaction[]
    assertThat(open).isEqualTo(1);
  }
}
