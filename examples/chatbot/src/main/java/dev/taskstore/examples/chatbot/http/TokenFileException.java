package dev.taskstore.examples.chatbot.http;

/** The tokens are not usable. The message names the line. */
public final class TokenFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TokenFileException(String message) {
    super(message);
  }
}
