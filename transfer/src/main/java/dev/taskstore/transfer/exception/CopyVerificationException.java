package dev.taskstore.transfer.exception;

import java.util.List;

/**
 * The rows of the source and the target differ after the copy. The message contains the tables and
 * their numbers of rows. The target remains marked as incomplete; the next run compares the tables
 * row by row and repairs the target.
 */
public final class CopyVerificationException extends TransferException {

  private static final long serialVersionUID = 1L;

  private final List<String> tables;

  /**
   * Creates the exception.
   *
   * @param message the tables with their numbers of rows and what to do next, without values
   * @param tables the names of the tables that differ
   */
  public CopyVerificationException(String message, List<String> tables) {
    super(message, null);
    this.tables = List.copyOf(tables);
  }

  /**
   * Returns the tables that differ.
   *
   * @return the names; empty if only the schema differs
   */
  public List<String> tables() {
    return tables;
  }
}
