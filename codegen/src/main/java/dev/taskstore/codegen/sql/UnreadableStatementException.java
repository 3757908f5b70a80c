package dev.taskstore.codegen.sql;

/** A statement does not have the expected syntax. Never leaves this package. */
final class UnreadableStatementException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableStatementException(String expected) {
    super(expected + " is expected.", null, false, false);
  }
}
