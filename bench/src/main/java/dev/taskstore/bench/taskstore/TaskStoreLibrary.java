package dev.taskstore.bench.taskstore;

import dev.taskstore.bench.Library;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import dev.taskstore.migration.MigrationMode;
import java.util.Set;

/** TaskStore with its defaults, and a pool of the size that the target says. */
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
    return new TaskStoreWorkloads(
        target
            .store()
            .migrationMode(MigrationMode.NONE)
            .maximumPoolSize(target.connections())
            .open());
  }
}
