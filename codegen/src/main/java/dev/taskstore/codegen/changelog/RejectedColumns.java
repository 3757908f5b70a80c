package dev.taskstore.codegen.changelog;

import dev.taskstore.codegen.problem.Advice;
import dev.taskstore.codegen.problem.ColumnAdvice;
import dev.taskstore.codegen.problem.UnsupportedTypes;
import dev.taskstore.codegen.sql.ColumnDefinition;
import dev.taskstore.codegen.sql.ConstraintDefinition;
import dev.taskstore.codegen.sql.ConstraintDefinition.Kind;
import dev.taskstore.codegen.sql.CreateTable;
import dev.taskstore.codegen.sql.SqlScript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of a statement that fails which the generator does not support on any database:
 * SQLite has no identity columns of the SQL standard and no precision in the middle of a type, and
 * PostgreSQL numbers integers only. Stateless.
 */
final class RejectedColumns {

  private RejectedColumns() {}

  /** Returns what to write instead of the first such column; empty if there is none. */
  static Optional<Advice> advice(String statement) {
    return SqlScript.read(statement).stream()
        .filter(CreateTable.class::isInstance)
        .map(CreateTable.class::cast)
        .flatMap(
            table -> table.columns().stream().flatMap(column -> advice(table, column).stream()))
        .findFirst();
  }

  private static Optional<Advice> advice(CreateTable table, ColumnDefinition column) {
    if (isIdentity(column)) {
      return Optional.of(isKey(table, column) ? ColumnAdvice.IDENTITY : ColumnAdvice.PLAIN_BIGINT);
    }
    return UnsupportedTypes.equivalent(column.type());
  }

  private static boolean isIdentity(ColumnDefinition column) {
    return column
        .generated()
        .filter(text -> text.strip().toUpperCase(Locale.ROOT).startsWith("IDENTITY"))
        .isPresent();
  }

  private static boolean isKey(CreateTable table, ColumnDefinition column) {
    return Stream.concat(column.constraints().stream(), table.constraints().stream())
        .filter(constraint -> constraint.kind() == Kind.PRIMARY_KEY)
        .map(ConstraintDefinition::columns)
        .anyMatch(List.of(column.name())::equals);
  }
}
