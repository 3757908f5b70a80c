package dev.taskstore.codegen;

/**
 * The changelog or the configuration asks for something that cannot be generated. The message names
 * the place (changelog, table, column) and says what to write instead.
 */
public final class GenerationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what is wrong, where, and the way out
   */
  public GenerationException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message what is wrong, where, and the way out
   * @param cause what was caught
   */
  public GenerationException(String message, Throwable cause) {
    super(message, cause);
  }
}
