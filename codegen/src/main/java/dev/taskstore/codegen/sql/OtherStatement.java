package dev.taskstore.codegen.sql;

import java.util.Objects;

/**
 * A statement that is not read further.
 *
 * @param text the statement as it is written
 * @param keyword its first word in upper case, such as {@code INSERT}; empty when it begins
 *     otherwise
 */
public record OtherStatement(String text, String keyword) implements Statement {

  /** Checks the parts. */
  public OtherStatement {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(keyword, "keyword");
  }
}
