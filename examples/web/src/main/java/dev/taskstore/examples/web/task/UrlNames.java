package dev.taskstore.examples.web.task;

import java.util.Locale;

/** The names of constants in URLs: {@code in-progress} for {@code IN_PROGRESS}. */
final class UrlNames {

  private UrlNames() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
