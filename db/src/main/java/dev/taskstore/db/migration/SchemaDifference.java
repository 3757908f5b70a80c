package dev.taskstore.db.migration;

import java.util.Optional;

/**
 * One way in which a database differs from its changelog. Holds names and definitions, never rows.
 * Immutable.
 *
 * @param kind what kind of part differs
 * @param table the table that the part belongs to; for a table or a view its own name
 * @param name the part's name
 * @param aspect what differs about it, or nothing when the part as a whole is missing or too many
 * @param expected what the changelog says, or nothing when it does not speak of this
 * @param found what the database has, or nothing when it has none
 */
public record SchemaDifference(
    ElementKind kind,
    String table,
    String name,
    Optional<ElementAspect> aspect,
    Optional<String> expected,
    Optional<String> found) {

  /** How a database can differ. */
  public enum Type {
    /** The database lacks a part. */
    MISSING,
    /** The database has a part that the changelog does not make. */
    EXTRA,
    /** The part is there, but not as the changelog makes it. */
    CHANGED
  }

  /**
   * How the database differs.
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
   * The part with its table.
   *
   * @return {@code table} for tables and views, else {@code table.name}
   */
  public String object() {
    return kind == ElementKind.TABLE || kind == ElementKind.VIEW ? name : table + "." + name;
  }

  /**
   * The difference, in one line.
   *
   * @return a sentence without a full stop
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
              + found.orElse("not there")
              + ", the changelog says "
              + expected.orElse("none");
    };
  }
}
