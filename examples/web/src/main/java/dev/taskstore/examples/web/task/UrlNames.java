package dev.taskstore.examples.web.task;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of constants in URLs and forms: {@code in-progress} for {@code IN_PROGRESS}. */
final class UrlNames {

  private UrlNames() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> Optional<E> parse(Class<E> type, String name) {
    return Stream.of(type.getEnumConstants())
        .filter(constant -> of(constant).equals(name))
        .findFirst();
  }
}
