package dev.taskstore.db.mapping;

import dev.taskstore.db.internal.value.JsonSyntax;
import dev.taskstore.db.internal.value.JsonbText;
import dev.taskstore.db.internal.value.StoredType;
import java.sql.SQLException;
import java.util.List;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** JSON in the canonical form of {@link JsonbText}. */
final class JsonbCodec extends StoredCodec<JSONB, JSONB, String> {

  private static final long serialVersionUID = 1L;

  JsonbCodec() {
    super(JSONB.class, JSONB.class, StoredType.TEXT, "A JSON text");
  }

  @Override
  public TextType textType() {
    return TextType.JSONB;
  }

  @Override
  public boolean isOrdered() {
    return false;
  }

  @Override
  void validate(ValidationSubject subject, List<LengthLimit> limits, JSONB value) {
    JsonCodec.validate(subject, List.of(), value.data());
    String canonical = JsonbText.of(value.data(), ValueLimits.MAX_JSON_LENGTH);
    if (canonical == null) {
      throw subject.invalid(
          "contains a number with more than 131072 digits before the decimal point or 16383 after"
              + " it, or is longer than "
              + ValueLimits.MAX_JSON_LENGTH
              + " characters without exponents");
    }
    if (!limits.isEmpty()) {
      LengthLimit.check(
          subject, limits, canonical.codePointCount(0, canonical.length()), "code points");
    }
  }

  /** Returns an invalid value as it is; validation rejects it. */
  @Override
  public JSONB normalize(JSONB value) {
    String text = value.data();
    if (text.length() > ValueLimits.MAX_JSON_LENGTH
        || JsonSyntax.problem(text, ValueLimits.MAX_JSON_DEPTH) != null) {
      return value;
    }
    String canonical = JsonbText.of(text, ValueLimits.MAX_JSON_LENGTH);
    return canonical == null || canonical.equals(text) ? value : JSONB.jsonb(canonical);
  }

  @Override
  public void write(RowWriter row, @Nullable JSONB value) throws SQLException {
    row.text(value == null ? null : value.data(), TextType.JSONB);
  }

  @Override
  public @Nullable JSONB read(RowReader row, int column) throws SQLException {
    String text = row.text(column);
    return text == null ? null : normalize(JSONB.jsonb(text));
  }

  @Override
  String encode(JSONB value) {
    return value.data();
  }

  @Override
  JSONB decode(String stored) {
    return JSONB.jsonb(stored);
  }

  @Override
  JSONB toDatabase(JSONB value) {
    return value;
  }

  @Override
  JSONB fromDatabase(JSONB value) {
    return value;
  }
}
