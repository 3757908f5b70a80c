package dev.taskstore.core.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTag;
import dev.taskstore.Tag;
import dev.taskstore.TagRepository;
import dev.taskstore.TagStatistics;
import dev.taskstore.Task;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags by name, and their links to tasks. */
abstract class TagRepositoryContract extends TaskStoreContract {

  TagRepositoryContract(TaskStoreTck tck) {
    super(tck);
  }

  private TagRepository tags() {
    return store().tags();
  }

  private List<Tag> insertTags(String... names) {
    return tags().insertAll(Arrays.stream(names).map(NewTag::of).toList());
  }

  private static List<UUID> ids(List<Tag> tags) {
    return tags.stream().map(Tag::id).toList();
  }

  @Test
  void attachMakesTagsThatAreNotThereYetAndCountsNewLinks() {
    Task task = insertTask(insertUser("ada"), "t");

    assertThat(tags().attach(task.id(), "release", "urgent", "release")).isEqualTo(2);
    assertThat(tags().attach(task.id(), "urgent", "later")).isEqualTo(1);
    assertThat(tags().attach(task.id())).isZero();

    assertThat(tags().findByTasks(List.of(task.id())).get(task.id()))
        .extracting(Tag::name)
        .containsExactly("later", "release", "urgent");
    assertThat(tags().countByTask(task.id())).isEqualTo(3);
  }

  @Test
  void attachToAMissingTaskNamesTheForeignKeyAndMakesNoTags() {
    assertThatThrownBy(() -> tags().attach(new UUID(3, 3), "release"))
        .isInstanceOfSatisfying(
            ForeignKeyViolationException.class,
            e -> {
              assertThat(e.constraint()).isEqualTo("fk_task_tags_task_id");
              assertThat(e.table()).isEqualTo("task_tags");
              assertThat(e.columns()).containsExactly("task_id");
            });
    assertThat(tags().count()).isZero();
  }

  @Test
  void detachLeavesTheTags() {
    Task task = insertTask(insertUser("ada"), "t");
    tags().attach(task.id(), "a", "b", "c");

    assertThat(tags().detach(task.id(), "b", "x", "c", "b")).isEqualTo(2);
    assertThat(tags().detach(task.id())).isZero();
    assertThat(tags().detach(new UUID(5, 5), "a")).isZero();

    assertThat(tags().countByTask(task.id())).isEqualTo(1);
    assertThat(tags().count()).isEqualTo(3);
  }

  @Test
  void hundredsOfLinksAreMadeReadAndRemovedAtOnce() {
    Task task = insertTask(insertUser("ada"), "t");
    List<String> names = IntStream.range(0, 700).mapToObj(i -> "tag " + (1_000 + i)).toList();

    assertThat(tags().attach(task.id(), names.toArray(String[]::new))).isEqualTo(700);
    assertThat(tags().findByTasks(List.of(task.id())).get(task.id()))
        .extracting(Tag::name)
        .isEqualTo(names);
    assertThat(tags().detach(task.id(), names.toArray(String[]::new))).isEqualTo(700);
  }

  @Test
  void findOrCreateAllKeepsWhatIsThere() {
    Tag urgent = insertTags("urgent").get(0);
    clock().advance(Duration.ofHours(1));

    List<Tag> all = tags().findOrCreateAll(List.of("new", "urgent", "new", "Urgent"));

    assertThat(all).extracting(Tag::name).containsExactly("new", "urgent", "Urgent");
    assertThat(all.get(1)).isEqualTo(urgent);
    assertThat(tags().count()).isEqualTo(3);
    assertThat(tags().findOrCreateAll(List.of())).isEmpty();
    assertThatThrownBy(() -> tags().findOrCreateAll(List.of("ok", "")))
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(tags().count()).isEqualTo(3);
  }

  @Test
  void thousandsOfTagsAreFoundOrCreatedAtOnce() {
    List<String> names = new ArrayList<>(IntStream.range(0, 5_000).mapToObj(i -> "n" + i).toList());
    Collections.shuffle(names, new Random(1));

    List<Tag> created = tags().findOrCreateAll(names);
    assertThat(created).extracting(Tag::name).isEqualTo(names);
    assertThat(tags().findOrCreateAll(names)).isEqualTo(created);
    assertThat(tags().deleteAllById(ids(created))).isEqualTo(5_000);
  }

  @Test
  void statisticsListEveryTagByName() {
    List<Task> tasks = insertTasks(insertUser("ada"), 2);
    List<Tag> tags = insertTags("b", "a", "B", "ä");
    store().tasks().attachTags(tasks.get(0).id(), ids(tags.subList(0, 2)));
    store().tasks().attachTags(tasks.get(1).id(), ids(tags.subList(0, 1)));

    assertThat(tags().statistics())
        .containsExactly(
            new TagStatistics(tags.get(2).id(), "B", 0),
            new TagStatistics(tags.get(1).id(), "a", 1),
            new TagStatistics(tags.get(0).id(), "b", 2),
            new TagStatistics(tags.get(3).id(), "ä", 0));
  }

  @Test
  void linksGoWithTheTag() {
    Task task = insertTask(insertUser("ada"), "t");
    tags().attach(task.id(), "a", "b");

    tags().delete(tags().findByName("a").orElseThrow());

    assertThat(tags().countByTask(task.id())).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\0", "a\uD83D", "\uDE80a", "\uDE80\uD83D", "\uD83Da\uDE80"})
  void namesWithNulCharactersOrLoneSurrogatesAreRefused(String bad) {
    Task task = insertTask(insertUser("ada"), "t");
    List<ThrowingCallable> calls =
        List.of(
            () -> tags().attach(task.id(), "ok", bad),
            () -> tags().findOrCreateAll(List.of(bad)),
            () -> tags().detach(task.id(), bad));

    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call)
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("Remove or replace it");
    }
    assertThat(tags().count()).isZero();
  }
}
