package dev.taskstore.core.tck;

import static dev.taskstore.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskRepository;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskWithTags;
import dev.taskstore.User;
import dev.taskstore.UserStatistics;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.EntityNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** The queries of the domain and the rules that the task repository keeps. */
abstract class TaskRepositoryContract extends TaskStoreContract {

  private static final PageRequest FIRST = PageRequest.first(100);

  TaskRepositoryContract(TaskStoreTck tck) {
    super(tck);
  }

  private TaskRepository tasks() {
    return store().tasks();
  }

  @Test
  void draftsHaveTheDefaultsOfTheSchema() {
    Task task = insertTask(insertUser("ada"), "Ship 1.0");

    assertThat(task.priority()).isEqualTo(TaskPriority.MEDIUM);
    assertThat(task.status()).isEqualTo(TaskStatus.PENDING);
    assertThat(task.description()).isNull();
    assertThat(task.dueAt()).isNull();
    assertThat(task.completedAt()).isNull();
    assertThat(tasks().getById(task.id())).isEqualTo(task);
  }

  @Test
  void prioritiesSortByUrgency() {
    User ada = insertUser("ada");
    for (TaskPriority priority :
        List.of(TaskPriority.MEDIUM, TaskPriority.HIGH, TaskPriority.LOW, TaskPriority.HIGH)) {
      tasks().insert(NewTask.of(ada.id(), priority.literal()).priority(priority));
    }

    assertThat(TaskPriority.values())
        .containsExactly(TaskPriority.LOW, TaskPriority.MEDIUM, TaskPriority.HIGH);
    assertThat(tasks().where(DSL.noCondition()).orderBy(TASKS.PRIORITY.asc()).list())
        .extracting(Task::title)
        .containsExactly("low", "medium", "high", "high");
    assertThat(tasks().where(DSL.noCondition()).orderBy(TASKS.PRIORITY.desc()).list(3))
        .extracting(Task::title)
        .containsExactly("high", "high", "medium");
  }

  @Test
  void everyColumnIsStoredAsItWasGiven() {
    User ada = insertUser("ada");
    Task task =
        tasks()
            .insert(
                NewTask.of(ada.id(), "t")
                    .description("")
                    .priority(TaskPriority.LOW)
                    .status(TaskStatus.COMPLETED)
                    .dueAt(START.minusSeconds(5))
                    .completedAt(START.plusSeconds(5)));

    assertThat(task.description()).isEmpty();
    assertThat(task.completedAt()).isEqualTo(START.plusSeconds(5));
    assertThat(tasks().getById(task.id())).isEqualTo(task);
  }

  @Test
  void completedAtFollowsTheStatus() {
    Task task = insertTask(insertUser("ada"), "t");

    assertThat(tasks().start(task.id()).status()).isEqualTo(TaskStatus.IN_PROGRESS);
    clock().advance(Duration.ofMinutes(3));
    Task completed = tasks().complete(task.id());
    assertThat(completed.status()).isEqualTo(TaskStatus.COMPLETED);
    assertThat(completed.completedAt()).isEqualTo(clock().instant());
    Task reopened = tasks().reopen(task.id());
    assertThat(reopened.status()).isEqualTo(TaskStatus.PENDING);
    assertThat(reopened.completedAt()).isNull();
    assertThat(reopened.version()).isEqualTo(3);
    assertThat(tasks().getById(task.id())).isEqualTo(reopened);
  }

  @Test
  void completedAtFollowsTheStatusOfWholeEntitiesAndDraftsToo() {
    User ada = insertUser("ada");
    Task task = insertTask(ada, "t");

    Task completed = tasks().update(task.with().status(TaskStatus.COMPLETED).build());
    assertThat(completed.completedAt()).isEqualTo(START);
    assertThat(tasks().update(completed.with().status(TaskStatus.PENDING).build()).completedAt())
        .isNull();
    assertThat(tasks().insert(NewTask.of(ada.id(), "u").status(TaskStatus.COMPLETED)).completedAt())
        .isEqualTo(START);
    assertThatThrownBy(() -> tasks().update(task.id(), TaskChanges.none().completedAt(START)))
        .isInstanceOfSatisfying(
            CheckViolationException.class,
            e -> assertThat(e.constraint()).isEqualTo("ck_tasks_completed_at"));
  }

  @Test
  void tasksThatAreNotThereCannotBeCompleted() {
    assertThatThrownBy(() -> tasks().complete(new UUID(0, 1)))
        .isInstanceOf(EntityNotFoundException.class);
  }

  @Test
  void tasksOfAUserComeNewestFirst() {
    User ada = insertUser("ada");
    User bob = insertUser("bob");
    List<Task> mine = insertTasks(ada, 3);
    insertTask(bob, "not mine");
    Collections.reverse(mine);

    assertThat(tasks().findByUser(ada.id(), FIRST).items()).isEqualTo(mine);
    assertThat(tasks().countByUser(ada.id())).isEqualTo(3);
    assertThat(tasks().countByUser(new UUID(0, 1))).isZero();
    assertThat(tasks().findByUser(new UUID(0, 1), FIRST).items()).isEmpty();
    assertThat(tasks().findNewest(FIRST).items()).hasSize(4).endsWith(mine.get(2));
    assertThat(tasks().where(TASKS.USER_ID.eq(ada.id())).count()).isEqualTo(3);
  }

  @Test
  void openTasksOfHighPriorityComeOldestFirst() {
    User ada = insertUser("ada");
    List<Task> all = insertTasks(ada, 5);
    TaskChanges high = TaskChanges.none().priority(TaskPriority.HIGH);
    Task third = tasks().update(all.get(3).id(), high);
    Task first = tasks().update(all.get(1).id(), high.status(TaskStatus.IN_PROGRESS));
    tasks().update(all.get(2).id(), high.status(TaskStatus.COMPLETED));

    assertThat(tasks().findOpenHighPriority(FIRST).items()).containsExactly(first, third);
  }

  @Test
  void overdueTasksComeByDueTime() {
    User ada = insertUser("ada");
    Instant now = START;
    Task late = tasks().insert(NewTask.of(ada.id(), "late").dueAt(now.minusSeconds(1)));
    Task later = tasks().insert(NewTask.of(ada.id(), "later").dueAt(now.minusSeconds(60)));
    tasks().insert(NewTask.of(ada.id(), "just now").dueAt(now));
    tasks().insert(NewTask.of(ada.id(), "never"));
    tasks()
        .insert(
            NewTask.of(ada.id(), "done").dueAt(now.minusSeconds(9)).status(TaskStatus.COMPLETED));

    assertThat(tasks().findOverdue(FIRST).items()).containsExactly(later, late);
    assertThat(tasks().findOpenDueBefore(now.minusSeconds(1), FIRST).items())
        .containsExactly(later);
    assertThat(tasks().findOpenDueBefore(now.plusNanos(1_000), FIRST).items()).hasSize(3);
  }

  @Test
  void statisticsListEveryUserByName() {
    User bob = insertUser("bob");
    User ada = insertUser("ada");
    User zoe = insertUser("Zoe");
    List<Task> tasks = insertTasks(bob, 4);
    tasks().start(tasks.get(0).id());
    tasks().complete(tasks.get(1).id());
    tasks().complete(tasks.get(2).id());
    insertTask(ada, "t");

    assertThat(tasks().statisticsByUser())
        .containsExactly(
            new UserStatistics(zoe.id(), "Zoe", 0, 0, 0, 0),
            new UserStatistics(ada.id(), "ada", 1, 1, 0, 0),
            new UserStatistics(bob.id(), "bob", 4, 1, 1, 2));
  }

  @Test
  void tasksComeWithTheirTagsByName() {
    User ada = insertUser("ada");
    Task first = insertTask(ada, "first");
    Task second = insertTask(ada, "second");
    Task bare = insertTask(ada, "bare");
    store().tags().attach(first.id(), "b", "a", "C");
    store().tags().attach(second.id(), "b");

    List<TaskWithTags> all = tasks().withTags(List.of(bare, first, second));

    assertThat(all).extracting(TaskWithTags::task).containsExactly(bare, first, second);
    assertThat(all.get(0).tags()).isEmpty();
    assertThat(all.get(1).tags()).extracting(Tag::name).containsExactly("C", "a", "b");
    assertThat(all.get(2).tags()).extracting(Tag::name).containsExactly("b");
    assertThat(tasks().withTags(List.of())).isEmpty();
  }

  @Test
  void aPageKeepsItsNeighboursWhenTagsAreRead() {
    User ada = insertUser("ada");
    insertTasks(ada, 3);
    Page<Task> page = tasks().findByUser(ada.id(), PageRequest.first(2));

    Page<TaskWithTags> withTags = tasks().withTags(page);

    assertThat(withTags.next()).isEqualTo(page.next()).isPresent();
    assertThat(withTags.previous()).isEmpty();
    assertThat(withTags.map(TaskWithTags::task).items()).isEqualTo(page.items());
  }

  @Test
  void tasksGoWithTheirUser() {
    User ada = insertUser("ada");
    Task task = insertTask(ada, "t");
    store().tags().attach(task.id(), "release");

    store().users().delete(ada);

    assertThat(tasks().count()).isZero();
    assertThat(store().tags().statistics()).singleElement().matches(tag -> tag.tasks() == 0);
  }

  @Test
  void tasksMoveToAnotherUser() {
    User ada = insertUser("ada");
    User bob = insertUser("bob");
    Task task = insertTask(ada, "t");

    Task moved = tasks().update(task.id(), TaskChanges.none().userId(bob.id()).dueAt(START));

    assertThat(tasks().findByUser(bob.id(), FIRST).items()).containsExactly(moved);
    assertThat(tasks().update(moved.id(), TaskChanges.none().dueAt(null)).dueAt()).isNull();
  }

  @Test
  void statisticsSortNamesByCodePoint() {
    List<String> names =
        List.of(
            "!",
            "-",
            "0",
            "10",
            "9",
            "A",
            "B",
            "Z",
            "_",
            "a",
            "a b",
            "a-b",
            "aB",
            "ab",
            "b",
            "z",
            "\u00c4",
            "\u00df",
            "\u00e4",
            "\u0141",
            "\u4e2d",
            "\uD7FF",
            "\uE000",
            "\uFFFD",
            "\uD83D\uDE80",
            "\uDBFF\uDFFF");
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, new Random(3));
    shuffled.forEach(this::insertUser);

    assertThat(tasks().statisticsByUser()).extracting(UserStatistics::username).isEqualTo(names);
  }

  @Test
  void thousandsOfTasksComeWithTheirTags() {
    User ada = insertUser("ada");
    List<Task> tasks =
        tasks()
            .insertAll(
                IntStream.range(0, 2_000).mapToObj(i -> NewTask.of(ada.id(), "t" + i)).toList());
    Tag tag = store().tags().insert(NewTag.of("a"));
    store().tags().attachTasks(tag.id(), tasks.stream().map(Task::id).toList());

    assertThat(tasks().withTags(tasks))
        .hasSize(2_000)
        .allSatisfy(task -> assertThat(task.tags()).containsExactly(tag));
  }
}
