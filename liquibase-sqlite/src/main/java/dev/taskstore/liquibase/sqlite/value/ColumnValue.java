package dev.taskstore.liquibase.sqlite.value;

import java.util.Base64;
import liquibase.change.ColumnConfig;
import liquibase.change.core.LoadDataChange.LOAD_DATA_TYPE;
import liquibase.changelog.ChangeSet;
import org.jspecify.annotations.Nullable;

/** The value of a column of a change. */
final class ColumnValue {

  private ColumnValue() {}

  /** Returns the value: that of Liquibase, bytes of Base64 in columns of type BLOB, or a file. */
  static @Nullable Object of(ColumnConfig column, ChangeSet changeSet) {
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
}
