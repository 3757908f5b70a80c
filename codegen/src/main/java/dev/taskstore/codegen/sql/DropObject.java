package dev.taskstore.codegen.sql;

import java.util.List;
import java.util.Objects;

/**
 * {@code DROP TABLE}, {@code DROP INDEX}, {@code DROP VIEW} and the like.
 *
 * @param text the statement as it is written
 * @param kind what is dropped, in upper case, such as {@code TABLE}
 * @param names the names of the objects
 * @param concurrently whether PostgreSQL drops an index without a lock on the table
 */
public record DropObject(String text, String kind, List<String> names, boolean concurrently)
    implements Statement {

  /** Copies the list. */
  public DropObject {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(kind, "kind");
    names = List.copyOf(names);
  }
}
