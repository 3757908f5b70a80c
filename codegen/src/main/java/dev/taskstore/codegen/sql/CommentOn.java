package dev.taskstore.codegen.sql;

import java.util.Objects;
import java.util.Optional;

/**
 * {@code COMMENT ON}.
 *
 * @param text the statement as it is written
 * @param kind what is commented, in upper case, such as {@code TABLE} or {@code COLUMN}
 * @param object the name of the object; for a column, that of its table
 * @param column the name of the column, when a column is commented
 * @param comment the comment; empty for {@code NULL}, which takes a comment away
 */
public record CommentOn(
    String text, String kind, String object, Optional<String> column, Optional<String> comment)
    implements Statement {

  /** Checks the parts. */
  public CommentOn {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(comment, "comment");
  }
}
