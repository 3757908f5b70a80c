package dev.taskstore.faults;

import static dev.taskstore.schema.Tables.TASK_TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.faults.SqliteUnit.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.impl.DSL;

/** Records the acknowledged writes and compares them with the contents of the file. */
final class SqliteLedger {

  private final UUID owner;
  private final UUID counter;

  /** The expected units by name. */
  private final Map<String, SqliteUnit> written = new HashMap<>();

  /** The minimum and maximum versions of updated rows. */
  private final Map<String, Long> versions = new HashMap<>();

  private final Map<String, Long> highestVersions = new HashMap<>();
  private final Set<String> deleting = new HashSet<>();
  private final Set<String> deleted = new HashSet<>();
  private final Map<String, Integer> acknowledged = new TreeMap<>();
  private int unacknowledged;

  SqliteLedger(UUID owner, UUID counter) {
    this.owner = owner;
    this.counter = counter;
  }

  /** Records the messages of a writer. */
  void note(List<String> messages) {
    for (String message : messages) {
      String[] words = message.split(" ");
      switch (words[0]) {
        case "wrote" -> {
          Kind kind = Kind.valueOf(words[1]);
          written.put(words[2], new SqliteUnit(kind, words[2], Integer.parseInt(words[3])));
          count(kind.name());
        }
        case "updating" -> highestVersions.put(words[1], Long.valueOf(words[2]));
        case "updated" -> {
          versions.put(words[1], Long.valueOf(words[2]));
          count("UPDATE");
        }
        case "deleting" -> deleting.add(words[1]);
        case "deleted" -> {
          deleted.add(words[1]);
          count("DELETE");
        }
        default -> throw new AssertionError("Unexpected message of a writer: " + message);
      }
    }
  }

  private void count(String kind) {
    acknowledged.merge(kind, 1, Integer::sum);
  }

  /** Compares the file with the records, and adds complete units that were not acknowledged. */
  void check(TaskStore store) {
    Map<SqliteUnit, List<Task>> found = tasks(store);
    Map<UUID, Integer> tags = tags(store);
    Map<String, User> founders = founders(store);
    found.forEach((unit, tasks) -> checkUnit(unit, tasks, tags, founders));
    for (SqliteUnit unit : written.values()) {
      boolean mustBeThere = !deleting.contains(unit.name());
      assertThat(found.containsKey(unit) || !mustBeThere).as("%s is there", unit).isTrue();
    }
    assertThat(founders.keySet()).isEqualTo(names(found.keySet(), Kind.FAMILY));
    assertThat(tags.keySet()).isEqualTo(idsOfTagged(found));
    assertThat(store.tasks().getById(counter).description())
        .isEqualTo(String.valueOf(names(found.keySet(), Kind.TRANSACTION).size()));
    found.forEach(this::takeOver);
    written.values().retainAll(found.keySet());
    deleting.clear();
  }

  private void takeOver(SqliteUnit unit, List<Task> tasks) {
    if (written.put(unit.name(), unit) == null) {
      unacknowledged++;
    }
    if (unit.kind() == Kind.INSERT) {
      versions.put(unit.name(), tasks.get(0).version());
      highestVersions.put(unit.name(), tasks.get(0).version());
    }
  }

  private Map<SqliteUnit, List<Task>> tasks(TaskStore store) {
    try (Stream<Task> tasks = store.tasks().stream()) {
      return tasks
          .filter(task -> !task.id().equals(counter))
          .collect(Collectors.groupingBy(SqliteUnit::of));
    }
  }

  private static Map<UUID, Integer> tags(TaskStore store) {
    return store
        .dsl()
        .select(TASK_TAGS.TASK_ID, DSL.count())
        .from(TASK_TAGS)
        .groupBy(TASK_TAGS.TASK_ID)
        .fetchMap(TASK_TAGS.TASK_ID, DSL.count());
  }

  private Map<String, User> founders(TaskStore store) {
    try (Stream<User> users = store.users().stream()) {
      return users
          .filter(user -> !user.id().equals(owner))
          .collect(Collectors.toMap(User::username, user -> user));
    }
  }

  private void checkUnit(
      SqliteUnit unit, List<Task> tasks, Map<UUID, Integer> tags, Map<String, User> founders) {
    assertThat(tasks.stream().map(Task::title).distinct())
        .as("rows of %s", unit)
        .hasSize(unit.size())
        .hasSameSizeAs(tasks);
    assertThat(deleted).doesNotContain(unit.name());
    User founder = founders.get(unit.name());
    UUID expectedOwner = unit.kind() == Kind.FAMILY && founder != null ? founder.id() : owner;
    for (Task task : tasks) {
      assertThat(task.userId()).isEqualTo(expectedOwner);
      assertThat(SqliteUnit.hasItsText(task)).as("text of %s", task.title()).isTrue();
      assertThat(tags.getOrDefault(task.id(), 0)).isEqualTo(unit.tagsOfEachTask());
      long least = versions.getOrDefault(unit.name(), 0L);
      assertThat(task.version()).isBetween(least, highestVersions.getOrDefault(unit.name(), 0L));
    }
  }

  private static Set<String> names(Collection<SqliteUnit> units, Kind kind) {
    return units.stream()
        .filter(unit -> unit.kind() == kind)
        .map(SqliteUnit::name)
        .collect(Collectors.toSet());
  }

  private static Set<UUID> idsOfTagged(Map<SqliteUnit, List<Task>> found) {
    Set<UUID> ids = new HashSet<>();
    found.forEach(
        (unit, tasks) -> {
          if (unit.tagsOfEachTask() > 0) {
            tasks.forEach(task -> ids.add(task.id()));
          }
        });
    return ids;
  }

  /** Deletes most of the bulk-loaded rows, so that long runs do not spend their time reading. */
  void thinOut(TaskStore store) {
    List<UUID> ids = new ArrayList<>();
    tasks(store)
        .forEach(
            (unit, tasks) -> {
              boolean isBulk = unit.kind() == Kind.LOAD || unit.kind() == Kind.BATCH;
              if (isBulk && unit.name().hashCode() % 10 != 0) {
                tasks.forEach(task -> ids.add(task.id()));
                written.remove(unit.name());
              }
            });
    store.tasks().deleteAllById(ids);
  }

  int acknowledgedCalls() {
    return acknowledged.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public String toString() {
    return "acknowledged calls "
        + acknowledged
        + ", complete units without acknowledgement: "
        + unacknowledged;
  }
}
