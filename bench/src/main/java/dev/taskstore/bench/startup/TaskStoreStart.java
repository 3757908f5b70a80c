package dev.taskstore.bench.startup;

import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import java.util.UUID;

/** Reads the first row with TaskStore. */
final class TaskStoreStart {

  private TaskStoreStart() {}

  /** Prints the title of the task with the ID in the second argument, then the footprint. */
  public static void main(String... args) {
    MigrationMode mode = MigrationMode.valueOf(args[2]);
    try (TaskStore store = TaskStore.builder().url(args[0]).migrationMode(mode).open()) {
      System.out.println(store.tasks().getById(UUID.fromString(args[1])).title());
      Footprint.print();
    }
  }
}
