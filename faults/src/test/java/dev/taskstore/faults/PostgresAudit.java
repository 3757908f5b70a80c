package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.faults.PostgresWorkload.Answer;
import dev.taskstore.faults.PostgresWorkload.Kind;
import dev.taskstore.faults.PostgresWorkload.Unit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the rows in the database with the outcomes that the writers recorded. */
final class PostgresAudit {

  private static final String BROKEN_REFERENCES =
      "SELECT count(*) FROM tasks t LEFT JOIN users u ON u.id = t.user_id WHERE u.id IS NULL"
          + " UNION ALL SELECT count(*) FROM task_tags l LEFT JOIN tasks t ON t.id = l.task_id"
          + " LEFT JOIN tags g ON g.id = l.tag_id WHERE t.id IS NULL OR g.id IS NULL";

  private final ServerProcess server;
  private final String database;
  private final TaskStore store;
  private final PostgresWorkload workload;

  PostgresAudit(ServerProcess server, String database, TaskStore store, PostgresWorkload workload) {
    this.server = server;
    this.database = database;
    this.store = store;
    this.workload = workload;
  }

  /**
   * Checks that each unit is complete or absent, according to the outcome of its call. All checks
   * read one snapshot, because abandoned sessions may still commit.
   */
  void checkUnits() throws SQLException {
    assertThat(workload.unexpected()).isEmpty();
    store.transaction(TransactionOptions.defaults().readOnly(), tx -> checkOneState());
    checkReferences();
  }

  private void checkOneState() {
    Map<String, List<Task>> found = tasksByUnit();
    for (Unit unit : workload.units()) {
      List<Task> tasks = found.getOrDefault(unit.name(), List.of());
      if (unit.answer() == Answer.ACKNOWLEDGED) {
        assertThat(tasks).as("%s", unit).hasSize(unit.size());
      } else if (unit.answer() == Answer.UNKNOWN) {
        assertThat(tasks.size()).as("%s", unit).isIn(0, unit.size());
      } else {
        assertThat(tasks).as("%s", unit).isEmpty();
      }
      if (!unit.stored().isEmpty()) {
        assertThat(tasks).as("%s", unit).containsExactlyInAnyOrderElementsOf(unit.stored());
      }
      if (!tasks.isEmpty()) {
        assertThat(tasks.stream().map(Task::title).collect(Collectors.toSet()))
            .as("%s", unit)
            .isEqualTo(titles(unit));
      }
    }
    Set<String> known = workload.units().stream().map(Unit::name).collect(Collectors.toSet());
    assertThat(known).containsAll(found.keySet());
    checkTransactions(found);
  }

  private static Set<String> titles(Unit unit) {
    return Stream.iterate(1, i -> i + 1)
        .limit(unit.size())
        .map(i -> unit.kind() + " " + i)
        .collect(Collectors.toSet());
  }

  private Map<String, List<Task>> tasksByUnit() {
    Map<String, List<Task>> found = new HashMap<>();
    try (Stream<Task> tasks = store.tasks().stream()) {
      tasks.forEach(
          task -> found.computeIfAbsent(task.description(), key -> new ArrayList<>()).add(task));
    }
    return found;
  }

  /** Checks the atomicity of transactions: each task has both tags and is counted. */
  private void checkTransactions(Map<String, List<Task>> found) {
    Map<UUID, Long> counts = new HashMap<>();
    Set<UUID> members = new HashSet<>();
    for (Unit unit : workload.units()) {
      if (unit.kind() == Kind.TRANSACTION) {
        for (Task task : found.getOrDefault(unit.name(), List.of())) {
          members.add(task.id());
          counts.merge(task.userId(), 1L, Long::sum);
        }
      }
    }
    for (User counter : workload.counters()) {
      assertThat(store.users().getById(counter.id()).version())
          .as("counted transactions")
          .isEqualTo(counts.getOrDefault(counter.id(), 0L));
    }
    for (Tag tag : store.tags().findAllByName(List.of(PostgresWorkload.TAGS))) {
      Set<UUID> tagged =
          store.tasks().findByTags(List.of(tag.id())).getOrDefault(tag.id(), List.of()).stream()
              .map(Task::id)
              .collect(Collectors.toSet());
      assertThat(tagged).isEqualTo(members);
    }
  }

  private void checkReferences() throws SQLException {
    try (Connection connection = server.connect(database);
        PreparedStatement statement = connection.prepareStatement(BROKEN_REFERENCES);
        ResultSet resultSet = statement.executeQuery()) {
      while (resultSet.next()) {
        assertThat(resultSet.getLong(1)).as("broken references").isZero();
      }
    }
  }

  /** Returns the counts of outcomes as text. */
  String summary() {
    Map<Answer, Map<Kind, Integer>> counts = new EnumMap<>(Answer.class);
    for (Unit unit : workload.units()) {
      counts
          .computeIfAbsent(unit.answer(), key -> new EnumMap<>(Kind.class))
          .merge(unit.kind(), 1, Integer::sum);
    }
    Map<String, List<Task>> found = tasksByUnit();
    long there =
        workload.units().stream()
            .filter(unit -> unit.answer() == Answer.UNKNOWN && found.containsKey(unit.name()))
            .count();
    return counts + "; of the unknown ones, " + there + " are committed";
  }
}
