package dev.taskstore.db;

public class InvalidArgumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidArgumentException(String message, FailureContext context) {}
}
