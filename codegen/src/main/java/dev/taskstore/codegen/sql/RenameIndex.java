package dev.taskstore.codegen.sql;

import java.util.Objects;

/**
 * {@code ALTER INDEX ... RENAME TO}.
 *
 * @param text the statement as written
 * @param index the old name
 * @param name the new name
 */
public record RenameIndex(String text, String index, String name) implements Statement {

  /** Rejects null. */
  public RenameIndex {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(index, "index");
    Objects.requireNonNull(name, "name");
  }
}
