package dev.taskstore.db.internal.integrity;

import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.integrity.IntegrityReport;
import dev.taskstore.db.integrity.IntegrityViolation;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.transaction.TransactionScope;
import dev.taskstore.db.mapping.RowReader;
import dev.taskstore.db.migration.SchemaElement;
import dev.taskstore.db.spi.Dialect;
import dev.taskstore.db.spi.FetchSize;
import dev.taskstore.db.spi.SchemaInspector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jooq.Check;
import org.jooq.DSLContext;
import org.jooq.Named;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Checks the rows of tables in one read-only transaction. A table is read once, with a few hundred
 * rows in memory at a time, and scanned once for each of its unique keys.
 */
public final class IntegrityCheck {

  /** Keys are small. */
  private static final int FETCH_SIZE = 500;

  private static final String SAVEPOINT = "taskstore_check";

  private final OpenDatabase database;
  private final Supplier<? extends @Nullable Table<?>> tables;

  /** The tables that were taken from the supplier, also by an attempt that was repeated. */
  private final List<Table<?>> taken;

  private final @Nullable Dialect target;
  private final int limit;
  private final List<IntegrityViolation> violations = new ArrayList<>();
  private final List<String> unchecked = new ArrayList<>();
  private int checked;

  private IntegrityCheck(
      OpenDatabase database,
      Supplier<? extends @Nullable Table<?>> tables,
      List<Table<?>> taken,
      @Nullable Dialect target,
      int limit) {
    this.database = database;
    this.tables = tables;
    this.taken = taken;
    this.target = target;
    this.limit = limit;
  }

  /**
   * Checks the tables and returns at most a number of violations.
   *
   * @param tables supplies the next table, and null after the last one
   * @param target the dialect of the database to which the rows will be copied, or null
   */
  public static IntegrityReport run(
      OpenDatabase database,
      Supplier<? extends @Nullable Table<?>> tables,
      @Nullable Dialect target,
      int limit) {
    List<Table<?>> taken = new ArrayList<>();
    return database.execute(
        TransactionOptions.defaults().readOnly(),
        scope -> new IntegrityCheck(database, tables, taken, target, limit).report(scope));
  }

  private IntegrityReport report(TransactionScope scope) {
    try {
      List<SchemaElement> live = live(scope.connection());
      for (Table<?> table = next(); table != null; table = next()) {
        check(scope.connection(), table, live);
        checkDuplicates(scope.connection(), table, live);
      }
    } catch (SQLException e) {
      RuntimeException failure = database.failures().translate(e);
      scope.failed(failure);
      throw failure;
    }
    boolean complete = violations.size() <= limit;
    return new IntegrityReport(
        complete ? violations : violations.subList(0, limit), complete, unchecked);
  }

  /** Returns the next table, or null. A repeated transaction begins with those of the first. */
  private @Nullable Table<?> next() {
    if (violations.size() > limit) {
      return null;
    }
    if (checked == taken.size()) {
      Table<?> table = tables.get();
      if (table == null) {
        return null;
      }
      taken.add(table);
    }
    return taken.get(checked++);
  }

  /** Few tables have violations, so that the search for the first one is faster than the list. */
  private void check(Connection connection, Table<?> table, List<SchemaElement> live)
      throws SQLException {
    IndexSizes sizes = target == null ? null : new IndexSizes(table, target.transfer());
    List<TableRule> rules = rules(connection, table, live);
    RowScan scan = new RowScan(table, rules, sizes, database.dialect().transfer());
    int fetchSize =
        FetchSize.of(connection, dsl(), database.dialect(), table, Arrays.asList(table.fields()));
    AtomicBoolean violated = new AtomicBoolean();
    forEachRow(
        connection,
        scan.query(),
        fetchSize,
        row -> {
          violated.set(scan.mayBeViolated(row));
          return !violated.get();
        });
    if (violated.get()) {
      TableCheck check = new TableCheck(table, rules, sizes);
      forEachRow(
          connection,
          check.query(),
          fetchSize,
          row -> {
            check.check(row, violations::add);
            return violations.size() <= limit;
          });
    }
  }

  /** Receives the current row, and returns whether to read the next one. */
  private interface RowCheck {
    boolean check(RowReader row) throws SQLException;
  }

  private void forEachRow(Connection connection, Select<?> query, int fetchSize, RowCheck check)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(dsl().renderInlined(query))) {
      statement.setFetchSize(fetchSize);
      try (ResultSet resultSet = statement.executeQuery()) {
        RowReader row = new RowReader(resultSet, database.dialect().valueStorage());
        boolean more = true;
        while (more && resultSet.next()) {
          more = check.check(row);
        }
      }
    }
  }

  private List<SchemaElement> live(Connection connection) throws SQLException {
    Optional<SchemaInspector> inspector = database.dialect().schemaInspector();
    return inspector.isPresent() ? inspector.get().inspect(connection) : List.of();
  }

  private void checkDuplicates(Connection connection, Table<?> table, List<SchemaElement> live)
      throws SQLException {
    String scanned = database.dialect().transfer().withoutIndexes(dsl().render(table));
    for (UniqueRule rule : UniqueRule.of(table, live)) {
      DuplicateCheck check = new DuplicateCheck(table, scanned, rule);
      if (violations.size() > limit) {
        return;
      }
      Boolean exist = tryFind(connection, check.exists());
      if (exist == null) {
        unchecked.add(rule.name());
      } else if (exist) {
        addDuplicates(connection, check);
      }
    }
  }

  private void addDuplicates(Connection connection, DuplicateCheck check) throws SQLException {
    forEachRow(
        connection,
        check.query(),
        FETCH_SIZE,
        row -> {
          violations.add(check.violation(row));
          return violations.size() <= limit;
        });
  }

  private DSLContext dsl() {
    return database.dsl();
  }

  private List<TableRule> rules(Connection connection, Table<?> table, List<SchemaElement> live)
      throws SQLException {
    List<TableRule> rules = new ArrayList<>();
    table.getReferences().stream()
        .sorted(Comparator.comparing(Named::getName))
        .forEach(key -> rules.add(TableRule.of(key)));
    for (Check<?> check :
        table.getChecks().stream().sorted(Comparator.comparing(Named::getName)).toList()) {
      TableRule rule = rule(connection, table, check, live);
      if (rule == null) {
        unchecked.add(check.getName());
      } else {
        rules.add(rule);
      }
    }
    return rules;
  }

  /** Returns the rule of a check, or null if the database cannot evaluate it in a query. */
  private @Nullable TableRule rule(
      Connection connection, Table<?> table, Check<?> check, List<SchemaElement> live)
      throws SQLException {
    TableRule defined = TableRule.ofLive(check, live).orElse(null);
    if (defined != null && accepts(connection, table, defined)) {
      return defined;
    }
    TableRule generated = TableRule.of(check, dsl());
    return accepts(connection, table, generated) ? generated : null;
  }

  /** Returns whether the database accepts the condition of a check in a query. */
  private boolean accepts(Connection connection, Table<?> table, TableRule rule)
      throws SQLException {
    return tryFind(
            connection,
            DSL.selectOne().from(table).where(rule.violated()).and(DSL.falseCondition()))
        != null;
  }

  /** Returns whether a query finds a row, or null if the database rejects the query. */
  private @Nullable Boolean tryFind(Connection connection, Select<?> query) throws SQLException {
    var transactions = database.dialect().transactions();
    transactions.savepoint(connection, SAVEPOINT);
    try (PreparedStatement statement = connection.prepareStatement(dsl().renderInlined(query));
        ResultSet resultSet = statement.executeQuery()) {
      boolean found = resultSet.next();
      transactions.release(connection, SAVEPOINT);
      return found;
    } catch (SQLException e) {
      transactions.rollbackTo(connection, SAVEPOINT);
      if (isRejected(e)) {
        return null;
      }
      throw e;
    }
  }

  /** A busy database or a lost connection does not reject the query. */
  private boolean isRejected(SQLException exception) {
    return switch (database.dialect().failures().classify(exception).kind()) {
      case TRANSIENT, CONNECTION, TIMEOUT, STORAGE_FULL -> false;
      default -> true;
    };
  }
}
