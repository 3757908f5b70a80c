package dev.taskstore.db.migration;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A part of a schema, and what the database says of it. Holds names and definitions, never rows.
 * Immutable.
 *
 * @param kind what it is
 * @param table the table that it belongs to; for a table or a view its own name
 * @param name its name; for a constraint that has none, its definition
 * @param aspects what the database says of it, aspects that do not apply left out
 */
public record SchemaElement(
    ElementKind kind, String table, String name, Map<ElementAspect, String> aspects) {

  /** Copies the aspects. */
  public SchemaElement {
    Map<ElementAspect, String> copy = new EnumMap<>(ElementAspect.class);
    copy.putAll(aspects);
    aspects = Collections.unmodifiableMap(copy);
  }

  /**
   * All that the database says of the part, in one line.
   *
   * @return the aspects in words; the kind when there are none
   */
  public String description() {
    return aspects.isEmpty()
        ? kind.word()
        : aspects.entrySet().stream()
            .map(aspect -> aspect.getKey().word() + " " + aspect.getValue())
            .collect(Collectors.joining(", "));
  }
}
