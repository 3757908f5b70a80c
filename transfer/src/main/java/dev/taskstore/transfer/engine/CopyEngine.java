package dev.taskstore.transfer.engine;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.db.migration.SchemaDifference;
import dev.taskstore.transfer.engine.Ledger.Header;
import dev.taskstore.transfer.engine.Ledger.Run;
import dev.taskstore.transfer.exception.CopyRefusedException;
import dev.taskstore.transfer.exception.CopyVerificationException;
import dev.taskstore.transfer.report.CopyPhase;
import dev.taskstore.transfer.report.CopyReport;
import dev.taskstore.transfer.report.DatabaseDescription;
import dev.taskstore.transfer.report.PreflightFinding;
import dev.taskstore.transfer.report.PreflightReport;
import dev.taskstore.transfer.report.TableCounts;
import dev.taskstore.transfer.rows.TableShape;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a copy from its preflight to its report. */
public final class CopyEngine {

  private static final int FINDINGS = 100;
  private static final int FINDINGS_IN_MESSAGE = 5;

  private final CopyOptions options;
  private final List<TableShape> tables;
  private final ProgressTracker progress;

  public CopyEngine(CopyOptions options) {
    this.options = options;
    this.tables = options.tables();
    this.progress = new ProgressTracker(options.progress());
  }

  /** Copies all rows, verifies them, and writes the report. */
  public CopyReport run() {
    Owner owner = Owner.start();
    try {
      return run(new Ledger(owner));
    } finally {
      owner.end();
    }
  }

  private CopyReport run(Ledger ledger) {
    Instant startedAt = options.clock().instant();
    Path report = options.report();
    if (report != null) {
      ReportFile.require(report);
    }
    progress.begin(CopyPhase.PREFLIGHT);
    preflight();
    progress.begin(CopyPhase.PREPARE);
    DatabaseDescription source = Snapshot.read(options.source(), Descriptions::of);
    new TargetPreparation(options, ledger).run(source.location());
    DatabaseDescription target = Snapshot.read(options.target(), Descriptions::of);
    LiveCopy live = options.isLive() ? new LiveCopy(options, tables, progress) : null;
    try {
      CopyWork work = new CopyWork(options, tables, ledger, progress, live);
      List<TableCounts> counts = TargetSession.open(options.target(), work::run);
      List<String> drift = drift();
      progress.end();
      CopyReport result =
          new CopyReport(
              startedAt,
              options.clock().instant(),
              Descriptions.libraryVersion(),
              source,
              target,
              changelog(),
              counts,
              drift,
              work.isResumed(),
              live == null ? 0 : live.changes(),
              live == null ? null : live.stop(),
              progress.durations());
      requireVerified(result, ledger);
      if (report != null) {
        ReportFile.write(report, result.toJson());
      }
      if (live != null) {
        live.keepSealed();
      }
      complete(ledger);
      if (live != null) {
        live.removeCapture();
      }
      return result;
    } catch (Throwable failure) {
      if (live != null) {
        live.undoSeal(failure);
      }
      throw failure;
    }
  }

  private void complete(Ledger ledger) {
    Snapshot.write(
        options.target(),
        access -> {
          ledger.remove(access);
          return access;
        });
  }

  private void preflight() {
    if (options.isLive()) {
      List<String> unsupported = LiveCapture.unsupported(tables);
      if (!unsupported.isEmpty()) {
        throw new CopyRefusedException(
            "Changes of tables without a primary key cannot be recorded: "
                + String.join(", ", unsupported)
                + ". Stop the programs that write to the source, and copy without live().");
      }
    }
    PreflightReport report =
        new Preflight(
                options.schema(),
                options.source(),
                options.target(),
                options.acceptsDrift(),
                options.restarts())
            .run(FINDINGS);
    if (!report.isReady()) {
      throw new CopyRefusedException(
          report.findings().stream()
                  .limit(FINDINGS_IN_MESSAGE)
                  .map(CopyEngine::sentence)
                  .distinct()
                  .collect(Collectors.joining(" "))
              + (report.findings().size() > FINDINGS_IN_MESSAGE || !report.isComplete()
                  ? " There are more findings."
                  : "")
              + (report.findings().stream().anyMatch(f -> f.kind() == PreflightFinding.Kind.ROW)
                  ? " The preflight lists the rows with their keys. Correct or delete them."
                  : ""));
    }
  }

  private static String sentence(PreflightFinding finding) {
    String text =
        (finding.table() == null ? "" : "Table " + finding.table() + ": ") + finding.reason();
    return text.endsWith(".") ? text : text + ".";
  }

  private dev.taskstore.transfer.report.@Nullable ChangelogState changelog() {
    Migrations migrations = Descriptions.migrations(options.target());
    return migrations == null ? null : Descriptions.changelog(migrations);
  }

  private @Nullable List<String> drift() {
    Migrations migrations = Descriptions.migrations(options.target());
    if (migrations == null) {
      return null;
    }
    try {
      return migrations.drift().differences().stream().map(SchemaDifference::toString).toList();
    } catch (CapabilityNotSupportedException e) {
      return null;
    }
  }

  private void requireVerified(CopyReport report, Ledger ledger) {
    List<TableCounts> different = report.tables().stream().filter(t -> !t.isEqual()).toList();
    if (!different.isEmpty()) {
      Snapshot.write(
          options.target(),
          access -> {
            for (TableCounts table : different) {
              ledger.distrust(access, table.table());
            }
            ledger.requireOwnership(access);
            return access;
          });
      throw Verification.failure(different);
    }
    List<String> drift = report.drift();
    if (drift != null && !drift.isEmpty()) {
      throw new CopyVerificationException(
          "The schema of the target differs from its changelog: "
              + String.join("; ", drift)
              + ". The target remains incomplete; correct its schema, and run the copy again.",
          List.of());
    }
  }

  /** Returns the ledger's run; it exists since the preparation. */
  static Run currentRun(TargetSession session) {
    return session.read(
        access -> {
          Header header = Ledger.find(access);
          Run run = header == null ? null : header.run();
          if (run == null) {
            throw new CopyRefusedException(
                "The ledger in the target was removed by another program. Start again with an empty"
                    + " database.");
          }
          return run;
        });
  }

  /** The duration that a live copy stopped the source, to now. */
  static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
