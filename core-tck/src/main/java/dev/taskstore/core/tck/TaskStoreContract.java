package dev.taskstore.core.tck;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.dialect.tck.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Tests that share one open store, whose tables are empty before each of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TaskStoreContract {

  /** The time at the beginning of each test. */
  static final Instant START = Instant.parse("2026-03-01T09:00:00.123456Z");

  final TaskStoreTck tck;

  TaskStoreContract(TaskStoreTck tck) {
    this.tck = tck;
  }

  @BeforeEach
  final void startWithEmptyTables() {
    clock().set(START);
    tck.clearTaskStore();
  }

  final TaskStore store() {
    return tck.taskStore();
  }

  final MutableClock clock() {
    return tck.taskStoreClock();
  }

  static NewUser newUser(String name) {
    return NewUser.of(name, name + "@example.com", PasswordHash.locked());
  }

  final User insertUser(String name) {
    return store().users().insert(newUser(name));
  }

  final Task insertTask(User user, String title) {
    return store().tasks().insert(NewTask.of(user.id(), title));
  }

  /** Inserts tasks "task 0", "task 1" and so on, a second apart; oldest first. */
  final List<Task> insertTasks(User user, int count) {
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clock().advance(Duration.ofSeconds(1));
      tasks.add(insertTask(user, "task " + i));
    }
    return tasks;
  }
}
