package dev.taskstore.examples.formats;

/** Thrown when a file is invalid. The message names the line or element; nothing is imported. */
public final class InvalidFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param where the line or element
   * @param problem the problem
   */
  public InvalidFileException(String where, String problem) {
    super(where + ": " + problem);
  }

  /** Throws an exception, for readers that stop at the first problem. */
  static void raise(InvalidFileException problem) {
    throw problem;
  }

  /**
   * Returns a copy whose message begins with the name of the file.
   *
   * @param file the name of the file
   * @return the exception to throw
   */
  public InvalidFileException in(String file) {
    InvalidFileException named = new InvalidFileException(file, getMessage());
    named.initCause(this);
    return named;
  }
}
