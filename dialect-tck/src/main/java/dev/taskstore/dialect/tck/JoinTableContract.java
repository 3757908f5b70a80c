package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASK_TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Session;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.mapping.JoinTable;
import dev.taskstore.dialect.tck.tasks.NewTag;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Tag;
import dev.taskstore.dialect.tck.tasks.TagChanges;
import dev.taskstore.dialect.tck.tasks.TagRepository;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskPriority;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.schema.TaskRepositoryBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A many-to-many relationship, from both of its sides. */
abstract class JoinTableContract extends Contract {

  private static final PageRequest FIRST = PageRequest.first(100);

  JoinTableContract(DialectFixture tck) {
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
  void linkedRowsSortByTheOrderOfAnEnumsConstants() {
    User ada = insertUser("ada");
    for (TaskPriority priority :
        List.of(TaskPriority.MEDIUM, TaskPriority.HIGH, TaskPriority.LOW)) {
      store().tasks().insert(NewTask.of(ada.id(), priority.literal()).priority(priority));
    }
    UUID tag = insertTags("a").get(0).id();
    List<Task> tasks = store().tasks().findNewest(FIRST).items();
    tags().attachTasks(tag, tasks.stream().map(Task::id).toList());

    assertThat(new TasksByPriority(store().database()).findByTag(tag))
        .extracting(Task::title)
        .containsExactly("low", "medium", "high");
  }

  /** A query that an application adds to the generated ones. */
  private static final class TasksByPriority extends TaskRepositoryBase {

    private static final JoinTable<UUID, UUID> TASKS_BY_TAG =
        new JoinTable<>(TASK_TAGS.TAG_ID, TASK_TAGS.TASK_ID);

    TasksByPriority(Session session) {
      super(session);
    }

    List<Task> findByTag(UUID tag) {
      return findAllLinked(TASKS_BY_TAG, List.of(tag), TASKS.PRIORITY, TASKS.ID)
          .getOrDefault(tag, List.of());
    }
  }
}
