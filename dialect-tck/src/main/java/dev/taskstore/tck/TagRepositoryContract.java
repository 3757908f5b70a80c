package dev.taskstore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTag;
import dev.taskstore.Tag;
import dev.taskstore.TagChanges;
import dev.taskstore.TagRepository;
import dev.taskstore.TagStatistics;
import dev.taskstore.Task;
import dev.taskstore.User;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tags, and a many-to-many relationship from both of its sides. */
abstract class TagRepositoryContract extends Contract {

  private static final PageRequest FIRST = PageRequest.first(100);

  TagRepositoryContract(DialectFixture tck) {
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
  void attachOfAMissingTagNamesTheOtherForeignKey() {
    Task task = insertTask(insertUser("ada"), "t");
    Tag tag = insertTags("a").get(0);

    assertThatThrownBy(
            () -> store().tasks().attachTags(task.id(), List.of(tag.id(), new UUID(4, 4))))
        .isInstanceOfSatisfying(
            ForeignKeyViolationException.class,
            e -> assertThat(e.constraint()).isEqualTo("fk_task_tags_tag_id"));
    assertThat(tags().countByTask(task.id())).isZero();
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
  void linksAreMadeAndReadFromBothSides() {
    User ada = insertUser("ada");
    List<Task> tasks = insertTasks(ada, 3);
    List<Tag> tags = insertTags("a", "b");
    Map<UUID, List<UUID>> links = new LinkedHashMap<>();
    links.put(tasks.get(0).id(), ids(tags));
    links.put(tasks.get(1).id(), List.of(tags.get(0).id()));
    links.put(tasks.get(2).id(), List.of());

    assertThat(store().tasks().attachTags(links)).isEqualTo(3);
    assertThat(tags().attachTasks(tags.get(1).id(), List.of(tasks.get(2).id()))).isEqualTo(1);
    assertThat(tags().attachTasks(Map.of(tags.get(0).id(), List.of(tasks.get(0).id())))).isZero();

    assertThat(store().tasks().findByTag(tags.get(0).id(), FIRST).items())
        .containsExactly(tasks.get(1), tasks.get(0));
    assertThat(store().tasks().countByTag(tags.get(1).id())).isEqualTo(2);
    Map<UUID, List<Task>> byTag =
        store().tasks().findByTags(List.of(tags.get(1).id(), new UUID(6, 6), tags.get(0).id()));
    assertThat(byTag.keySet()).containsExactly(tags.get(1).id(), new UUID(6, 6), tags.get(0).id());
    assertThat(byTag.get(tags.get(1).id())).containsExactly(tasks.get(0), tasks.get(2));
    assertThat(byTag.get(new UUID(6, 6))).isEmpty();
    assertThat(tags().findByTask(tasks.get(0).id(), FIRST).items())
        .containsExactly(tags.get(1), tags.get(0));
    assertThat(tags().findByTasks(List.of())).isEmpty();

    assertThat(tags().detachTasks(tags.get(0).id(), List.of(tasks.get(0).id()))).isEqualTo(1);
    assertThat(store().tasks().detachTags(tasks.get(0).id(), ids(tags))).isEqualTo(1);
    assertThat(store().tasks().detachTags(tasks.get(0).id(), List.of())).isZero();
    assertThat(tags().countByTask(tasks.get(0).id())).isZero();
  }

  @Test
  void tasksOfATagArePagedInBothDirections() {
    List<Task> tasks = new ArrayList<>(insertTasks(insertUser("ada"), 5));
    Tag tag = insertTags("a").get(0);
    tags().attachTasks(tag.id(), tasks.stream().map(Task::id).toList());
    Collections.reverse(tasks);

    var first = store().tasks().findByTag(tag.id(), PageRequest.first(2));
    var second = store().tasks().findByTag(tag.id(), first.next().orElseThrow());
    var back = store().tasks().findByTag(tag.id(), second.previous().orElseThrow());

    assertThat(first.items()).isEqualTo(tasks.subList(0, 2));
    assertThat(second.items()).isEqualTo(tasks.subList(2, 4));
    assertThat(back.items()).isEqualTo(first.items());
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
  void tagsAreFoundUpsertedAndRenamedByName() {
    Tag tag = tags().upsertByName(NewTag.of("a"));

    assertThat(tags().findByName("a")).contains(tag);
    assertThat(tags().findByName("A")).isEmpty();
    assertThat(tags().upsertByName(NewTag.of("a")).version()).isEqualTo(1);
    assertThat(tags().upsertAllByName(List.of(NewTag.of("b"), NewTag.of("a"))))
        .extracting(Tag::version)
        .containsExactly(0L, 2L);
    assertThat(tags().findAllByName(List.of("b", "x", "a")))
        .extracting(Tag::name)
        .containsExactly("b", "a");
    assertThat(tags().update(tag.id(), TagChanges.none().name("z")).name()).isEqualTo("z");
    assertThat(tags().findAll(PageRequest.first(1)).items())
        .extracting(Tag::name)
        .containsExactly("z");
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
}
