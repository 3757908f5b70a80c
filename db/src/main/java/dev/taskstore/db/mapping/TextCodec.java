package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text. */
final class TextCodec extends StoredCodec.Same<String> {

  private static final long serialVersionUID = 1L;

  private final TextType type;
  private final boolean collated;

  TextCodec(TextType type, boolean collated) {
    super(String.class, StoredType.TEXT, "A text");
    this.type = type;
    this.collated = collated;
  }

  @Override
  public TextType textType() {
    return type;
  }

  @Override
  public boolean isCollated() {
    return collated;
  }

  @Override
  void validate(ValidationSubject subject, List<LengthLimit> limits, String value) {
    LengthLimit.check(subject, limits, codePoints(subject, value), "code points");
  }

  /**
   * Counts the code points of a text.
   *
   * @throws dev.taskstore.db.exception.InvalidArgumentException when the text contains a NUL
   *     character or a lone surrogate
   */
  static int codePoints(ValidationSubject subject, String value) {
    int length = value.length();
    int pairs = 0;
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c == 0) {
        throw malformed(subject, "a NUL character", i);
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < length
                && Character.isLowSurrogate(value.charAt(i + 1));
        if (!pair) {
          throw malformed(subject, "a lone surrogate", i);
        }
        pairs++;
        i++;
      }
    }
    return length - pairs;
  }

  private static RuntimeException malformed(ValidationSubject subject, String what, int index) {
    return subject.invalid(
        "contains "
            + what
            + " at index "
            + index
            + ", which databases cannot store. Remove or replace it");
  }

  @Override
  public void write(RowWriter row, @Nullable String value) throws SQLException {
    row.text(value, type);
  }

  @Override
  public @Nullable String read(RowReader row, int column) throws SQLException {
    return row.text(column);
  }
}
