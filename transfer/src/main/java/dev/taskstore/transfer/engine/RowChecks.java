package dev.taskstore.transfer.engine;

import dev.taskstore.db.Database;
import dev.taskstore.db.integrity.IntegrityReport;
import dev.taskstore.db.integrity.IntegrityViolation;
import dev.taskstore.db.spi.Dialect;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jooq.Named;
import org.jooq.Schema;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Checks the rows of the tables of a schema in several threads, each of which takes the next. */
final class RowChecks {

  private final Database database;
  private final @Nullable Dialect target;
  private final int limit;
  private final List<String> tables;
  private final Queue<Table<?>> remaining;
  private final Queue<IntegrityReport> reports = new ConcurrentLinkedQueue<>();

  RowChecks(Database database, Schema schema, @Nullable Dialect target, int limit) {
    this.database = database;
    this.target = target;
    this.limit = limit;
    this.tables = schema.getTables().stream().map(Named::getName).toList();
    this.remaining = new ConcurrentLinkedQueue<>(schema.getTables());
  }

  /** Checks tables until none is left. Each thread calls this method once. */
  RowChecks run() {
    reports.add(database.checkIntegrity(remaining::poll, target, limit));
    return this;
  }

  /** Returns the violations of all tables in the order of the schema, when all threads ended. */
  IntegrityReport report() {
    List<IntegrityViolation> violations =
        reports.stream()
            .flatMap(report -> report.violations().stream())
            .sorted(Comparator.comparing(violation -> tables.indexOf(violation.table())))
            .toList();
    boolean isComplete =
        violations.size() <= limit && reports.stream().allMatch(IntegrityReport::isComplete);
    return new IntegrityReport(
        violations.subList(0, Math.min(limit, violations.size())),
        isComplete,
        reports.stream()
            .flatMap(report -> report.uncheckedConstraints().stream())
            .distinct()
            .sorted()
            .toList());
  }
}
