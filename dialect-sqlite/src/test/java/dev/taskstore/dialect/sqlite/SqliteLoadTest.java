package dev.taskstore.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTag;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.UniqueViolationException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which row has ended a load is known by how many rows were changed, unless triggers change some.
 */
class SqliteLoadTest {

  @TempDir private Path folder;

  private static NewUser user(String name, String email) {
    return NewUser.of(name, email, PasswordHash.locked());
  }

  private static Stream<NewUser> users(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> user("user-" + i, i + "@example.com"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theFirstRowThatFailsIsToldWithATriggerAndWithout(boolean trigger) {
    try (TaskStore store = TaskStore.open("jdbc:sqlite:" + folder.resolve("tasks.db"))) {
      store.users().insert(user("ada", "ada@example.com"));
      store.tags().insertAll(List.of(NewTag.of("red"), NewTag.of("blue"), NewTag.of("green")));
      if (trigger) {
        store
            .dsl()
            .execute(
                "CREATE TRIGGER counting AFTER INSERT ON users"
                    + " BEGIN UPDATE tags SET version = version + 1; END");
      }

      assertThatThrownBy(
              () ->
                  store
                      .users()
                      .load(
                          Stream.of(
                                  users(0, 1_040),
                                  Stream.of(user("eve", "ada@example.com")),
                                  users(1_040, 1_080),
                                  Stream.of(user("ada", "new@example.com")),
                                  users(1_080, 1_100))
                              .flatMap(rows -> rows)))
          .isInstanceOfSatisfying(
              UniqueViolationException.class,
              e -> assertThat(e.constraint()).isEqualTo("uq_users_email"));
      assertThat(store.users().count()).isEqualTo(1);

      assertThat(store.users().load(users(0, 1_100))).isEqualTo(1_100);
      assertThat(store.tags().findByName("red").orElseThrow().version())
          .isEqualTo(trigger ? 1_100 : 0);
    }
  }
}
