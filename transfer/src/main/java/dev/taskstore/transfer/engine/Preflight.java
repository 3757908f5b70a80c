package dev.taskstore.transfer.engine;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.exception.NewerSchemaException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.integrity.IntegrityReport;
import dev.taskstore.db.integrity.IntegrityViolation;
import dev.taskstore.db.migration.ElementKind;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.db.migration.SchemaDifference;
import dev.taskstore.db.migration.SchemaDrift;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.transfer.report.PreflightFinding;
import dev.taskstore.transfer.report.PreflightFinding.Kind;
import dev.taskstore.transfer.report.PreflightReport;
import dev.taskstore.transfer.rows.TableShape;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Schema;
import org.jspecify.annotations.Nullable;

/** Finds what prevents a copy, without changing a database. */
public final class Preflight {

  private final Schema schema;
  private final Database source;
  private final @Nullable Database target;
  private final boolean acceptsDrift;
  private final boolean restarts;
  private final List<PreflightFinding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  public Preflight(
      Schema schema,
      Database source,
      @Nullable Database target,
      boolean acceptsDrift,
      boolean restarts) {
    this.schema = schema;
    this.source = source;
    this.target = target;
    this.acceptsDrift = acceptsDrift;
    this.restarts = restarts;
  }

  /** Checks both databases, and all rows of the source. */
  public PreflightReport run(int limit) {
    if (target != null) {
      checkTarget(target);
    }
    Migrations migrations = checkSource();
    // Rows cannot be read with the columns of another schema.
    if (hasFinding(Kind.CHANGELOG)) {
      return new PreflightReport(findings, notes, true);
    }
    RowChecks rows = new RowChecks(source, schema, target == null ? null : target.dialect(), limit);
    checkDriftAndRows(migrations, rows);
    IntegrityReport report = rows.report();
    addRows(report);
    return new PreflightReport(findings, notes, report.isComplete());
  }

  /**
   * The drift detection runs beside the checks of rows on a database with a single writer. On
   * others, a changeset that it runs may build an index concurrently, which waits for the
   * transactions that read the rows.
   */
  private void checkDriftAndRows(@Nullable Migrations migrations, RowChecks rows) {
    boolean isBeside = !source.capabilities().contains(Capability.CONCURRENT_WRITERS);
    if (!isBeside) {
      checkDrift(migrations);
    }
    Verification.inParallel(
        rows::run,
        () -> {
          if (isBeside) {
            checkDrift(migrations);
          }
          return rows.run();
        });
  }

  private boolean hasFinding(Kind kind) {
    return findings.stream().anyMatch(finding -> finding.kind() == kind);
  }

  private void add(Kind kind, @Nullable String table, String reason) {
    findings.add(new PreflightFinding(kind, table, List.of(), reason));
  }

  private void checkTarget(Database database) {
    if (database == source) {
      add(Kind.TARGET, null, "The source and the target are the same database.");
      return;
    }
    String location = Snapshot.read(source, Descriptions::location);
    Snapshot.read(
        database,
        access -> {
          TargetState state = TargetState.of(access, TableShape.of(schema));
          state.refusal(location, restarts).ifPresent(reason -> add(Kind.TARGET, null, reason));
          return state;
        });
    Migrations migrations = Descriptions.migrations(database);
    if (migrations != null) {
      checkChangelog("target", migrations, true);
    }
  }

  /** Returns the migrations of the source, or null if it has no changelog. */
  private @Nullable Migrations checkSource() {
    boolean incomplete = Snapshot.read(source, access -> Ledger.find(access) != null);
    if (incomplete) {
      add(
          Kind.CHANGELOG,
          null,
          "The source is the incomplete target of another copy or restore. Complete that one first.");
    }
    Migrations migrations = Descriptions.migrations(source);
    if (migrations == null) {
      notes.add("The source was opened without a changelog; its schema was not compared.");
      return null;
    }
    checkChangelog("source", migrations, false);
    return migrations;
  }

  /** The copy migrates its target. */
  private void checkChangelog(String name, Migrations migrations, boolean mayBePending) {
    try {
      migrations.validate();
    } catch (SchemaOutOfDateException e) {
      if (!mayBePending) {
        add(
            Kind.CHANGELOG,
            null,
            "The " + name + " is behind its changelog. Migrate it first. " + e.getMessage());
      }
    } catch (NewerSchemaException e) {
      add(
          Kind.CHANGELOG,
          null,
          "The "
              + name
              + " was migrated by a newer program. Copy with that one. "
              + e.getMessage());
    } catch (MigrationException e) {
      add(Kind.CHANGELOG, null, "The " + name + ": " + e.getMessage());
    }
  }

  private void checkDrift(@Nullable Migrations migrations) {
    if (migrations == null) {
      return;
    }
    SchemaDrift drift;
    try {
      drift = migrations.drift();
    } catch (CapabilityNotSupportedException e) {
      notes.add("The dialect of the source does not compare schemas: " + e.getMessage());
      return;
    }
    List<String> tables =
        Snapshot.read(
            source,
            access -> {
              List<String> present = new ArrayList<>();
              for (String table : drift.otherTables()) {
                if (access.hasTable(table)) {
                  present.add(table);
                }
              }
              return present;
            });
    for (String table : tables) {
      leftBehind(table, "The changelog does not create the table; its rows are not copied.");
    }
    for (SchemaDifference difference : drift.differences()) {
      if (difference.type() == SchemaDifference.Type.EXTRA
          && difference.kind() == ElementKind.COLUMN) {
        leftBehind(
            difference.table(),
            "The changelog does not create the column "
                + difference.name()
                + "; its values are not copied.");
      } else {
        notes.add(difference.toString());
      }
    }
  }

  private void leftBehind(String table, String reason) {
    if (acceptsDrift) {
      notes.add(table + ": " + reason);
    } else {
      add(
          Kind.DRIFT,
          table,
          reason + " Add it to the changelog, remove it, or accept drift explicitly.");
    }
  }

  private void addRows(IntegrityReport report) {
    for (IntegrityViolation violation : report.violations()) {
      PreflightFinding finding =
          new PreflightFinding(
              Kind.ROW, violation.table(), violation.key(), Violations.reason(violation));
      if (violation.kind() == IntegrityViolation.Kind.INDEX_SIZE) {
        notes.add(finding.toText());
      } else {
        findings.add(finding);
      }
    }
    report
        .uncheckedConstraints()
        .forEach(name -> notes.add("The source cannot evaluate the check " + name + "."));
  }
}
