package dev.taskstore.bench.transfer;

import dev.taskstore.TaskStore;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.schema.DefaultSchema;
import dev.taskstore.transfer.DatabaseCopy;

/** Copies with TaskStore: with preflight, ledger, digests of both sides and drift detection. */
final class TaskStoreCopy {

  private TaskStoreCopy() {}

  /**
   * Copies all tables.
   *
   * @param args none; the databases are in the environment
   */
  public static void main(String... args) {
    try (TaskStore source = CopyTarget.source().store().open();
        TaskStore target = CopyTarget.target().store().migrationMode(MigrationMode.NONE).open()) {
      var report =
          DatabaseCopy.of(DefaultSchema.DEFAULT_SCHEMA)
              .from(source.database())
              .to(target.database())
              .run();
      report
          .phases()
          .forEach(phase -> System.err.println(phase.phase() + " " + phase.duration().toMillis()));
    }
  }
}
