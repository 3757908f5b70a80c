package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.InvalidRowException;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instants that PostgreSQL stores and {@link java.time.Instant} does not. */
class PostgresInfinityTest {

  @ParameterizedTest
  @ValueSource(strings = {"infinity", "-infinity", "0044-03-15 12:00:00+00 BC"})
  void anInstantOutOfRangeIsReportedWithItsColumn(String instant) throws SQLException {
    try (TckDatabase database = PostgresServer.shared().newDatabase("");
        TaskStore store =
            TaskStore.builder()
                .url(database.url())
                .credentials(database.user(), database.password())
                .open()) {
      var ada = store.users().insert(NewUser.of("ada", "a@example.com", PasswordHash.locked()));
      Task task = store.tasks().insert(NewTask.of(ada.id(), "title"));
      store.tasks().insert(NewTask.of(ada.id(), "title"));
      store.dsl().execute("UPDATE tasks SET created_at = '" + instant + "'");

      assertThatThrownBy(() -> store.tasks().findNewest(PageRequest.first(1)))
          .isInstanceOfSatisfying(
              InvalidRowException.class, e -> assertThat(e.columns()).containsExactly("created_at"))
          .hasMessageNotContaining(instant);
      assertThat(store.checkIntegrity(1).violations())
          .singleElement()
          .satisfies(violation -> assertThat(violation).hasToString("VALUE tasks[created_at]"));
      assertThat(store.checkIntegrity(10).violations())
          .anySatisfy(violation -> assertThat(violation.key()).containsExactly(task.id()))
          .hasSize(2);
    }
  }
}
