package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTag;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Roles to which policies of row-level security apply. */
class PostgresRowSecurityTest {

  @Test
  void aLoadInsertsRowsWhereCopyIsRefused() throws SQLException {
    try (TckDatabase database = PostgresServer.shared().newDatabase("");
        TaskStore store =
            TaskStore.builder()
                .url(database.url())
                .credentials(database.user(), database.password())
                .open()) {
      store.dsl().execute("ALTER TABLE tags ENABLE ROW LEVEL SECURITY");
      store.dsl().execute("ALTER TABLE tags FORCE ROW LEVEL SECURITY");
      store.dsl().execute("CREATE POLICY everybody ON tags USING (true)");

      assertThat(store.tags().load(IntStream.range(0, 1_200).mapToObj(i -> NewTag.of("t" + i))))
          .isEqualTo(1_200);
      assertThatThrownBy(() -> store.tags().load(Stream.of(NewTag.of("new"), NewTag.of("t1"))))
          .isInstanceOfSatisfying(
              UniqueViolationException.class,
              e -> assertThat(e.constraint()).isEqualTo("uq_tags_name"));
      assertThat(store.tags().count()).isEqualTo(1_200);
    }
  }
}
