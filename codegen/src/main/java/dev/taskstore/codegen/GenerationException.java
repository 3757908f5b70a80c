package dev.taskstore.codegen;

/**
 * The changelog or the configuration contains something that cannot be generated, or a file cannot
 * be read or written. The message contains the place (changelog, table, column) and how to fix it.
 */
public final class GenerationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the problem, its place and the fix
   */
  public GenerationException(String message) {
    super(message);
  }

  /**
   * Creates the exception.
   *
   * @param message the problem, its place and the fix
   * @param cause the cause
   */
  public GenerationException(String message, Throwable cause) {
    super(message, cause);
  }
}
