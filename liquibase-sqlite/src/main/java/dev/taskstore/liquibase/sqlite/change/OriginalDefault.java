package dev.taskstore.liquibase.sqlite.change;

import java.util.Optional;

/**
 * A default value as it was before changes of the type of its column rounded it. A comment in the
 * clause contains it: {@code DEFAULT /* decimal(4,2) 90 *}{@code / 1}. A later change of the type
 * converts this value.
 *
 * @param type the type of the column when the value was written
 * @param literal the stored form as a literal of SQL
 */
record OriginalDefault(String type, String literal) {

  /**
   * Reads a comment.
   *
   * @param comment the text of the comment
   * @return the value, or empty if the comment is another one
   */
  static Optional<OriginalDefault> recorded(String comment) {
    int end = comment.indexOf(' ');
    if (end < 0 || !DefaultEdits.isLiteral("DEFAULT " + comment.substring(end + 1))) {
      return Optional.empty();
    }
    return Optional.of(
        new OriginalDefault(
            comment.substring(0, end).replace('_', ' '), comment.substring(end + 1)));
  }

  /** Returns the comment, or an empty string for a literal that would end it. */
  String comment() {
    return literal.contains("*/") ? "" : "/* " + type.replace(' ', '_') + " " + literal + " */ ";
  }
}
