package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.Statement;

/** Checks one rule or several related rules. Stateless. */
interface Check {

  /** Checks a changeset as a whole, before its changes. */
  default void changeSet(Visit visit, ChangeSetView changeSet) {}

  /** Checks a change of a changeset. */
  default void change(Visit visit, ChangeSetView changeSet, ChangeView change) {}

  /** Checks a change of a rollback. */
  default void rollback(Visit visit, ChangeSetView changeSet, ChangeView change) {}

  /** Checks a statement, before it is applied to the schema. */
  default void statement(Visit visit, ChangeSetView changeSet, Statement statement) {}

  /** Checks the final schema. */
  default void end(Visit visit) {}
}
