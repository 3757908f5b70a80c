package dev.taskstore.transfer.exception;

/**
 * A copy that was refused before it changed a row: the target holds rows or another copy, another
 * process copies into it, the schemas differ, or the preflight found rows that the target rejects.
 */
public final class CopyRefusedException extends TransferException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the reason and what to do next, without values
   */
  public CopyRefusedException(String message) {
    super(message, null);
  }
}
