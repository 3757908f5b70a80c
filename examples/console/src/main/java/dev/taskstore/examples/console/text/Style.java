package dev.taskstore.examples.console.text;

/** The style of a text on a terminal, as an SGR sequence of ECMA-48. */
public enum Style {
  /** No style. */
  PLAIN(""),
  /** Bold text. */
  BOLD("1"),
  /** Faint text. */
  FAINT("2"),
  /** Red text. */
  RED("31"),
  /** Green text. */
  GREEN("32"),
  /** Yellow text. */
  YELLOW("33"),
  /** Cyan text. */
  CYAN("36");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /**
   * Returns a text in this style.
   *
   * @param text the text, without escape sequences
   * @param screen the output
   * @return the text between escape sequences, or the text itself if the output has no colors
   */
  public String apply(String text, Screen screen) {
    return !screen.isColored() || code.isEmpty() || text.isEmpty()
        ? text
        : "\u001B[" + code + "m" + text + "\u001B[0m";
  }
}
