package dev.taskstore.db.migration;

import java.util.Optional;

/**
 * A difference between a database and its changelog. Contains names and definitions, never rows.
 * Immutable.
 *
 * @param kind the kind of the element that differs
 * @param table the table of the element; for a table or a view, its own name
 * @param name the element's name
 * @param aspect the aspect that differs, or empty if the whole element is missing or extra
 * @param expected the definition in the changelog, or empty if there is none
 * @param found the definition in the database, or empty if there is none
 */
public record SchemaDifference(
    ElementKind kind,
    String table,
    String name,
    Optional<ElementAspect> aspect,
    Optional<String> expected,
    Optional<String> found) {

  private static final String NONE = "none";

  /** The type of a difference. */
  public enum Type {
    /** The element is missing in the database. */
    MISSING,
    /** The database has an element that the changelog does not create. */
    EXTRA,
    /** The element exists, but an aspect differs. */
    CHANGED
  }

  /**
   * Returns the type of the difference.
   *
   * @return the type
   */
  public Type type() {
    if (aspect.isPresent()) {
      return Type.CHANGED;
    }
    return found.isEmpty() ? Type.MISSING : Type.EXTRA;
  }

  /**
   * Returns the name of the element, qualified with its table.
   *
   * @return {@code name} for tables and views, otherwise {@code table.name}
   */
  public String object() {
    return kind == ElementKind.TABLE || kind == ElementKind.VIEW ? name : table + "." + name;
  }

  /**
   * Returns a description of the difference.
   *
   * @return a sentence without a period
   */
  @Override
  public String toString() {
    String part = kind.word() + " " + object();
    return switch (type()) {
      case MISSING -> part + " is missing";
      case EXTRA -> part + " is not in the changelog";
      case CHANGED ->
          part
              + ": "
              + aspect.map(ElementAspect::word).orElse("")
              + " is "
              + found.orElse(NONE)
              + " in the database, but "
              + expected.orElse(NONE)
              + " in the changelog";
    };
  }
}
