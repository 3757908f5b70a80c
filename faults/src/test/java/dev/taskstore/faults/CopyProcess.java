package dev.taskstore.faults;

import dev.taskstore.db.Database;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.transfer.DatabaseCopy;
import dev.taskstore.transfer.report.CopyPhase;
import dev.taskstore.transfer.report.CopyReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A process that copies a database. */
final class CopyProcess {

  static final String BEGIN = "begin";
  static final String COPIED = "copied";

  private static final int CHUNK_ROWS = 500;

  private CopyProcess() {}

  /** Starts a process that copies and exits. */
  static ChildProcess start(
      CopiedDatabase source, CopiedDatabase target, boolean live, Path scratch) {
    List<String> arguments = new ArrayList<>(source.arguments());
    arguments.addAll(target.arguments());
    arguments.add(String.valueOf(live));
    return ChildProcess.start(CopyProcess.class, scratch, arguments.toArray(String[]::new));
  }

  /** Returns the message that the process sends at the beginning of a phase. */
  static String begins(CopyPhase phase) {
    return "phase " + phase;
  }

  /**
   * Copies.
   *
   * @param arguments URL, user and password of the source and of the target, and whether the copy
   *     is live
   */
  public static void main(String[] arguments) {
    ProcessMessages.endWithParent();
    try (Database source =
            CopiedDatabase.ofArguments(arguments[0], arguments[1], arguments[2])
                .open(MigrationMode.NONE);
        Database target =
            CopiedDatabase.ofArguments(arguments[3], arguments[4], arguments[5])
                .open(MigrationMode.NONE)) {
      ProcessMessages.send(BEGIN);
      Set<CopyPhase> begun = EnumSet.noneOf(CopyPhase.class);
      DatabaseCopy copy =
          DatabaseCopy.of(CopiedSchema.INSTANCE)
              .from(source)
              .to(target)
              .chunkRows(CHUNK_ROWS)
              .progress(
                  progress -> {
                    if (begun.add(progress.phase())) {
                      ProcessMessages.send(begins(progress.phase()));
                    }
                  });
      if (Boolean.parseBoolean(arguments[6])) {
        copy.live();
      }
      CopyReport report = copy.run();
      ProcessMessages.send(
          COPIED
              + " "
              + report.rows()
              + " rows"
              + (report.isVerified() ? "" : " without verification"));
    }
    Runtime.getRuntime().halt(0);
  }
}
