package dev.taskstore.db.internal.statement;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** The rules of a scope for rows that are written to a table. Thread-safe. */
public interface WriteRules {

  /**
   * A row that is written.
   *
   * @param values the stored values of its columns
   * @param before the stored values of the visible row that is updated, or null for a new row
   */
  record WrittenRow(List<?> values, @Nullable List<?> before) {}

  /**
   * Checks that the scope may update and delete rows of the table.
   *
   * @throws dev.taskstore.db.exception.ScopeViolationException when the rows are common
   */
  void ensureMayChange();

  /** Returns whether checks may run statements, apart from those that read the row before. */
  boolean runsStatements();

  /**
   * Returns whether the check of a new state of a row requires the row before: shared rows have
   * columns that only their owners change.
   */
  boolean requiresRowBefore();

  /**
   * Returns the exception for a write that did not find some of its rows because the scope sees
   * them, but does not permit the write. Runs no statement if the scope permits it for all visible
   * rows.
   *
   * @param columns the columns of a unique key
   * @param keys the stored keys of the rows
   * @return the exception, or null if none of these rows is visible
   */
  @Nullable RuntimeException refusal(
      Connection connection,
      RowPermission permission,
      List<? extends TableField<?, ?>> columns,
      Collection<? extends List<?>> keys)
      throws SQLException;

  /**
   * Returns the exception for a write of rows that the scope sees, but may not write; null if the
   * scope permits the write for all visible rows.
   */
  @Nullable RuntimeException refusal(RowPermission permission);

  /** Returns whether the owner of a row, or a checked reference, depends on one of the columns. */
  boolean dependOn(Collection<? extends TableField<?, ?>> columns);

  /**
   * Returns the refusals of rows that would belong to another principal, of changes that only the
   * owner of a shared row makes, and of rows that refer to a row that is not visible. Values that
   * an update does not change are permitted.
   *
   * @param columns the columns of the rows. The database sets other columns of new rows
   * @return for each row, in the given order, the exception to throw or null; empty if all rows are
   *     permitted
   */
  List<@Nullable RuntimeException> check(
      Connection connection, List<? extends TableField<?, ?>> columns, List<WrittenRow> rows)
      throws SQLException;
}
