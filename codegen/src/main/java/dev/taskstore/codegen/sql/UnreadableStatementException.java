package dev.taskstore.codegen.sql;

/** A statement has another shape than its first words promise. Never leaves this package. */
final class UnreadableStatementException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableStatementException(String expected) {
    super(expected + " is expected.", null, false, false);
  }
}
