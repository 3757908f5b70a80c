package dev.taskstore.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTag;
import dev.taskstore.Tag;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.dialect.tck.TckDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Roles to which policies of row-level security apply. */
class PostgresRowSecurityTest {

  private static TaskStore open(TckDatabase database, String user, String password) {
    return TaskStore.builder().url(database.url()).credentials(user, password).open();
  }

  @Test
  void aLoadInsertsRowsWhereCopyIsRefused() throws SQLException {
    try (TckDatabase database = PostgresServer.shared().newDatabase("");
        TaskStore store = open(database, database.user(), database.password())) {
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

  /** Row locks need the privilege UPDATE. */
  @Test
  void aRoleWithoutTheRightToLockRowsDeletesManyRows() throws SQLException {
    try (TckDatabase database = PostgresServer.shared().newDatabase("");
        TaskStore store = open(database, database.user(), database.password())) {
      List<UUID> ids =
          store
              .tags()
              .insertAll(IntStream.range(0, 1_200).mapToObj(i -> NewTag.of("t" + i)).toList())
              .stream()
              .map(Tag::id)
              .toList();
      store.dsl().execute("REVOKE UPDATE ON tags FROM CURRENT_USER");

      assertThat(store.tags().deleteAllById(ids.subList(0, 600))).isEqualTo(600);
      int deleted =
          store.transactionResult(
              tx ->
                  tx.tags().deleteAllById(ids.subList(600, 1_000))
                      + tx.tags().deleteAllById(ids.subList(900, 1_200)));
      assertThat(deleted).isEqualTo(600);
      assertThat(store.tags().count()).isZero();
    }
  }
}
