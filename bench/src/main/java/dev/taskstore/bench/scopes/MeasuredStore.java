package dev.taskstore.bench.scopes;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskRepository;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskSession;
import dev.taskstore.TaskStore;
import dev.taskstore.bench.Cleanup;
import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.Target;
import dev.taskstore.db.migration.MigrationMode;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<UUID, TaskScope> scopes = new HashMap<>();
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

  /** Runs calls for some time, and adds the time of each. */
  void run(Request request, boolean inTransaction, long nanos, Tally tally) {
    long end = System.nanoTime() + nanos;
    do {
      Task task = request.writes() ? written : read.get(random.nextInt(read.size()));
      TaskSession session = session(task);
      if (inTransaction) {
        session.transaction(
            tx -> {
              for (int i = 0; i < CALLS_OF_A_TRANSACTION; i++) {
                call(request, tx.tasks(), task, tally);
              }
            });
      } else {
        call(request, session.tasks(), task, tally);
      }
    } while (System.nanoTime() < end);
  }

  private void call(Request request, TaskRepository tasks, Task task, Tally tally) {
    number++;
    long begin = System.nanoTime();
    answer = request.run(tasks, task, number);
    tally.add(System.nanoTime() - begin);
  }

  /** Returns the store, or the scope of the user of a task, which remains open. */
  private TaskSession session(Task task) {
    return access == Access.STORE ? store : scopes.computeIfAbsent(task.userId(), store::scopedTo);
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
    scopes.values().forEach(TaskScope::close);
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
