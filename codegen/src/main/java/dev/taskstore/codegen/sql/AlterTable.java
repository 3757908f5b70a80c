package dev.taskstore.codegen.sql;

import java.util.List;
import java.util.Objects;

/**
 * {@code ALTER TABLE}.
 *
 * @param text the statement as it is written
 * @param table the name of the table
 * @param actions what is done to it, in the order written
 */
public record AlterTable(String text, String table, List<Action> actions) implements Statement {

  /** Copies the list. */
  public AlterTable {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(table, "table");
    actions = List.copyOf(actions);
  }

  /** Something that is done to a table. */
  public sealed interface Action
      permits AddColumn, AddConstraint, DropColumn, DropConstraint, AlterColumn, OtherAction {}

  /**
   * {@code ADD COLUMN}.
   *
   * @param column the new column
   */
  public record AddColumn(ColumnDefinition column) implements Action {}

  /**
   * {@code ADD CONSTRAINT}, and the same without a name.
   *
   * @param constraint the new constraint
   */
  public record AddConstraint(ConstraintDefinition constraint) implements Action {}

  /**
   * {@code DROP COLUMN}.
   *
   * @param column the name of the column
   */
  public record DropColumn(String column) implements Action {}

  /**
   * {@code DROP CONSTRAINT}.
   *
   * @param constraint the name of the constraint
   */
  public record DropConstraint(String constraint) implements Action {}

  /**
   * {@code ALTER COLUMN}.
   *
   * @param column the name of the column
   * @param change what follows the name, as it is written: {@code SET NOT NULL}, {@code TYPE
   *     bigint}
   */
  public record AlterColumn(String column, String change) implements Action {}

  /**
   * What is not read further: {@code RENAME TO}, {@code VALIDATE CONSTRAINT}, {@code SET (...)}.
   *
   * @param text the action as it is written
   */
  public record OtherAction(String text) implements Action {}
}
