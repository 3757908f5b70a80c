package dev.taskstore.examples.console;

/** A task, user or tag that the command line names and that is not there. */
final class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotFoundException(String message) {
    super(message);
  }
}
