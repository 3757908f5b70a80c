package dev.taskstore.db.mapping;

import org.jooq.DataType;

/**
 * The types of columns that contain text. Most databases store all of them as plain text; a dialect
 * distinguishes those for which its database has a type of its own.
 */
public enum TextType {
  /** Text of any or of a limited length. */
  TEXT,
  /** Text whose trailing blanks have no meaning: {@code char(n)}. Written without them. */
  CHARACTER,
  /** JSON as the text that was written. */
  JSON,
  /** JSON in the canonical form of {@link Codecs#JSONB}. */
  JSONB,
  /** A constant of an enumerated type of the database. */
  ENUM;

  /**
   * Returns the type of the texts of a column or an expression.
   *
   * @param type the data type of the column or expression
   * @return the type of its codec; {@link #TEXT} if it has no codec
   */
  public static TextType of(DataType<?> type) {
    return type.getBinding() instanceof CodecBinding<?, ?> binding
        ? binding.codec().textType()
        : TEXT;
  }
}
