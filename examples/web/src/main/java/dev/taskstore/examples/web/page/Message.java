package dev.taskstore.examples.web.page;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A result that the page shows once.
 *
 * @param text the text, without values of rows
 * @param undo the token that undoes the action, or null
 */
public record Message(String text, @Nullable String undo) implements Serializable {

  /**
   * Creates a message about an action that cannot be undone.
   *
   * @param text the text
   * @return the message
   */
  public static Message of(String text) {
    return new Message(text, null);
  }
}
