package dev.taskstore.codegen.sql;

import java.util.Objects;
import java.util.Optional;

/**
 * {@code COMMENT ON}.
 *
 * @param text the statement as written
 * @param kind the kind of object in upper case, such as {@code TABLE} or {@code COLUMN}
 * @param object the name of the object; for a column, the name of its table
 * @param column the name of the column, for a comment on a column
 * @param comment the comment; empty for {@code NULL}, which removes a comment
 */
public record CommentOn(
    String text, String kind, String object, Optional<String> column, Optional<String> comment)
    implements Statement {

  /** Rejects null. */
  public CommentOn {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(comment, "comment");
  }
}
