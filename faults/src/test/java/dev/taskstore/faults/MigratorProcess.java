package dev.taskstore.faults;

import dev.taskstore.db.Database;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.dialect.tck.TckDatabase;
import java.util.Objects;

/** A process that migrates. */
final class MigratorProcess {

  static final String BEGIN = "begin";
  static final String UPDATED = "updated";

  private MigratorProcess() {}

  /** Starts a process that applies the pending changesets and exits. */
  static ChildProcess update(MigratorTarget target) {
    return start(target, "");
  }

  /** Starts a process that rolls back to a tag and updates again, until it is killed. */
  static ChildProcess walk(MigratorTarget target, String tag) {
    return start(target, tag);
  }

  private static ChildProcess start(MigratorTarget target, String tag) {
    TckDatabase database = target.database();
    return ChildProcess.start(
        MigratorProcess.class,
        target.scratch(),
        database.url(),
        Objects.requireNonNullElse(database.user(), ""),
        Objects.requireNonNullElse(database.password(), ""),
        target.changelog(),
        tag);
  }

  /**
   * Runs migrations.
   *
   * @param arguments URL, user, password, changelog, and optionally the tag to roll back to
   */
  public static void main(String[] arguments) {
    ProcessMessages.endWithParent();
    TckDatabase database =
        arguments[1].isEmpty()
            ? TckDatabase.of(arguments[0], () -> {})
            : new TckDatabase(arguments[0], arguments[1], arguments[2], () -> {});
    try (Database open = MigratorTarget.open(database, arguments[3])) {
      Migrations migrations = open.migrations();
      // Loads the classes first, so that kills happen during the migration.
      migrations.status();
      ProcessMessages.send(BEGIN);
      String tag = arguments[4];
      while (!tag.isEmpty()) {
        migrations.rollbackTo(tag);
        ProcessMessages.send("down");
        migrations.update();
        ProcessMessages.send("up");
      }
      ProcessMessages.send(UPDATED + " " + migrations.update());
    }
    Runtime.getRuntime().halt(0);
  }
}
