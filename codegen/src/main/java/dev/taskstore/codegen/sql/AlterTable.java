package dev.taskstore.codegen.sql;

import java.util.List;
import java.util.Objects;

/**
 * {@code ALTER TABLE}.
 *
 * @param text the statement as written
 * @param table the name of the table
 * @param actions the actions in the order written
 */
public record AlterTable(String text, String table, List<Action> actions) implements Statement {

  /** Copies the list. */
  public AlterTable {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(table, "table");
    actions = List.copyOf(actions);
  }

  /** An action on a table. */
  public sealed interface Action
      permits AddColumn,
          AddConstraint,
          DropColumn,
          DropConstraint,
          AlterColumn,
          RenameTable,
          RenameColumn,
          RenameConstraint,
          OtherAction {}

  /**
   * {@code ADD COLUMN}.
   *
   * @param column the new column
   */
  public record AddColumn(ColumnDefinition column) implements Action {}

  /**
   * {@code ADD CONSTRAINT}, or {@code ADD} with an unnamed constraint.
   *
   * @param constraint the new constraint
   */
  public record AddConstraint(ConstraintDefinition constraint) implements Action {}

  /**
   * {@code DROP COLUMN}, with or without {@code COLUMN}.
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
   * {@code ALTER COLUMN}, with or without {@code COLUMN}.
   *
   * @param column the name of the column
   * @param change the text after the name, as written: {@code SET NOT NULL}, {@code TYPE bigint}
   */
  public record AlterColumn(String column, String change) implements Action {}

  /**
   * {@code RENAME TO}.
   *
   * @param name the new name of the table
   */
  public record RenameTable(String name) implements Action {}

  /**
   * {@code RENAME COLUMN}, with or without {@code COLUMN}, and H2's {@code ALTER COLUMN ... RENAME
   * TO}.
   *
   * @param column the old name
   * @param name the new name
   */
  public record RenameColumn(String column, String name) implements Action {}

  /**
   * {@code RENAME CONSTRAINT}.
   *
   * @param constraint the old name
   * @param name the new name
   */
  public record RenameConstraint(String constraint, String name) implements Action {}

  /**
   * Any other action, such as {@code VALIDATE CONSTRAINT} or {@code SET (...)}.
   *
   * @param text the action as written
   */
  public record OtherAction(String text) implements Action {}
}
