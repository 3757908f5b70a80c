package dev.taskstore.db.internal.statement;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.Codecs;
import org.jspecify.annotations.Nullable;

/** Validates SQL that applications write or inline values into. */
public final class SqlText {

  private SqlText() {}

  /**
   * Validates the text of a statement. Drivers send a NUL character as the end of the text.
   *
   * @throws InvalidArgumentException if it contains a NUL character or a lone surrogate
   */
  public static void validate(@Nullable String sql) {
    Codecs.TEXT.validate("The SQL of the statement", sql);
  }
}
