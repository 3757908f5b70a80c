package dev.taskstore.bench.scopes;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskStore;
import dev.taskstore.bench.Cleanup;
import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.Target;
import dev.taskstore.db.migration.MigrationMode;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/** An open database and one of the ways to its rows. */
final class MeasuredStore implements AutoCloseable {

  /** The number of calls in one transaction. */
  static final int CALLS_OF_A_TRANSACTION = 50;

  private static final long SEED = 20_261_130;
  private static final int SAMPLES = 2_000;

  private static final String ROLE = "taskstore_bench_application";

  private final Access access;
  private final Target target;
  private final Cleanup cleanup;
  private final TaskStore store;
  private final List<Task> read;
  private final UUID writer;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private Task written;
  private int number;
  private Object answer;

  /** Opens a database, with policies if the access requires them. */
  MeasuredStore(Access access, Target target, Dataset data) {
    this.access = access;
    this.target = target;
    this.writer = data.writer();
    try (TaskStore owner = target.store().migrationMode(MigrationMode.NONE).open()) {
      this.read = samples(owner, data);
      if (access == Access.POLICIES) {
        enablePolicies(owner);
      }
    }
    this.cleanup = new Cleanup(target, writer);
    this.store = open();
    this.written = insertWritten();
  }

  private static List<Task> samples(TaskStore owner, Dataset data) {
    SplittableRandom samples = new SplittableRandom(SEED);
    List<UUID> ids =
        IntStream.range(0, SAMPLES)
            .mapToObj(i -> data.taskId(samples.nextInt(data.tasks())))
            .toList();
    return owner.tasks().findAllById(ids);
  }

  /** Policies do not apply to the owner of the tables. */
  private static void enablePolicies(TaskStore owner) {
    owner.database().rowSecurity(TaskStore.OWNERSHIP).enable();
    owner
        .dsl()
        .execute(
            "DO $$ BEGIN CREATE ROLE "
                + ROLE
                + " LOGIN PASSWORD '"
                + ROLE
                + "'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
    owner
        .dsl()
        .execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + ROLE);
  }

  private TaskStore open() {
    if (access == Access.POLICIES) {
      return new Target(target.kind(), target.url(), ROLE, ROLE)
          .store()
          .migrationMode(MigrationMode.NONE)
          .rowSecurity(TaskStore.OWNERSHIP)
          .open();
    }
    return target.store().migrationMode(MigrationMode.NONE).open();
  }

  private Task insertWritten() {
    try (TaskScope scope = store.scopedTo(writer)) {
      return scope.tasks().insert(NewTask.of(writer, "Task 0"));
    }
  }

  Access access() {
    return access;
  }

  /** Runs calls for some time, and adds their time and number. */
  void run(Request request, boolean inTransaction, long nanos, Tally tally) {
    long begin = System.nanoTime();
    long calls = 0;
    long passed;
    do {
      Task task = request.writes() ? written : read.get(random.nextInt(read.size()));
      if (inTransaction) {
        transaction(request, task);
        calls += CALLS_OF_A_TRANSACTION;
      } else {
        call(request, task);
        calls++;
      }
      passed = System.nanoTime() - begin;
    } while (passed < nanos);
    tally.add(passed, calls);
  }

  /** A scope is opened for each call, as for each request of an application. */
  private void call(Request request, Task task) {
    number++;
    if (access == Access.STORE) {
      answer = request.run(store.tasks(), task, number);
    } else {
      try (TaskScope scope = store.scopedTo(task.userId())) {
        answer = request.run(scope.tasks(), task, number);
      }
    }
  }

  private void transaction(Request request, Task task) {
    if (access == Access.STORE) {
      store.transaction(
          tx -> {
            for (int i = 0; i < CALLS_OF_A_TRANSACTION; i++) {
              answer = request.run(tx.tasks(), task, ++number);
            }
          });
    } else {
      try (TaskScope scope = store.scopedTo(task.userId())) {
        scope.transaction(
            tx -> {
              for (int i = 0; i < CALLS_OF_A_TRANSACTION; i++) {
                answer = request.run(tx.tasks(), task, ++number);
              }
            });
      }
    }
  }

  /** Deletes what was written, so that each round begins with the same rows. */
  void restore() throws SQLException {
    cleanup.restore();
    written = insertWritten();
  }

  /** The last result, kept so that the compiler cannot eliminate calls. */
  Object answer() {
    return answer;
  }

  @Override
  public void close() {
    store.close();
    cleanup.close();
    if (access == Access.POLICIES) {
      try (TaskStore owner = target.store().migrationMode(MigrationMode.NONE).open()) {
        owner.dsl().execute("DROP OWNED BY " + ROLE);
        owner.dsl().execute("DROP ROLE " + ROLE);
      }
    }
  }
}
