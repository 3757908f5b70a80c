package dev.taskstore.liquibase.sqlite.type;

import liquibase.exception.UnexpectedLiquibaseException;

/** A value of a changelog that a column's type does not have. The message contains no value. */
public final class InvalidValueException extends UnexpectedLiquibaseException {

  private static final long serialVersionUID = 1;

  InvalidValueException(String message) {
    super(message);
  }
}
