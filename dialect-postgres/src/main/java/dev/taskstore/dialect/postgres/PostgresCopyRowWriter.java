package dev.taskstore.dialect.postgres;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.RowWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes rows in the text format of COPY. Not thread-safe. */
final class PostgresCopyRowWriter implements RowWriter {

  private final StringBuilder buffer = new StringBuilder();
  private boolean rowBegun;

  int length() {
    return buffer.length();
  }

  void endRow() {
    buffer.append('\n');
    rowBegun = false;
  }

  String drain() {
    String text = buffer.toString();
    buffer.setLength(0);
    return text;
  }

  private StringBuilder column() {
    if (rowBegun) {
      buffer.append('\t');
    }
    rowBegun = true;
    return buffer;
  }

  private RowWriter plain(@Nullable Object value) {
    column().append(value == null ? "\\N" : value.toString());
    return this;
  }

  @Override
  public RowWriter text(@Nullable String value) {
    if (value == null) {
      return plain(null);
    }
    StringBuilder out = column();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(c);
      }
    }
    return this;
  }

  @Override
  public RowWriter uuid(@Nullable UUID value) {
    return plain(value);
  }

  @Override
  public RowWriter instant(@Nullable Instant value) {
    return plain(value);
  }

  @Override
  public RowWriter bigint(@Nullable Long value) {
    return plain(value);
  }

  @Override
  public RowWriter integer(@Nullable Integer value) {
    return plain(value);
  }

  @Override
  public RowWriter smallint(@Nullable Short value) {
    return plain(value);
  }

  @Override
  public RowWriter bool(@Nullable Boolean value) {
    return plain(value);
  }

  @Override
  public RowWriter decimal(@Nullable BigDecimal value) {
    return plain(value == null ? null : value.toPlainString());
  }

  @Override
  public RowWriter date(@Nullable LocalDate value) {
    return plain(value);
  }

  @Override
  public RowWriter time(@Nullable LocalTime value) {
    return plain(value);
  }

  @Override
  public RowWriter bytes(@Nullable Bytes value) {
    // The backslash of the hexadecimal form, escaped.
    return plain(value == null ? null : "\\\\x" + value.toHex());
  }
}
