package dev.taskstore.db.internal.integrity;

import dev.taskstore.db.mapping.RowReader;
import dev.taskstore.db.spi.TransferSupport;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a table has a row that violates a rule, without telling which: faster than
 * {@link TableCheck}, because the database checks most values, and few are read. It may report a
 * row that violates nothing.
 */
final class RowScan {

  /** The fewest columns whose text is worth joining. */
  private static final int FEWEST_JOINED = 2;

  private final Table<?> table;
  private final @Nullable IndexSizes sizes;
  private final List<CheckedColumn> columns;

  /** The columns that are read, and their positions in the table. */
  private final List<CheckedColumn> read = new ArrayList<>();

  private final List<Integer> positions = new ArrayList<>();
  private final List<Condition> readable = new ArrayList<>();
  private final Condition violated;
  private final @Nullable Field<String> joined;

  /**
   * Creates the scan of a table.
   *
   * @param sizes the indexes of a database for which the rows are checked, or null
   * @param dialect what the dialect of the table's database contributes
   */
  RowScan(
      Table<?> table, List<TableRule> rules, @Nullable IndexSizes sizes, TransferSupport dialect) {
    this.table = table;
    this.sizes = sizes;
    this.columns = table.fieldStream().<CheckedColumn>map(CheckedColumn::of).toList();
    Condition broken = DSL.or(rules.stream().map(TableRule::violated).toList());
    this.violated = sizes == null ? broken : broken.or(sizes.suspicion());
    List<Integer> texts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      add(i, texts, dialect);
    }
    List<Field<?>> fields = texts.stream().<Field<?>>map(table::field).toList();
    Optional<Field<String>> text =
        fields.size() < FEWEST_JOINED ? Optional.empty() : dialect.joinedText(fields);
    this.joined = text.orElse(null);
    if (text.isPresent()) {
      fields.stream()
          .filter(field -> !field.getDataType().nullable())
          .forEach(field -> readable.add(field.isNotNull()));
    } else {
      texts.forEach(this::addRead);
    }
  }

  private void add(int position, List<Integer> texts, TransferSupport dialect) {
    CheckedColumn column = columns.get(position);
    if (column.codec() == null || (sizes != null && sizes.mustRead(position))) {
      addRead(position);
      return;
    }
    if (column.codec().isConverted()) {
      addConverted(position, dialect);
      return;
    }
    Class<?> type = column.codec().javaType();
    Optional<Condition> condition = dialect.isReadable(column.field(), type);
    if (condition.isPresent()) {
      addReadable(column, condition.get());
    } else if (type == String.class) {
      texts.add(position);
    } else {
      addRead(position);
    }
  }

  private void addReadable(CheckedColumn column, Condition condition) {
    readable.add(
        column.field().getDataType().nullable()
            ? column.field().isNull().or(condition)
            : column.field().isNotNull().and(condition));
  }

  /** A converter may reject any value; that of an enum accepts those that it writes. */
  private void addConverted(int position, TransferSupport dialect) {
    CheckedColumn column = columns.get(position);
    List<String> texts = column.textsOfEnum();
    Optional<Condition> condition =
        texts.isEmpty() ? Optional.empty() : dialect.isOneOf(column.field(), texts);
    if (condition.isPresent()) {
      addReadable(column, condition.get());
    } else {
      addRead(position);
    }
  }

  private void addRead(int position) {
    positions.add(position);
    read.add(columns.get(position));
  }

  /**
   * Selects what is read of each row, and last the joined text or 0, which is null if the row may
   * violate a rule. If nothing else is read, it selects only rows that may violate a rule.
   */
  Select<?> query() {
    Field<?> accepted = joined == null ? ifAccepted(DSL.inline(0)) : ifAccepted(joined);
    List<SelectField<?>> selected = new ArrayList<>();
    read.forEach(column -> selected.add(column.field()));
    selected.add(accepted);
    return DSL.select(selected)
        .from(table)
        .where(isDecidedByDatabase() ? accepted.isNull() : DSL.noCondition());
  }

  private <T> Field<T> ifAccepted(Field<T> value) {
    return DSL.when(violated, DSL.inline((T) null, value)).when(DSL.and(readable), value);
  }

  private boolean isDecidedByDatabase() {
    return read.isEmpty() && joined == null;
  }

  /** Returns whether the current row may violate a rule. */
  boolean mayBeViolated(RowReader row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < read.size(); i++) {
      CheckedColumn checked = read.get(i);
      Object value = checked.read(row, i + 1);
      if (value == CheckedColumn.UNREADABLE
          || (value == null && !checked.field().getDataType().nullable())) {
        return true;
      }
      values[positions.get(i)] = value;
    }
    return isDecidedByDatabase()
        || !isReadable(row, read.size() + 1)
        || (sizes != null && sizes.exceedsRead(Arrays.asList(values)));
  }

  private static boolean isReadable(RowReader row, int column) throws SQLException {
    try {
      return row.text(column) != null;
    } catch (SQLException e) {
      if (RowReader.isDataException(e)) {
        return false;
      }
      throw e;
    }
  }
}
