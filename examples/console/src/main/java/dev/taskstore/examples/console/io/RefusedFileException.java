package dev.taskstore.examples.console.io;

/** A file that cannot be imported. The message names the line or element; nothing was stored. */
public final class RefusedFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param where the line or element
   * @param what is wrong with it
   */
  public RefusedFileException(String where, String what) {
    super(where + ": " + what);
  }

  /**
   * The same with the file named.
   *
   * @param file the file
   * @return the exception to throw
   */
  public RefusedFileException in(String file) {
    RefusedFileException named = new RefusedFileException(file, getMessage());
    named.initCause(this);
    return named;
  }
}
