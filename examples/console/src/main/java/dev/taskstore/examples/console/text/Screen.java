package dev.taskstore.examples.console.text;

/**
 * The properties of the output that text is formatted for.
 *
 * @param columns the width in columns; {@link #UNLIMITED} if lines may have any length
 * @param isColored whether escape sequences for colors are allowed
 */
public record Screen(int columns, boolean isColored) {

  /** The number of columns of output that is not a terminal. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** A file or a pipe: lines of any length, without colors. */
  public static final Screen PLAIN = new Screen(UNLIMITED, false);
}
