package dev.taskstore.liquibase.sqlite.value;

import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import liquibase.change.ChangeMetaData;
import liquibase.change.ColumnConfig;
import liquibase.change.core.LoadDataChange.LOAD_DATA_TYPE;
import liquibase.change.core.LoadDataColumnConfig;
import liquibase.changelog.ChangeSet;
import liquibase.statement.core.InsertOrUpdateStatement;
import liquibase.statement.core.InsertStatement;
import org.jspecify.annotations.Nullable;

/** What the changes that write values share. */
final class ValueChanges {

  /** Above the changes of Liquibase. */
  static final int PRIORITY = ChangeMetaData.PRIORITY_DEFAULT + 4;

  private ValueChanges() {}

  /**
   * Returns the value of a column: bytes of Base64 in columns of type BLOB, a file, or that of
   * Liquibase.
   */
  static @Nullable Object value(ColumnConfig column, ChangeSet changeSet) {
    String value = column.getValue();
    if (value != null && LOAD_DATA_TYPE.BLOB.name().equalsIgnoreCase(column.getType())) {
      return Base64.getDecoder().decode(value);
    }
    if (value == null && column.getValueBlobFile() != null) {
      return new FileValue(column.getValueBlobFile(), null, true, changeSet);
    }
    if (value == null && column.getValueClobFile() != null) {
      return new FileValue(column.getValueClobFile(), column.getEncoding(), false, changeSet);
    }
    return column.getValueObject();
  }

  /**
   * Returns a statement for each row of a CSV file.
   *
   * @param newStatement creates a statement without values
   */
  static <S extends InsertStatement> List<S> inserts(
      Stream<? extends List<? extends LoadDataColumnConfig>> rows,
      Supplier<S> newStatement,
      ChangeSet changeSet) {
    return rows.map(columns -> filled(newStatement.get(), columns, changeSet)).toList();
  }

  private static <S extends InsertStatement> S filled(
      S statement, List<? extends LoadDataColumnConfig> columns, ChangeSet changeSet) {
    for (LoadDataColumnConfig column : columns) {
      statement.addColumnValue(column.getName(), value(column, changeSet));
      if (statement instanceof InsertOrUpdateStatement update) {
        update.setAllowColumnUpdate(
            column.getName(), !Boolean.FALSE.equals(column.getAllowUpdate()));
      }
    }
    return statement;
  }
}
