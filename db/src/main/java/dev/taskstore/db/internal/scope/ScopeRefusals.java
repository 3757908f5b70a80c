package dev.taskstore.db.internal.scope;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.internal.statement.RowPermission;
import java.util.List;
import org.jooq.Named;
import org.jooq.Table;

/** Creates the exceptions for calls that no scope permits. All messages are in this class. */
final class ScopeRefusals {

  private ScopeRefusals() {}

  static ScopeViolationException undeclared(Table<?> table) {
    return new ScopeViolationException(
        "The ownership of this scope does not declare "
            + table.getName()
            + ". Declare the table with owner(...), inherited(...) or common(...), or use the"
            + " database without a scope.",
        FailureContext.of(table.getName()));
  }

  static ScopeViolationException common(Table<?> table) {
    return new ScopeViolationException(
        "The rows of "
            + table.getName()
            + " are common: a scope reads and inserts them, but does not update or delete them."
            + " Change them without a scope.",
        FailureContext.of(table.getName()));
  }

  static ScopeViolationException foreignRow(Table<?> table, List<? extends Named> columns) {
    return new ScopeViolationException(
        "The row of "
            + table.getName()
            + " would belong to somebody else. Set "
            + String.join(", ", names(columns))
            + " to the principal of the scope, or write the row without a scope.",
        new FailureContext(table.getName(), names(columns), null));
  }

  static ScopeViolationException shared(Table<?> table, RowPermission permission) {
    return new ScopeViolationException(
        "A row of "
            + table.getName()
            + " is visible to the principal of this scope, but not "
            + (permission == RowPermission.DELETE ? "for deletion" : "for changes")
            + ". Its owner may change it; or write it without a scope.",
        FailureContext.of(table.getName()));
  }

  static ScopeViolationException newRow(Table<?> table, Table<?> parent) {
    return new ScopeViolationException(
        "The principal of this scope sees the row of "
            + parent.getName()
            + " to which the row of "
            + table.getName()
            + " refers, but must not write rows that refer to it. Its owner may write them; or"
            + " write them without a scope.",
        FailureContext.of(table.getName()));
  }

  static ScopeViolationException keptColumns(Table<?> table, List<? extends Named> columns) {
    return new ScopeViolationException(
        "Only the owner of a row of "
            + table.getName()
            + " may change "
            + String.join(", ", names(columns))
            + ". Keep the values, or write the row without a scope.",
        new FailureContext(table.getName(), names(columns), null));
  }

  static List<String> names(List<? extends Named> columns) {
    return columns.stream().map(Named::getName).toList();
  }

  static ScopeViolationException plainSql() {
    return new ScopeViolationException(
        "Plain SQL in a scope must not contain a subquery, which could read any row. Write the"
            + " subquery with jOOQ and generated tables.",
        FailureContext.NONE);
  }

  static ScopeViolationException unknownPart(Class<?> type) {
    return new ScopeViolationException(
        "A scope cannot restrict the query part "
            + type.getName()
            + ", which renders its own SQL. Use jOOQ's expressions.",
        FailureContext.NONE);
  }

  static ScopeViolationException unknownTable(Table<?> table) {
    return new ScopeViolationException(
        "A scope cannot restrict a table expression of the type "
            + table.getClass().getSimpleName()
            + ". Use generated tables, joins, subqueries and common table expressions.",
        FailureContext.NONE);
  }

  static ScopeViolationException path() {
    return new ScopeViolationException(
        "A scope cannot restrict an implicit join along a path. Write a join or a subquery.",
        FailureContext.NONE);
  }

  static ScopeViolationException hiddenTable(Table<?> table) {
    return new ScopeViolationException(
        "A common table expression in a scope must not have the name of the table "
            + table.getName()
            + ". Rename the expression.",
        FailureContext.of(table.getName()));
  }

  static ScopeViolationException nestedWrite(Table<?> table) {
    return new ScopeViolationException(
        "A query in a scope must not write to "
            + table.getName()
            + ". Write with the methods of a repository.",
        FailureContext.of(table.getName()));
  }

  static ScopeViolationException auditTrail() {
    return new ScopeViolationException(
        "The audit trail is not available in a scope, because it contains the changes of all rows."
            + " Use the database without a scope.",
        FailureContext.NONE);
  }

  static ScopeViolationException plainJooq() {
    return new ScopeViolationException(
        "Plain jOOQ is not available in a scope, because it could use any row. Use the"
            + " repositories, or the database without a scope.",
        FailureContext.NONE);
  }
}
