package dev.taskstore.core.tck;

import static dev.taskstore.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.Task;
import dev.taskstore.TaskStatus;
import dev.taskstore.User;
import dev.taskstore.db.IsolationLevel;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.Rival;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The domain's methods in concurrent transactions, at each isolation level. */
abstract class TaskIsolationContract extends TaskStoreContract {

  TaskIsolationContract(TaskStoreTck tck) {
    super(tck);
  }

  private boolean has(Capability capability) {
    return store().database().capabilities().contains(capability);
  }

  private boolean isShown(IsolationLevel level, IsolationLevel excludedBy) {
    return has(Capability.WEAK_ISOLATION) && level.compareTo(excludedBy) < 0;
  }

  /**
   * If both transactions are active at the same time, the one that ends later fails once and is
   * retried.
   */
  private int runsOfTheLaterOne(IsolationLevel level, IsolationLevel excludedBy) {
    return has(Capability.CONCURRENT_WRITERS) && level.compareTo(excludedBy) >= 0 ? 2 : 1;
  }

  @ParameterizedTest
  @EnumSource
  void writeSkewOfCompletedTasksIsExcludedBySerializable(IsolationLevel level) {
    User ada = insertUser("ada");
    Task left = insertTask(ada, "left");
    Task right = insertTask(ada, "right");
    AtomicInteger attempts = new AtomicInteger();
    Rival other = Rival.that(tck, () -> completeUnlessLast(level, right, () -> {}));

    completeUnlessLast(
        level,
        left,
        () -> {
          attempts.incrementAndGet();
          other.act();
        });
    other.join();

    int open = store().tasks().where(TASKS.STATUS.eq(TaskStatus.PENDING)).list().size();
    assertThat(open == 0).isEqualTo(isShown(level, IsolationLevel.SERIALIZABLE));
    assertThat(attempts).hasValue(runsOfTheLaterOne(level, IsolationLevel.SERIALIZABLE));
  }

  /** Completes a task if another task is open. The given work runs between the two statements. */
  private void completeUnlessLast(IsolationLevel level, Task task, Runnable between) {
    store()
        .transaction(
            TransactionOptions.defaults().isolation(level),
            tx -> {
              int open = tx.tasks().where(TASKS.STATUS.eq(TaskStatus.PENDING)).list().size();
              between.run();
              if (open > 1) {
                tx.tasks().complete(task.id());
              }
            });
  }
}
