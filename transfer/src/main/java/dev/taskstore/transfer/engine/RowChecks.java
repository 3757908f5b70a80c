package dev.taskstore.transfer.engine;

import dev.taskstore.db.Database;
import dev.taskstore.db.integrity.IntegrityReport;
import dev.taskstore.db.integrity.IntegrityViolation;
import dev.taskstore.db.spi.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Schema;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Checks the rows of the tables of a schema in several threads, each of which takes the next. */
final class RowChecks {

  private final Database database;
  private final @Nullable Dialect target;
  private final int limit;
  private final List<Table<?>> tables;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<Table<?>, IntegrityReport> reports = new ConcurrentHashMap<>();

  RowChecks(Database database, Schema schema, @Nullable Dialect target, int limit) {
    this.database = database;
    this.target = target;
    this.limit = limit;
    this.tables = schema.getTables();
  }

  /** Checks tables until none is left. Each thread calls this method once. */
  RowChecks run() {
    for (int i = next.getAndIncrement(); i < tables.size(); i = next.getAndIncrement()) {
      Table<?> table = tables.get(i);
      reports.put(table, database.checkIntegrity(List.of(table), target, limit));
    }
    return this;
  }

  /** Returns the violations of all tables in the order of the schema, when all threads ended. */
  IntegrityReport report() {
    List<IntegrityViolation> violations = new ArrayList<>();
    Set<String> unchecked = new LinkedHashSet<>();
    boolean isComplete = true;
    for (Table<?> table : tables) {
      IntegrityReport report = reports.get(table);
      if (report != null && violations.size() <= limit) {
        violations.addAll(report.violations());
        unchecked.addAll(report.uncheckedConstraints());
        isComplete &= report.isComplete();
      }
    }
    isComplete &= violations.size() <= limit;
    return new IntegrityReport(
        violations.subList(0, Math.min(limit, violations.size())),
        isComplete,
        List.copyOf(unchecked));
  }
}
