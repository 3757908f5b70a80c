package dev.taskstore.examples.console;

import java.util.Locale;
import java.util.Map;

/** When the output has colors. */
enum ColorMode {
  /** On a terminal, unless the environment forbids it. */
  AUTO,
  /** Always. */
  ALWAYS,
  /** Never. */
  NEVER;

  String literal() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns whether the output has colors.
   *
   * @see <a href="https://no-color.org">NO_COLOR</a>
   */
  boolean isColored(Environment environment) {
    Map<String, String> variables = environment.variables();
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          environment.terminal().isOutput()
              && variables.getOrDefault("NO_COLOR", "").isEmpty()
              && !"dumb".equals(variables.get("TERM"));
    };
  }
}
