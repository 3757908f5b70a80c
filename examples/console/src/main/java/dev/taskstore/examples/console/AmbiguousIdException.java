package dev.taskstore.examples.console;

/** Thrown when several tasks have the short ID on the command line. The message lists them. */
final class AmbiguousIdException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AmbiguousIdException(String message) {
    super(message);
  }
}
