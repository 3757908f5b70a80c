package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.JsonSyntax;
import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLException;
import java.util.List;
import org.jooq.JSON;
import org.jspecify.annotations.Nullable;

/** JSON as RFC 8259 defines it, stored as the text that was written. */
final class JsonCodec extends StoredCodec<JSON, JSON, String> {

  private static final long serialVersionUID = 1L;

  JsonCodec() {
    super(JSON.class, JSON.class, StoredType.TEXT, "A JSON text");
  }

  @Override
  public TextType textType() {
    return TextType.JSON;
  }

  @Override
  void validate(ValidationSubject subject, List<LengthLimit> limits, JSON value) {
    validate(subject, limits, value.data());
  }

  /** Validates a text without its canonical form. */
  static void validate(ValidationSubject subject, List<LengthLimit> limits, String text) {
    int codePoints = TextCodec.codePoints(subject, text);
    String problem =
        text.length() > ValueLimits.MAX_JSON_LENGTH
            ? "is longer than " + ValueLimits.MAX_JSON_LENGTH + " characters"
            : JsonSyntax.problem(text, ValueLimits.MAX_JSON_DEPTH);
    if (problem != null) {
      throw subject.invalid(problem);
    }
    LengthLimit.check(subject, limits, codePoints, "code points");
  }

  @Override
  public void write(RowWriter row, @Nullable JSON value) throws SQLException {
    row.text(value == null ? null : value.data(), TextType.JSON);
  }

  @Override
  public @Nullable JSON read(RowReader row, int column) throws SQLException {
    return JSON.jsonOrNull(row.text(column));
  }

  @Override
  String encode(JSON value) {
    return value.data();
  }

  @Override
  JSON decode(String stored) {
    return JSON.json(stored);
  }

  @Override
  JSON toDatabase(JSON value) {
    return value;
  }

  @Override
  JSON fromDatabase(JSON value) {
    return value;
  }
}
