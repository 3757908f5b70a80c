package dev.taskstore.db.mapping;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.io.Serializable;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** The subject of a validation: a column, or a parameter of a query. */
record ValidationSubject(String name, FailureContext context) implements Serializable {

  static ValidationSubject of(String parameter) {
    return new ValidationSubject(parameter, FailureContext.NONE);
  }

  static ValidationSubject of(TableField<?, ?> column) {
    var table = column.getTable();
    String tableName = table == null ? "" : table.getName();
    return new ValidationSubject(
        tableName + "." + column.getName(), FailureContext.of(tableName, column.getName()));
  }

  /** Returns the exception for a value, with a predicate such as "is too long". */
  InvalidArgumentException invalid(String predicate) {
    return new InvalidArgumentException(name + " " + predicate + ".", context);
  }

  InvalidArgumentException invalid(String predicate, @Nullable String constraint) {
    return new InvalidArgumentException(
        name + " " + predicate + (constraint == null ? "" : " (" + constraint + ")") + ".",
        new FailureContext(context.table(), context.columns(), constraint));
  }
}
