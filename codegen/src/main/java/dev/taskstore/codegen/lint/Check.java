package dev.taskstore.codegen.lint;

import dev.taskstore.codegen.sql.Statement;

/** Looks for what breaks a rule, or a few that go together. Stateless. */
interface Check {

  /** Looks at a changeset as a whole, before its changes. */
  default void changeSet(Visit visit, ChangeSetView changeSet) {}

  /** Looks at a change of a changeset. */
  default void change(Visit visit, ChangeSetView changeSet, ChangeView change) {}

  /** Looks at a change that a rollback runs. */
  default void rollback(Visit visit, ChangeSetView changeSet, ChangeView change) {}

  /** Looks at a statement, before the schema has it. */
  default void statement(Visit visit, ChangeSetView changeSet, Statement statement) {}

  /** Looks at the schema that all changesets have made. */
  default void end(Visit visit) {}
}
