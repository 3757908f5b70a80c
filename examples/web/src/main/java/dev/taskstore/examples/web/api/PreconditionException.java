package dev.taskstore.examples.web.api;

/** The header {@code If-Match} is missing, or names another version than the stored one. */
final class PreconditionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean missing;

  PreconditionException(boolean missing) {
    super(missing ? "If-Match is required." : "The task has another version.");
    this.missing = missing;
  }

  boolean missing() {
    return missing;
  }
}
