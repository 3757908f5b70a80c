package dev.taskstore.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTag;
import dev.taskstore.Tag;
import dev.taskstore.TaskStore;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.InvalidRowException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that SQLite stores and a Java string does not represent, or other databases refuse. */
class SqliteTextTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"ff41", "c3", "eda080", "610062", "f09f98"})
  void malformedTextIsReportedWithItsColumn(String bytes) {
    try (TaskStore store = TaskStore.open("jdbc:sqlite:" + folder.resolve("tasks.db"))) {
      Tag tag = store.tags().insert(NewTag.of("a"));
      Tag valid = store.tags().insert(NewTag.of("\uFFFD"));
      store.dsl().execute("UPDATE tags SET name = CAST(x'" + bytes + "' AS TEXT) WHERE name = 'a'");

      assertThatThrownBy(() -> store.tags().getById(tag.id()))
          .isInstanceOfSatisfying(
              InvalidRowException.class, e -> assertThat(e.columns()).containsExactly("name"));
      assertThatThrownBy(() -> store.tags().findAll(PageRequest.first(5)))
          .isInstanceOf(InvalidRowException.class);
      assertThat(store.tags().getById(valid.id())).isEqualTo(valid);
      assertThat(store.checkIntegrity(10).violations())
          .singleElement()
          .satisfies(
              violation -> {
                assertThat(violation).hasToString("VALUE tags[name]");
                assertThat(violation.key()).containsExactly(tag.id());
              });
    }
  }
}
