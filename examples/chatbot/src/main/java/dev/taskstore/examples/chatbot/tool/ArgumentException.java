package dev.taskstore.examples.chatbot.tool;

/** An argument of a tool is not usable. The message names it and what is allowed. */
public final class ArgumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message the name of the argument and what is allowed, without its value
   */
  public ArgumentException(String message) {
    super(message);
  }
}
