package dev.taskstore.db.personal;

import dev.taskstore.db.IsolationLevel;
import dev.taskstore.db.Session;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.internal.audit.OpenAuditTrail;
import dev.taskstore.db.internal.audit.TrailEntries;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * One person whose data a database contains: the row of the person, and the rows that belong to it.
 * A row belongs to another one if it refers to it by a foreign key with {@code ON DELETE CASCADE}.
 * Other references to the person, such as those of {@code ON DELETE SET NULL} or without an action,
 * are only followed if {@link #following} names them.
 *
 * <p>Immutable, and as thread-safe as its session.
 */
public final class DataSubject {

  /** The value of {@code format} in an export. */
  public static final String FORMAT = "taskstore-personal-data";

  /** The value of {@code version} in an export. It changes when readers must change. */
  public static final int FORMAT_VERSION = 1;

  /** Drivers keep this many rows in memory at a time. */
  private static final int FETCH_SIZE = 50;

  private final Session session;
  private final PersonalDataMap map;
  private final Table<?> table;
  private final Map<TableField<?, ?>, Object> key;
  private final List<TableField<?, ?>> followed;

  private DataSubject(
      Session session,
      PersonalDataMap map,
      Table<?> table,
      Map<TableField<?, ?>, Object> key,
      List<TableField<?, ?>> followed) {
    this.session = session;
    this.map = map;
    this.table = table;
    this.key = key;
    this.followed = List.copyOf(followed);
  }

  /**
   * Returns a person. No SQL runs yet.
   *
   * @param session the database or transaction
   * @param map the generated map of the schema
   * @param column the primary key of the table of persons, such as {@code USERS.ID}
   * @param value the key of the person
   * @param <T> the type of the key
   * @return the person
   * @throws InvalidArgumentException if the column is not the primary key of its table
   */
  public static <T> DataSubject of(
      Session session, PersonalDataMap map, TableField<?, T> column, T value) {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(map, "map");
    Objects.requireNonNull(value, "value");
    Table<?> table = column.getTable();
    UniqueKey<?> primaryKey = table == null ? null : table.getPrimaryKey();
    if (table == null || primaryKey == null || !primaryKey.getFields().equals(List.of(column))) {
      throw new InvalidArgumentException(
          "The column " + column.getName() + " must be the primary key of a generated table.",
          FailureContext.NONE);
    }
    return new DataSubject(session, map, table, Map.of(column, value), List.of());
  }

  /**
   * Adds references to follow in an export, in addition to those that cascade.
   *
   * @param columns the columns of foreign keys, such as {@code ORDERS.CUSTOMER_ID}
   * @return a copy that also follows the foreign keys whose columns are all named
   * @throws InvalidArgumentException if one of the columns is not part of such a foreign key of the
   *     generated map, for example because it is a column of an alias
   */
  public DataSubject following(TableField<?, ?>... columns) {
    List<TableField<?, ?>> all = new ArrayList<>(followed);
    all.addAll(List.of(columns));
    for (TableField<?, ?> column : columns) {
      if (map.references().stream()
          .map(RowReference::columns)
          .noneMatch(key -> key.contains(column) && all.containsAll(key))) {
        throw new InvalidArgumentException(
            "The column "
                + column.getName()
                + " must be part of a foreign key of a generated table, all of whose columns are"
                + " named.",
            FailureContext.NONE);
      }
    }
    return new DataSubject(session, map, table, key, all);
  }

  /**
   * Writes all that is stored of the person as JSON in UTF-8: the row of the person, the rows that
   * belong to it, and the rows that their join tables refer to, such as the tags of a task. Secret
   * columns are left out.
   *
   * <p>The object has the members {@code format} ({@value #FORMAT}), {@code version} ({@value
   * #FORMAT_VERSION}), {@code subject} with the table and key of the person, and {@code tables}: an
   * array of rows for each table, the person's table first, including empty ones. Each row is an
   * object with a member for each column, on a line of its own. Numbers and booleans are those of
   * JSON; binary data is Base64; all other values are text, times as ISO 8601 in UTC. Rows are
   * sorted by their primary key, so that equal data gives the same bytes on every dialect.
   *
   * <p>If the database was opened with an audit trail that keeps personal columns, the last array
   * contains the entries of these rows, and of deleted rows that referred to them.
   *
   * <p>All rows are of one snapshot of the database, and only a few are in memory at a time. In an
   * active transaction, the isolation level of that transaction applies. Nothing is retried.
   *
   * @param out receives the document; flushed, not closed
   * @throws EntityNotFoundException if the person does not exist; nothing is then written
   * @throws InvalidArgumentException if the foreign keys to follow form a cycle of several tables
   * @throws IOException if the stream throws it. After any exception, the document is incomplete
   *     and not valid JSON
   */
  public void export(OutputStream out) throws IOException {
    Objects.requireNonNull(out, "out");
    Map<Table<?>, Condition> rows =
        new SubjectRows(
                table,
                person(),
                map.references(),
                reference -> reference.cascades() || followed.containsAll(reference.columns()))
            .withJoinedRows(map.references());
    session.transaction(
        TransactionOptions.defaults().readOnly().withoutRetry(),
        transaction -> {
          DSLContext dsl = transaction.dsl();
          if (!dsl.fetchExists(table, person())) {
            throw missing();
          }
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          write(dsl, rows, trail(transaction), new ExportWriter(writer));
          writer.flush();
        });
  }

  /** Returns the entries of the audit trail that may contain personal data, or null. */
  private static @Nullable TrailEntries trail(Session transaction) {
    return transaction
        .auditTrail()
        .filter(OpenAuditTrail.class::isInstance)
        .map(trail -> ((OpenAuditTrail) trail).personalEntries())
        .filter(TrailEntries::keepPersonal)
        .orElse(null);
  }

  private Map<Table<?>, Condition> ownRows() {
    return new SubjectRows(table, person(), map.references(), RowReference::cascades).conditions();
  }

  private SubjectTrail subjectTrail(DSLContext dsl, TrailEntries entries) {
    return new SubjectTrail(
        dsl, entries, ownRows(), map.references().stream().filter(RowReference::cascades).toList());
  }

  /** Writes the entries of the audit trail like the rows of a table. */
  private void writeTrail(DSLContext dsl, TrailEntries entries, ExportWriter writer)
      throws IOException {
    writer.beginTable(AuditTrail.TABLE, false);
    boolean empty = true;
    for (long number : subjectTrail(dsl, entries).numbers()) {
      writer.row(entries.read(dsl, number), entries.columns(), empty);
      empty = false;
    }
    writer.endTable(empty);
  }

  private void write(
      DSLContext dsl,
      Map<Table<?>, Condition> rows,
      @Nullable TrailEntries trail,
      ExportWriter writer)
      throws IOException {
    writer.begin(table.getName(), key);
    boolean firstTable = true;
    for (Map.Entry<Table<?>, Condition> selected : rows.entrySet()) {
      writer.beginTable(selected.getKey().getName(), firstTable);
      writer.endTable(writeRows(dsl, selected.getKey(), selected.getValue(), writer));
      firstTable = false;
    }
    if (trail != null) {
      writeTrail(dsl, trail, writer);
    }
    writer.end();
  }

  /** Writes the rows of a table, and returns whether there are none. */
  private boolean writeRows(DSLContext dsl, Table<?> from, Condition selected, ExportWriter writer)
      throws IOException {
    List<Field<?>> columns =
        from.fieldStream()
            .filter(column -> !map.category(column).equals(Optional.of(DataCategory.SECRET)))
            .<Field<?>>map(column -> column)
            .toList();
    boolean empty = true;
    try (Cursor<Record> cursor =
        dsl.select(columns)
            .from(from)
            .where(selected)
            .orderBy(order(from, columns))
            .fetchSize(FETCH_SIZE)
            .fetchLazy()) {
      for (Record row : cursor) {
        writer.row(row, columns, empty);
        empty = false;
      }
    }
    return empty;
  }

  private static List<Field<?>> order(Table<?> table, List<Field<?>> columns) {
    UniqueKey<?> primaryKey = table.getPrimaryKey();
    return primaryKey != null
        ? List.copyOf(primaryKey.getFields())
        : columns.stream().filter(column -> column.getType() != JSON.class).toList();
  }

  /**
   * Deletes the row of the person, and with it all rows that belong to it. All rows are deleted or
   * none. Rows that join tables refer to, such as tags, remain.
   *
   * <p>The transaction is at least {@link IsolationLevel#REPEATABLE_READ}, and is retried after a
   * conflict with another one, so that the numbers are exact. In an active transaction, the
   * isolation level of that transaction applies; below that level, rows that others insert at the
   * same time may be deleted without being counted.
   *
   * <p>If the database was opened with an audit trail that keeps personal columns, their values are
   * removed from the entries of these rows and of deleted rows that referred to them. This requires
   * a role that may update entries. An audit trail that is not named at the opening is not changed.
   *
   * <p>What the database keeps after a deletion, such as free pages, its log and backups, is not
   * erased: see the guide on security.
   *
   * @return the number of deleted rows by table
   * @throws EntityNotFoundException if the person does not exist
   * @throws dev.taskstore.db.exception.ForeignKeyViolationException if a row without {@code ON
   *     DELETE CASCADE} or {@code SET NULL} refers to a row to delete; nothing is then deleted. Its
   *     constraint is null on a dialect that does not report it
   * @throws InvalidArgumentException if the cascading foreign keys form a cycle of several tables
   */
  public ErasedRows erase() {
    Map<Table<?>, Condition> rows = ownRows();
    return session.transactionResult(
        TransactionOptions.defaults().isolation(IsolationLevel.REPEATABLE_READ),
        transaction -> {
          DSLContext dsl = transaction.dsl();
          Map<String, Long> counts = new LinkedHashMap<>();
          rows.forEach(
              (from, selected) -> counts.put(from.getName(), dsl.fetchCount(from, selected) + 0L));
          TrailEntries trail = trail(transaction);
          SubjectTrail entries = trail == null ? null : subjectTrail(dsl, trail);
          if (dsl.deleteFrom(table).where(person()).execute() == 0) {
            throw missing();
          }
          if (trail != null && entries != null) {
            trail.redact(dsl, entries.numbers());
          }
          return new ErasedRows(counts);
        });
  }

  private Condition person() {
    return DSL.and(key.entrySet().stream().map(DataSubject::equal).toList());
  }

  @SuppressWarnings("unchecked") // The value has the type of its column.
  private static Condition equal(Map.Entry<TableField<?, ?>, Object> column) {
    return ((TableField<?, Object>) column.getKey()).eq(column.getValue());
  }

  private EntityNotFoundException missing() {
    String name = table.getName();
    return new EntityNotFoundException(
        "No row of " + name + " has this key.", FailureContext.of(name));
  }
}
