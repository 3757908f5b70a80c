package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.TaskTransaction;
import dev.taskstore.db.exception.StorageFullException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Writes with all kinds of calls until the disk is full, and again once there is space. */
final class SqliteFillUp {

  /** More rows than any quota or disk of these tests can store. */
  private static final int TOO_MANY = 4_000;

  private final TaskStore store;
  private final UUID owner;

  /** The titles of the acknowledged tasks. */
  private final Map<UUID, String> acknowledged = new HashMap<>();

  private int next;

  SqliteFillUp(TaskStore store, UUID owner) {
    this.store = store;
    this.owner = owner;
  }

  /** Continues on a reopened store. */
  SqliteFillUp on(TaskStore reopened) {
    SqliteFillUp again = new SqliteFillUp(reopened, owner);
    again.acknowledged.putAll(acknowledged);
    again.next = next;
    return again;
  }

  private NewTask draft() {
    return NewTask.of(owner, "task " + next++).description("x".repeat(2_000));
  }

  private List<NewTask> drafts(int count) {
    return IntStream.range(0, count).mapToObj(i -> draft()).toList();
  }

  private void acknowledge(Task task) {
    acknowledged.put(task.id(), task.title());
  }

  /** Writes until the disk is full, and returns the number of single inserts. */
  int fillUp() {
    int before = acknowledged.size();
    assertIsFull(
        () -> {
          for (int i = 0; i < TOO_MANY; i++) {
            acknowledge(store.tasks().insert(draft()));
          }
        });
    int single = acknowledged.size() - before;
    assertIsFull(() -> store.tasks().insertAll(drafts(TOO_MANY)));
    assertIsFull(() -> store.tasks().load(drafts(TOO_MANY).stream()));
    assertIsFull(() -> store.transaction(this::writeTooMuch));
    assertIsFull(
        () -> store.dsl().execute("update tasks set description = description || description"));
    return single;
  }

  private void writeTooMuch(TaskTransaction transaction) {
    Task first = transaction.tasks().insert(draft());
    transaction.tags().attach(first.id(), "urgent");
    for (int i = 0; i < TOO_MANY; i++) {
      transaction.tasks().insert(draft());
    }
  }

  private void assertIsFull(ThrowingCallable writes) {
    assertThatThrownBy(writes)
        .isInstanceOf(StorageFullException.class)
        .hasMessage("The database has no space left. Free disk space, or raise the quota.");
    check();
  }

  /** Checks that exactly the acknowledged rows exist. */
  void check() {
    try (Stream<Task> tasks = store.tasks().stream()) {
      assertThat(tasks.collect(Collectors.toMap(Task::id, Task::title))).isEqualTo(acknowledged);
    }
    assertThat(store.users().getById(owner).username()).isEqualTo("owner");
  }

  /** Writes a little with each kind of call. */
  void resume() {
    acknowledge(store.tasks().insert(draft()));
    store.tasks().insertAll(drafts(3)).forEach(this::acknowledge);
    List<NewTask> loaded =
        new ArrayList<>(drafts(3).stream().map(draft -> draft.id(UUID.randomUUID())).toList());
    store.tasks().load(loaded.stream());
    loaded.forEach(draft -> acknowledged.put(draft.id(), draft.title()));
    acknowledge(
        store.transactionResult(
            transaction -> {
              Task task = transaction.tasks().insert(draft());
              transaction.tags().attach(task.id(), "urgent");
              return task;
            }));
    check();
    assertThat(store.tags().findAllByName(List.of("urgent"))).hasSize(1);
  }
}
