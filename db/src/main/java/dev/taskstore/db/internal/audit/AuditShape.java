package dev.taskstore.db.internal.audit;

import dev.taskstore.db.audit.AuditEntry;
import dev.taskstore.db.audit.AuditOperation;
import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.audit.AuditedTables;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.InvalidRowException;
import dev.taskstore.db.spi.AuditTriggers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The columns of the declared tables, by which entries are written and read. Immutable. */
public final class AuditShape {

  private record Columns(
      Map<String, AuditColumn> all, List<AuditColumn> key, AuditTriggers.Table described) {}

  private final Map<String, Columns> tables = new LinkedHashMap<>();

  /**
   * Reads a declaration.
   *
   * @throws InvalidArgumentException when repositories do not support the type of a column
   */
  public AuditShape(AuditedTables audited) {
    for (Table<?> table : audited.tables()) {
      tables.put(table.getName(), columns(table, audited));
    }
  }

  private static Columns columns(Table<?> table, AuditedTables audited) {
    Map<String, AuditColumn> all = new LinkedHashMap<>();
    List<AuditTriggers.Column> described = new ArrayList<>();
    Map<String, AuditTriggers.Column> byName = new LinkedHashMap<>();
    for (Field<?> field : table.fields()) {
      AuditColumn column = column(table, field);
      all.put(field.getName(), column);
      AuditTriggers.Column one = column.described(audited.keeps(field));
      described.add(one);
      byName.put(field.getName(), one);
    }
    List<AuditColumn> key = new ArrayList<>();
    List<AuditTriggers.Column> describedKey = new ArrayList<>();
    for (Field<?> field : keyOf(table)) {
      key.add(Objects.requireNonNull(all.get(field.getName())));
      describedKey.add(Objects.requireNonNull(byName.get(field.getName())));
    }
    return new Columns(all, key, new AuditTriggers.Table(table.getName(), described, describedKey));
  }

  private static List<? extends Field<?>> keyOf(Table<?> table) {
    return Objects.requireNonNull(table.getPrimaryKey(), "primary key").getFields();
  }

  private static AuditColumn column(Table<?> table, Field<?> field) {
    try {
      return new AuditColumn(field);
    } catch (IllegalArgumentException e) {
      throw new InvalidArgumentException(
          "The column "
              + field.getName()
              + " of "
              + table.getName()
              + " has a type that repositories do not support. Leave the table out of the audit"
              + " trail.",
          FailureContext.of(table.getName(), field.getName()));
    }
  }

  /** The tables as the dialect's triggers require them. */
  public List<AuditTriggers.Table> tables() {
    return tables.values().stream().map(Columns::described).toList();
  }

  private Columns declared(String table) {
    Columns columns = tables.get(table);
    if (columns == null) {
      throw new InvalidArgumentException(
          "The table " + table + " is not declared in the audit trail. Declare it with table(...).",
          FailureContext.of(table));
    }
    return columns;
  }

  /**
   * Checks that a table is declared.
   *
   * @throws InvalidArgumentException when it is not
   */
  void require(Table<?> table) {
    declared(table.getName());
  }

  /**
   * Returns the text of a key in the entries.
   *
   * @throws InvalidArgumentException when the table is not declared, or the values do not match
   */
  String key(Table<?> table, List<?> values) {
    List<AuditColumn> key = declared(table.getName()).key;
    if (values.size() != key.size()) {
      throw new InvalidArgumentException(
          "The primary key of "
              + table.getName()
              + " has "
              + key.size()
              + " columns, not "
              + values.size()
              + ".",
          FailureContext.of(table.getName()));
    }
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < values.size(); i++) {
      try {
        key.get(i).append(i == 0 ? text : text.append(','), Objects.requireNonNull(values.get(i)));
      } catch (ClassCastException e) {
        throw new InvalidArgumentException(
            "The value has another type than the column "
                + key.get(i).name()
                + " of "
                + table.getName()
                + ".",
            FailureContext.of(table.getName(), key.get(i).name()));
      }
    }
    return text.append(']').toString();
  }

  /** Returns the entry of a row. */
  AuditEntry entry(EntryRow row) {
    try {
      Columns columns = declared(row.table());
      return new AuditEntry(
          row.id(),
          row.table(),
          key(columns.key, AuditJson.array(row.key())),
          AuditOperation.valueOf(row.operation().toUpperCase(Locale.ROOT)),
          Optional.ofNullable(row.actor()),
          row.changedAt(),
          values(columns, AuditJson.object(row.oldValues())),
          values(columns, AuditJson.object(row.newValues())),
          AuditJson.array(row.hiddenColumns()).stream().map(String::valueOf).toList());
    } catch (IllegalArgumentException
        | ArithmeticException
        | ClassCastException
        | java.time.DateTimeException e) {
      throw new InvalidRowException(
          "An entry of "
              + AuditTrail.TABLE
              + " was not written by the library's triggers, or the type of a column of "
              + row.table()
              + " has changed. Read it with dsl().",
          FailureContext.of(AuditTrail.TABLE),
          null);
    }
  }

  private static List<@Nullable Object> key(
      List<AuditColumn> columns, List<@Nullable Object> elements) {
    if (elements.size() != columns.size()) {
      throw new IllegalArgumentException("another number of columns");
    }
    List<@Nullable Object> key = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      key.add(columns.get(i).value(elements.get(i)));
    }
    return key;
  }

  private static Map<String, @Nullable Object> values(
      Columns columns, Map<String, @Nullable Object> members) {
    members.replaceAll(
        (name, element) -> {
          AuditColumn column = columns.all.get(name);
          return column == null ? element : column.value(element);
        });
    return members;
  }
}
