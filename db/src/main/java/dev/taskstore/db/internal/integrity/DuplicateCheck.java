package dev.taskstore.db.internal.integrity;

import dev.taskstore.db.integrity.IntegrityViolation;
import dev.taskstore.db.integrity.IntegrityViolation.Kind;
import dev.taskstore.db.mapping.RowReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows that have the same values of a unique key. The rows are read without indexes, because
 * a damaged index is what makes such rows possible.
 */
final class DuplicateCheck {

  private static final String COUNT = "taskstore_count";
  private static final String ROWS = "taskstore_rows";

  private final Table<?> table;
  private final Table<?> scanned;
  private final UniqueRule rule;
  private final List<CheckedColumn> key;

  /**
   * Creates the check of a rule.
   *
   * @param scanned the table in a FROM clause that does not use indexes
   */
  DuplicateCheck(Table<?> table, String scanned, UniqueRule rule) {
    this.table = table;
    this.scanned = DSL.table(DSL.raw(scanned));
    this.rule = rule;
    UniqueKey<?> primaryKey = table.getPrimaryKey();
    this.key =
        primaryKey == null
            ? List.of()
            : primaryKey.getFields().stream().<CheckedColumn>map(CheckedColumn::of).toList();
  }

  UniqueRule rule() {
    return rule;
  }

  /** Returns at most one row, if there are duplicates. */
  Select<?> exists() {
    return DSL.selectOne()
        .from(scanned)
        .where(rule.restriction())
        .groupBy(rule.fields())
        .having(DSL.count().gt(DSL.inline(1)))
        .limit(DSL.inline(1));
  }

  /** Selects the primary key of all duplicates. */
  Select<?> query() {
    List<Field<?>> columns = new ArrayList<>();
    for (CheckedColumn column : key) {
      columns.add(DSL.field(DSL.quotedName(column.name())));
    }
    List<Field<?>> selected = new ArrayList<>(columns);
    selected.add(DSL.count().over().partitionBy(rule.fields()).as(DSL.quotedName(COUNT)));
    Table<?> rows =
        DSL.select(selected).from(scanned).where(rule.restriction()).asTable(DSL.quotedName(ROWS));
    Field<Integer> count = DSL.field(DSL.quotedName(COUNT), Integer.class);
    return DSL.select(columns.isEmpty() ? List.of(count) : columns)
        .from(rows)
        .where(count.gt(DSL.inline(1)))
        .orderBy(columns.stream().map(column -> column.asc().nullsLast()).toList());
  }

  /** Returns the violation of the current row. */
  IntegrityViolation violation(RowReader row) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(key.size());
    for (int i = 0; i < key.size(); i++) {
      Object value = key.get(i).read(row, i + 1);
      values.add(value == CheckedColumn.UNREADABLE ? null : value);
    }
    return new IntegrityViolation(
        Kind.DUPLICATE, table.getName(), rule.columns(), rule.name(), values);
  }
}
