package dev.taskstore.db.migration;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An element of a schema with its aspects, as the database reports them. Contains names and
 * definitions, never rows. Immutable.
 *
 * @param kind the kind of the element
 * @param table the table of the element; for a table or a view, its own name
 * @param name its name; for an unnamed constraint, its definition
 * @param aspects its aspects, without those that do not apply; unmodifiable
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
   * Returns a description of all aspects.
   *
   * @return the aspects with their values; the kind if there are no aspects
   */
  public String description() {
    return aspects.isEmpty()
        ? kind.word()
        : aspects.entrySet().stream()
            .map(aspect -> aspect.getKey().word() + " " + aspect.getValue())
            .collect(Collectors.joining(", "));
  }
}
