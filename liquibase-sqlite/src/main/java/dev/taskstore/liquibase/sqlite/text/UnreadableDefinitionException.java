package dev.taskstore.liquibase.sqlite.text;

import java.io.Serial;

/** Thrown if a statement is not a CREATE TABLE statement that this package reads. */
public final class UnreadableDefinitionException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UnreadableDefinitionException(String message) {
    super(message);
  }
}
