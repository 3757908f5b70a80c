package dev.taskstore.differential.model;

/**
 * A callback of a transaction, which records that it ran.
 *
 * @param kind when it runs
 * @param number tells it from others
 * @param onOutermost whether it is registered through the outermost transaction's object
 * @param fails whether it throws
 */
public record Callback(Kind kind, int number, boolean onOutermost, boolean fails) {

  /** When a callback runs. */
  public enum Kind {
    AFTER_COMMIT,
    AFTER_ROLLBACK,
    AFTER_COMPLETION,
    BEFORE_RETRY
  }

  /** What it records: the event, and the number of users that it finds. */
  public String event(String event, long users) {
    return number + " " + event + ", " + users + " users";
  }
}
