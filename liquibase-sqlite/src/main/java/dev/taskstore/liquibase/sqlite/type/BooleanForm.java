package dev.taskstore.liquibase.sqlite.type;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Booleans, as INTEGER 0 and 1. */
record BooleanForm() implements ValueForm {

  /** The texts that PostgreSQL reads as a boolean; unique prefixes are permitted too. */
  private static final Set<String> TRUE =
      Set.of("t", "tr", "tru", "true", "y", "ye", "yes", "on", "1", "b'1'");

  private static final Set<String> FALSE =
      Set.of("f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0", "b'0'");

  @Override
  public String storage() {
    return "INTEGER";
  }

  @Override
  public List<Limit> limits() {
    return List.of(new Limit("boolean", column -> column + " IN (0, 1)"));
  }

  @Override
  public String literal(Object value) {
    String text = Literals.textOf(value).strip().toLowerCase(Locale.ROOT);
    if (TRUE.contains(text)) {
      return "1";
    }
    if (FALSE.contains(text)) {
      return "0";
    }
    throw new InvalidValueException(
        "the value is not a boolean; write valueBoolean=\"true\" or \"false\"");
  }
}
