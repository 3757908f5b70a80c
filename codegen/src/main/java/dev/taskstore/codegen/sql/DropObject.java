package dev.taskstore.codegen.sql;

import java.util.List;
import java.util.Objects;

/**
 * {@code DROP TABLE}, {@code DROP INDEX}, {@code DROP VIEW} and the like.
 *
 * @param text the statement as written
 * @param kind the kind of object in upper case, such as {@code TABLE}
 * @param names the names of the objects
 * @param concurrently whether PostgreSQL drops an index without locking the table
 * @param cascade whether the statement also drops the objects that depend on these
 */
public record DropObject(
    String text, String kind, List<String> names, boolean concurrently, boolean cascade)
    implements Statement {

  /** Copies the list. */
  public DropObject {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(kind, "kind");
    names = List.copyOf(names);
  }
}
