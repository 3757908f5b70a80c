package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text without trailing blanks, which have no meaning in columns of type {@code char(n)}. */
final class CharCodec extends StoredCodec.Same<String> {

  private static final long serialVersionUID = 1L;

  private final boolean collated;

  CharCodec(boolean collated) {
    super(String.class, StoredType.TEXT, "A text");
    this.collated = collated;
  }

  @Override
  public TextType textType() {
    return TextType.CHARACTER;
  }

  @Override
  public boolean isCollated() {
    return collated;
  }

  @Override
  void validate(ValidationSubject subject, List<LengthLimit> limits, String value) {
    LengthLimit.check(
        subject, limits, TextCodec.codePoints(subject, normalize(value)), "code points");
  }

  @Override
  public String normalize(String value) {
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == ' ') {
      end--;
    }
    return value.substring(0, end);
  }

  @Override
  public void write(RowWriter row, @Nullable String value) throws SQLException {
    row.text(value, TextType.CHARACTER);
  }

  @Override
  public @Nullable String read(RowReader row, int column) throws SQLException {
    String value = row.text(column);
    return value == null ? null : normalize(value);
  }
}
