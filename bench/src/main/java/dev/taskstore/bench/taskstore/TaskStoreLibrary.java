package dev.taskstore.bench.taskstore;

import dev.taskstore.TaskStore;
import dev.taskstore.bench.DatabaseKind;
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
    TaskStore.Builder builder =
        TaskStore.builder()
            .url(target.url())
            .migrationMode(MigrationMode.NONE)
            .maximumPoolSize(target.connections());
    if (target.kind() == DatabaseKind.POSTGRES) {
      builder.credentials(target.user(), target.password());
    }
    return new TaskStoreWorkloads(builder.open());
  }
}
