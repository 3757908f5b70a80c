package dev.taskstore.examples.chatbot.tool;

/**
 * What a client shows of a tool and what a model reads.
 *
 * @param name the name that calls it
 * @param title the name for people
 * @param text what it does, for the model
 * @param effect what it changes
 * @param input the schema of its arguments
 * @param output the schema of its structured result
 */
public record ToolDescription(
    String name, String title, String text, Effect effect, Schema input, Schema output) {

  /** What a call changes. */
  public enum Effect {
    /** Nothing. */
    READS,
    /** Adds rows with each call. */
    ADDS,
    /** Changes rows. A second call with the same arguments is refused, or changes them again. */
    CHANGES,
    /** Sets a state. A second call with the same arguments changes nothing. */
    SETS,
    /**
     * Removes what no other tool restores. A second call with the same arguments changes nothing.
     */
    REMOVES;

    /** Tests whether a call changes nothing. */
    public boolean isReadOnly() {
      return this == READS;
    }

    /** Tests whether a call may overwrite or delete. */
    public boolean isDestructive() {
      return this == CHANGES || this == REMOVES;
    }

    /** Tests whether a second call with the same arguments has no further effect. */
    public boolean isIdempotent() {
      return this == READS || this == SETS || this == REMOVES;
    }
  }
}
