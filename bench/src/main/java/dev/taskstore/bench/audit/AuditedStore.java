package dev.taskstore.bench.audit;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskSession;
import dev.taskstore.TaskStore;
import dev.taskstore.bench.Target;
import dev.taskstore.db.TransactionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A store with an audit trail or without one. Each operation is a transaction of its own. */
final class AuditedStore implements AutoCloseable {

  private static final TransactionOptions ACTOR = TransactionOptions.defaults().actor("bench");

  private final AuditMode mode;
  private final TaskStore store;
  private final UUID user;
  private List<UUID> tasks = List.of();

  AuditedStore(Target target, AuditMode mode) {
    this.mode = mode;
    if (mode != AuditMode.OFF) {
      try (TaskStore owner = target.store().open()) {
        owner.database().auditTrail(TaskStore.AUDITED).enable();
      }
    }
    this.store =
        mode == AuditMode.ACTOR
            ? target.store().auditTrail(TaskStore.AUDITED).open()
            : target.store().open();
    this.user =
        store.users().insert(NewUser.of("ada", "ada@example.com", PasswordHash.locked())).id();
  }

  AuditMode mode() {
    return mode;
  }

  /** Runs a work, and returns the time of one operation or one loaded row in nanoseconds. */
  double nanos(AuditWork work, int operations, int loadedRows) {
    long begin = System.nanoTime();
    switch (work) {
      case INSERT -> insert(operations);
      case UPDATE ->
          tasks.forEach(
              id -> run(tx -> tx.tasks().update(id, TaskChanges.none().title("Ship 1.1"))));
      case DELETE -> tasks.forEach(id -> run(tx -> tx.tasks().deleteById(id)));
      case LOAD -> load(loadedRows);
    }
    long nanos = System.nanoTime() - begin;
    return (double) nanos / (work == AuditWork.LOAD ? loadedRows : operations);
  }

  private void insert(int operations) {
    List<UUID> inserted = new ArrayList<>(operations);
    for (int i = 0; i < operations; i++) {
      run(tx -> inserted.add(tx.tasks().insert(NewTask.of(user, "Ship 1.0")).id()));
    }
    tasks = inserted;
  }

  private void load(int rows) {
    run(
        tx ->
            tx.tasks().load(IntStream.range(0, rows).mapToObj(i -> NewTask.of(user, "Task " + i))));
  }

  private void run(Consumer<TaskSession> operation) {
    if (mode == AuditMode.ACTOR) {
      store.transaction(ACTOR, operation::accept);
    } else {
      operation.accept(store);
    }
  }

  /** Deletes the loaded tasks, which the next round loads again. */
  void restore() {
    store.dsl().execute("DELETE FROM tasks");
  }

  @Override
  public void close() {
    store.close();
  }
}
