package dev.taskstore.codegen.sql;

import java.util.Objects;

/**
 * Any other statement.
 *
 * @param text the statement as written
 * @param keyword its first word in upper case, such as {@code INSERT}; empty if it does not start
 *     with a word
 */
public record OtherStatement(String text, String keyword) implements Statement {

  /** Rejects null. */
  public OtherStatement {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(keyword, "keyword");
  }
}
