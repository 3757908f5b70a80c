package dev.taskstore.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.passwords.PasswordHasher;
import dev.taskstore.schema.DefaultSchema;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestDataTest {

  private static final TestData DATA = TestData.seed(7).users(1_000).tasks(20_000).tags(120);

  @TempDir private Path folder;

  private static Map<String, String> load(String url, TestData data) {
    try (TaskStore store = TaskStore.open(url)) {
      LoadedRows rows = data.load(store);
      assertThat(rows.users()).isEqualTo(store.users().count());
      assertThat(rows.tasks()).isEqualTo(store.tasks().count());
      assertThat(rows.tags()).isEqualTo(store.tags().count());
      assertThat(store.checkIntegrity(1).violations()).isEmpty();
      return Databases.digests(store.database(), DefaultSchema.DEFAULT_SCHEMA);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 999, 20_000})
  void theSameSeedGivesTheSameRowsOnBothDatabases(long tasks) {
    TestData data = TestData.seed(7).tasks(tasks);

    Map<String, String> onSqlite = load(Databases.sqlite(folder), data);
    Map<String, String> onPostgres = load(Databases.postgres(), data);

    assertThat(onSqlite).hasSize(5).isEqualTo(onPostgres);
    assertThat(onSqlite.get("tasks")).startsWith(tasks + " ");
  }

  @Test
  void anotherSeedGivesOtherRows() {
    Map<String, String> one = load(Databases.sqlite(folder), TestData.seed(7).tasks(100));
    Map<String, String> other = load(Databases.sqlite(folder), TestData.seed(8).tasks(100));

    assertThat(one.keySet())
        .filteredOn(table -> !table.equals("task_shares")) // no rows
        .allSatisfy(table -> assertThat(one.get(table)).isNotEqualTo(other.get(table)));
  }

  @Test
  void identifiersAreTimeOrderedAndDistinct() {
    List<NewTask> tasks = DATA.tasks().toList();
    Set<UUID> ids = new HashSet<>();

    assertThat(tasks)
        .allSatisfy(
            task -> {
              UUID id = Objects.requireNonNull(task.id());
              assertThat(id.version()).isEqualTo(7);
              assertThat(id.variant()).isEqualTo(2);
              assertThat(id.getMostSignificantBits() >>> 16)
                  .isEqualTo(Objects.requireNonNull(task.createdAt()).toEpochMilli());
              assertThat(ids.add(id)).isTrue();
            });
  }

  @Test
  void namesAreUniqueAlsoWhenAllPairsOfNamesAreUsed() {
    Set<String> usernames =
        TestData.seed(7).users(400_000).users().map(NewUser::username).collect(Collectors.toSet());
    Set<String> tags =
        TestData.seed(7).tags(1_000).tags().map(NewTag::name).collect(Collectors.toSet());

    assertThat(usernames).hasSize(400_000).allMatch(name -> name.length() <= 64);
    assertThat(tags).hasSize(1_000);
  }

  @Test
  void timesFollowEachOther() {
    Map<UUID, Instant> joined =
        DATA.users().collect(Collectors.toMap(NewUser::id, NewUser::createdAt));

    assertThat(DATA.tasks())
        .allSatisfy(
            task -> {
              Instant createdAt = Objects.requireNonNull(task.createdAt());
              Instant updatedAt = Objects.requireNonNull(task.updatedAt());
              assertThat(createdAt).isAfterOrEqualTo(joined.get(task.userId()));
              assertThat(updatedAt).isAfterOrEqualTo(createdAt).isBefore(TestData.DEFAULT_UNTIL);
              if (task.status() == TaskStatus.COMPLETED) {
                assertThat(task.completedAt()).isEqualTo(updatedAt);
              } else {
                assertThat(task.completedAt()).isNull();
              }
              if (task.dueAt() != null) {
                assertThat(task.dueAt()).isAfter(createdAt);
              }
            });
  }

  @Test
  void peopleWorkFromMondayToFriday() {
    assertThat(DATA.tasks().flatMap(task -> List.of(task.createdAt(), task.updatedAt()).stream()))
        .allSatisfy(
            instant -> {
              OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
              assertThat(time.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
              assertThat(time.getHour()).isBetween(8, 17);
            });
  }

  @Test
  void someUsersOwnManyTasksAndMostTasksAreCompleted() {
    List<NewTask> tasks = DATA.tasks().toList();
    List<Long> perUser =
        tasks.stream()
            .collect(Collectors.groupingBy(NewTask::userId, Collectors.counting()))
            .values()
            .stream()
            .sorted(Comparator.reverseOrder())
            .toList();

    assertThat(perUser.stream().limit(100).mapToLong(Long::longValue).sum())
        .isBetween(tasks.size() * 5L / 10, tasks.size() * 7L / 10);
    assertThat(share(tasks, NewTask::status, TaskStatus.COMPLETED)).isBetween(0.80, 0.95);
    assertThat(share(tasks, NewTask::status, TaskStatus.PENDING)).isGreaterThan(0.02);
    assertThat(share(tasks, NewTask::status, TaskStatus.IN_PROGRESS)).isGreaterThan(0.02);
    assertThat(share(tasks, NewTask::priority, TaskPriority.HIGH)).isBetween(0.18, 0.22);
    assertThat(share(tasks, task -> task.dueAt() != null, true)).isBetween(0.58, 0.62);
    assertThat(share(tasks, task -> task.description() != null, true)).isBetween(0.68, 0.72);
    assertThat(tasks.stream().map(NewTask::title).distinct().count()).isGreaterThan(8_000);
    assertThat(DATA.links().distinct().count())
        .isEqualTo(DATA.links().count())
        .isBetween(tasks.size() * 6L / 10, tasks.size() * 8L / 10);
  }

  private static <T> double share(List<NewTask> tasks, Function<NewTask, T> property, T value) {
    return (double) tasks.stream().filter(task -> property.apply(task) == value).count()
        / tasks.size();
  }

  @Test
  void allUsersHaveTheDocumentedPasswordUnlessAnotherIsSet() {
    TestData data = TestData.seed(7).users(2);
    PasswordHasher hasher = PasswordHasher.defaults();

    assertThat(data.users())
        .hasSize(2)
        .extracting(NewUser::passwordHash)
        .allMatch(hash -> hasher.verify(TestData.PASSWORD, hash) && !hasher.needsRehash(hash));
    assertThat(data.password(PasswordHash.locked()).users())
        .allSatisfy(user -> assertThat(user.passwordHash()).isEqualTo(PasswordHash.locked()));
  }

  @Test
  void theEndOfTheDataMovesAllTimes() {
    Instant end = Instant.parse("2031-05-14T12:00:00Z");
    List<NewTask> tasks = TestData.seed(7).tasks(1_000).until(end).tasks().toList();

    assertThat(tasks)
        .allSatisfy(task -> assertThat(task.updatedAt()).isBefore(end))
        .anySatisfy(
            task -> assertThat(task.updatedAt()).isAfter(Instant.parse("2031-05-13T00:00:00Z")));
  }

  @Test
  void rowsOfAnotherSeedAreAddedWithASuffix() {
    try (TaskStore store = TaskStore.open(Databases.sqlite(folder))) {
      TestData.seed(7).tasks(300).load(store);
      assertThatThrownBy(() -> TestData.seed(7).tasks(300).load(store))
          .isInstanceOf(UniqueViolationException.class);
      TestData.seed(8).tasks(300).suffix("-8").load(store);

      assertThat(store.tasks().count()).isEqualTo(600);
      assertThat(store.tags().findByName("urgent-8")).isPresent();
    }
  }

  @Test
  void progressCountsTasks() {
    List<Long> progress = new ArrayList<>();
    try (TaskStore store = TaskStore.open(Databases.sqlite(folder))) {
      TestData.seed(7).tasks(2_500).load(store, progress::add);
    }
    assertThat(progress).contains(1_000L, 2_000L).isSorted();
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThatThrownBy(() -> TestData.seed(1).tasks(-1))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("tasks");
    assertThatThrownBy(() -> TestData.seed(1).users(0).tasks(1).tasks())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("users(...)");
    assertThatThrownBy(() -> TestData.seed(1).until(Instant.EPOCH))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> TestData.seed(1).suffix("0123456789abcdefg"))
        .isInstanceOf(InvalidArgumentException.class);
  }
}
