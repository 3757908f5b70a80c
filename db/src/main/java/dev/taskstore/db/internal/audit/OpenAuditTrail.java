package dev.taskstore.db.internal.audit;

import static dev.taskstore.db.internal.audit.EntryTable.ENTRIES;

import dev.taskstore.db.KeysetOrder;
import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.Session;
import dev.taskstore.db.TableRepository;
import dev.taskstore.db.audit.AuditDifference;
import dev.taskstore.db.audit.AuditEntry;
import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.audit.AuditedTables;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.mapping.RowWriter;
import dev.taskstore.db.spi.AuditTriggers;
import dev.taskstore.db.spi.TransactionControl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.TableField;

/** The audit trail of an open database. Thread-safe. */
public final class OpenAuditTrail implements AuditTrail {

  private static final KeysetOrder BY_NUMBER = KeysetOrder.ascending(ENTRIES.id);

  private static final KeysetOrder BY_TIME = KeysetOrder.ascending(ENTRIES.changedAt, ENTRIES.id);

  private final OpenDatabase database;
  private final AuditTriggers triggers;
  private final AuditedTables audited;
  private final AuditShape shape;
  private final TableRepository<EntryRow, EntryRow> rows;

  /** Creates the audit trail. No SQL runs. */
  public OpenAuditTrail(
      Session session, OpenDatabase database, AuditTriggers triggers, AuditedTables audited) {
    this.database = database;
    this.triggers = triggers;
    this.audited = audited;
    this.shape = new AuditShape(audited);
    this.rows = new TableRepository<>(session, EntryRow.MAPPING);
  }

  /** The entries that may contain personal data. */
  public TrailEntries personalEntries() {
    return new TrailEntries(audited, triggers, shape);
  }

  @Override
  public List<String> enableSql() {
    return database.read(connection -> triggers.enable(connection, shape.tables()));
  }

  @Override
  public List<String> disableSql() {
    return database.read(connection -> triggers.disable(connection, shape.tables()));
  }

  @Override
  public void enable() {
    database.writeAtomically(
        connection -> {
          run(connection, triggers.disable(connection, shape.tables()));
          run(connection, triggers.enable(connection, shape.tables()));
          return true;
        },
        OpenDatabase.NO_SEARCH);
  }

  @Override
  public void disable() {
    database.writeAtomically(
        connection -> {
          run(connection, triggers.disable(connection, shape.tables()));
          return true;
        },
        OpenDatabase.NO_SEARCH);
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    for (String statement : statements) {
      TransactionControl.execute(connection, statement);
    }
  }

  @Override
  public List<AuditDifference> differences() {
    return AuditCheck.differences(database, triggers, shape.tables());
  }

  @Override
  public <T> Page<AuditEntry> entries(TableField<?, T> key, T value, PageRequest request) {
    Table<?> table = key.getTable();
    if (table == null
        || table.getPrimaryKey() == null
        || !table.getPrimaryKey().getFields().equals(List.of(key))) {
      throw new InvalidArgumentException(
          "The column " + key.getName() + " must be the primary key of a generated table.",
          FailureContext.NONE);
    }
    return entries(table, List.of(value), request);
  }

  @Override
  public Page<AuditEntry> entries(Table<?> table, List<?> key, PageRequest request) {
    String text = shape.key(table, key);
    return page(ENTRIES.rowKey.eq(text), table, request, BY_NUMBER);
  }

  @Override
  public Page<AuditEntry> entriesSince(Table<?> table, Instant since, PageRequest request) {
    shape.require(table);
    // An instant between two microseconds excludes the first of them.
    Instant first = since.truncatedTo(ChronoUnit.MICROS);
    Instant earliest = first.equals(since) ? first : first.plus(1, ChronoUnit.MICROS);
    return page(ENTRIES.changedAt.ge(earliest), table, request, BY_TIME);
  }

  private Page<AuditEntry> page(
      Condition condition, Table<?> table, PageRequest request, KeysetOrder order) {
    Objects.requireNonNull(request, "request");
    return rows.where(ENTRIES.tableName.eq(table.getName()).and(condition))
        .page(request, order)
        .map(shape::entry);
  }

  @Override
  public long prune(Instant before) {
    Objects.requireNonNull(before, "before");
    return database.writeAtomically(
        connection -> {
          triggers.permitChanges(connection, true);
          long deleted = delete(connection, before);
          triggers.permitChanges(connection, false);
          return deleted;
        },
        OpenDatabase.NO_SEARCH);
  }

  private long delete(Connection connection, Instant before) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM " + TABLE + " WHERE changed_at < ?")) {
      RowWriter.toParameters(statement, database.dialect().valueStorage())
          .instant(before.truncatedTo(ChronoUnit.MICROS));
      return statement.executeLargeUpdate();
    }
  }
}
