package dev.taskstore.bench.taskstore;

import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.bench.Library;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import dev.taskstore.db.migration.MigrationMode;
import java.util.Set;

/** TaskStore with its default settings and the pool size of the target. */
public final class TaskStoreLibrary implements Library {

  @Override
  public String name() {
    return "TaskStore";
  }

  @Override
  public Set<Workload> without() {
    return Set.of(Workload.DEEP_PAGE_BY_OFFSET);
  }

  @Override
  public Workloads<?> open(Target target) {
    return over(
        target
            .store()
            .migrationMode(MigrationMode.NONE)
            .maximumPoolSize(target.connections())
            .open());
  }

  /** Returns the operations on a store. Closing them closes the store. */
  public static Workloads<Task> over(TaskStore store) {
    return new TaskStoreWorkloads(store);
  }
}
