package dev.taskstore.testdata.schema;

import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.exception.FailureContext;

/**
 * Thrown when no generated row satisfies a constraint. The message names the constraint; a
 * generator for one of its columns ({@link SchemaData#column}) resolves it. No row is loaded.
 */
public final class UnsatisfiableConstraintException extends DatabaseException {

  private static final long serialVersionUID = 1L;

  UnsatisfiableConstraintException(String message, FailureContext context) {
    super(message, context, null);
  }
}
