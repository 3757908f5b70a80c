package dev.taskstore.db.internal.audit;

import static dev.taskstore.db.internal.audit.EntryTable.ENTRIES;

import dev.taskstore.db.audit.AuditedTables;
import dev.taskstore.db.spi.AuditTriggers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The entries of rows that contain personal data. Keys are the texts of entries. Reads all entries
 * of a table, because their values have no index. For one transaction.
 */
public final class TrailEntries {

  private static final int FETCH_SIZE = 500;

  private final AuditedTables audited;
  private final AuditTriggers triggers;
  private final AuditShape shape;
  private final Map<String, Set<String>> personal;

  TrailEntries(AuditedTables audited, AuditTriggers triggers, AuditShape shape) {
    this.audited = audited;
    this.triggers = triggers;
    this.shape = shape;
    this.personal =
        audited.personalColumns().stream()
            .collect(
                Collectors.groupingBy(
                    TrailEntries::tableOf,
                    LinkedHashMap::new,
                    Collectors.mapping(Field::getName, Collectors.toCollection(TreeSet::new))));
  }

  private static String tableOf(Field<?> column) {
    return Objects.requireNonNull(((org.jooq.TableField<?, ?>) column).getTable()).getName();
  }

  /** Returns whether entries may contain values of personal columns. */
  public boolean keepPersonal() {
    return !personal.isEmpty();
  }

  /** Returns whether the changes of a table are recorded. */
  public boolean contain(Table<?> table) {
    return audited.contains(table);
  }

  /** Returns the columns of the entries, for an export. */
  public List<Field<?>> columns() {
    return List.of(ENTRIES.fields());
  }

  /** Returns the key of a row. */
  public String key(Table<?> table, List<?> values) {
    return shape.key(table, values);
  }

  /**
   * Returns the keys of the rows that referred to other rows at any time.
   *
   * @param columns the names of the referring columns, in the order of the other rows' key
   * @param parents the keys of the other rows
   */
  public Set<String> referring(
      DSLContext dsl, Table<?> table, List<String> columns, Set<String> parents) {
    Set<String> keys = new LinkedHashSet<>();
    try (Cursor<Record> cursor = entriesOf(dsl, table)) {
      for (Record entry : cursor) {
        if (refers(entry.get(ENTRIES.oldValues), columns, parents)
            || refers(entry.get(ENTRIES.newValues), columns, parents)) {
          keys.add(entry.get(ENTRIES.rowKey));
        }
      }
    }
    return keys;
  }

  private static Cursor<Record> entriesOf(DSLContext dsl, Table<?> table) {
    return dsl.select(ENTRIES.fields())
        .from(ENTRIES)
        .where(ENTRIES.tableName.eq(table.getName()))
        .orderBy(ENTRIES.id)
        .fetchSize(FETCH_SIZE)
        .fetchLazy();
  }

  private static boolean refers(
      @Nullable String values, List<String> columns, Set<String> parents) {
    Map<String, @Nullable Object> members = AuditJson.object(values);
    return members.keySet().containsAll(columns)
        && parents.contains(AuditJson.array(columns.stream().map(members::get).toList()));
  }

  /** Returns the numbers of the entries of some rows of a table. */
  public List<Long> numbers(DSLContext dsl, Table<?> table, Set<String> keys) {
    List<Long> numbers = new ArrayList<>();
    try (Cursor<Record> cursor = entriesOf(dsl, table)) {
      for (Record entry : cursor) {
        if (keys.contains(entry.get(ENTRIES.rowKey))) {
          numbers.add(entry.get(ENTRIES.id));
        }
      }
    }
    return numbers;
  }

  /** Reads an entry. */
  public Record read(DSLContext dsl, long number) {
    return dsl.select(ENTRIES.fields()).from(ENTRIES).where(ENTRIES.id.eq(number)).fetchSingle();
  }

  /** Removes the values of personal columns from entries, and names these columns instead. */
  public void redact(DSLContext dsl, List<Long> numbers) {
    dsl.connection(connection -> triggers.permitChanges(connection, true));
    numbers.forEach(number -> redact(dsl, read(dsl, number)));
    dsl.connection(connection -> triggers.permitChanges(connection, false));
  }

  private void redact(DSLContext dsl, Record entry) {
    Set<String> columns = personal.get(entry.get(ENTRIES.tableName));
    if (columns == null) {
      return;
    }
    Set<String> removed = new HashSet<>();
    String old = without(columns, entry.get(ENTRIES.oldValues), removed);
    String changed = without(columns, entry.get(ENTRIES.newValues), removed);
    if (removed.isEmpty()) {
      return;
    }
    List<@Nullable Object> hidden = AuditJson.array(entry.get(ENTRIES.hiddenColumns));
    if (old != null && changed != null) {
      columns.stream().filter(removed::contains).forEach(hidden::add);
    }
    dsl.update(ENTRIES)
        .set(ENTRIES.oldValues, old)
        .set(ENTRIES.newValues, changed)
        .set(ENTRIES.hiddenColumns, hidden.isEmpty() ? null : AuditJson.array(hidden))
        .where(ENTRIES.id.eq(entry.get(ENTRIES.id)))
        .execute();
  }

  private static @Nullable String without(
      Set<String> columns, @Nullable String values, Set<String> removed) {
    if (values == null) {
      return null;
    }
    Map<String, @Nullable Object> members = AuditJson.object(values);
    columns.stream().filter(members::containsKey).forEach(removed::add);
    members.keySet().removeAll(columns);
    return AuditJson.object(members);
  }
}
