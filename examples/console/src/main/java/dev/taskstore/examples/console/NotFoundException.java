package dev.taskstore.examples.console;

/** Thrown when a task, user or tag named on the command line does not exist. */
final class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotFoundException(String message) {
    super(message);
  }
}
