package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.dialect.tck.tasks.NewTag;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Tag;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists with more elements than a statement may have parameters. */
abstract class LargeInputContract extends Contract {

  private static final int MANY = 40_000;

  LargeInputContract(DialectFixture tck) {
    super(tck);
  }

  private static List<UUID> unknownIds() {
    return IntStream.range(0, MANY).mapToObj(i -> new UUID(i, 31L * i)).toList();
  }

  @Test
  void keysAreFoundAmongTensOfThousands() {
    User ada = insertUser("ada");
    List<Task> tasks = insertTasks(ada, 3);
    List<UUID> ids = new ArrayList<>(unknownIds());
    ids.add(0, tasks.get(2).id());
    ids.add(MANY / 2, tasks.get(0).id());
    ids.add(tasks.get(1).id());

    assertThat(store().tasks().findAllById(ids))
        .containsExactly(tasks.get(2), tasks.get(0), tasks.get(1));
    assertThat(store().tasks().deleteAllById(ids)).isEqualTo(3);
  }

  @Test
  void conditionsTakeTensOfThousandsOfValues() {
    User ada = insertUser("ada");
    Task task = insertTask(ada, "t");
    for (int size : new int[] {899, 900, 999, 1_000, 1_001, 5_000, 32_767, MANY}) {
      List<UUID> ids = new ArrayList<>(unknownIds().subList(0, size));
      ids.set(size / 2, task.id());

      assertThat(store().tasks().where(TASKS.ID.in(ids)).list()).containsExactly(task);
      assertThat(store().tasks().where(TASKS.ID.in(ids)).count()).isEqualTo(1);
      try (Stream<Task> stream = store().tasks().where(TASKS.ID.in(ids)).stream()) {
        assertThat(stream).containsExactly(task);
      }
    }
  }

  @Test
  void thousandsOfRowsAreInsertedUpdatedUpsertedAndReadByName() {
    List<String> names = new ArrayList<>(IntStream.range(0, 5_000).mapToObj(i -> "n" + i).toList());
    Collections.shuffle(names, new Random(1));

    List<Tag> inserted = store().tags().insertAll(names.stream().map(NewTag::of).toList());
    assertThat(inserted).extracting(Tag::name).isEqualTo(names);
    assertThat(store().tags().findAllByName(names)).isEqualTo(inserted);
    assertThat(store().tags().updateAll(inserted)).extracting(Tag::version).containsOnly(1L);
    assertThat(store().tags().upsertAllByName(names.stream().map(NewTag::of).toList()))
        .extracting(Tag::version)
        .containsOnly(2L);
    assertThat(store().tags().findOrCreateAll(names)).extracting(Tag::name).isEqualTo(names);
    assertThat(store().tags().deleteAllById(inserted.stream().map(Tag::id).toList()))
        .isEqualTo(5_000);
  }

  @Test
  void thousandsOfTasksComeWithTheirTags() {
    User ada = insertUser("ada");
    List<Task> tasks =
        store()
            .tasks()
            .insertAll(
                IntStream.range(0, 2_000).mapToObj(i -> NewTask.of(ada.id(), "t" + i)).toList());
    Tag tag = store().tags().insert(NewTag.of("a"));

    assertThat(store().tags().attachTasks(tag.id(), tasks.stream().map(Task::id).toList()))
        .isEqualTo(2_000);
    assertThat(store().tags().findByTasks(tasks.stream().map(Task::id).toList()).values())
        .hasSize(2_000)
        .allSatisfy(tags -> assertThat(tags).containsExactly(tag));
  }
}
