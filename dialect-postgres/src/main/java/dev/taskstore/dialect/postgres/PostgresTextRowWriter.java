package dev.taskstore.dialect.postgres;

import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.RowWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes rows in the text format of COPY, as UTF-8. Not thread-safe. */
final class PostgresTextRowWriter extends PostgresCopyRowWriter {

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = {'\\', 'N'};
  private static final int ASCII = 0x80;

  /** Repositories accept years from 1 to 9999. */
  private static final int LONGEST_TIMESTAMP = "9999-12-31 23:59:59.999999Z".length();

  private static final int NANOS_PER_MICRO = 1_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int MICRO_DIGITS = 6;
  private static final long SECONDS_PER_DAY = 86_400;

  private boolean rowBegun;

  @Override
  String options() {
    return "";
  }

  @Override
  void beginRow() {
    rowBegun = false;
  }

  @Override
  void endRow() {
    ensure(1);
    buffer[length++] = '\n';
  }

  private void column(int bytes) {
    ensure(bytes + 1);
    if (rowBegun) {
      buffer[length++] = '\t';
    }
    rowBegun = true;
  }

  private RowWriter plain(@Nullable Object value) {
    byte[] bytes = value == null ? NULL : value.toString().getBytes(StandardCharsets.US_ASCII);
    column(bytes.length);
    append(bytes);
    return this;
  }

  @Override
  public RowWriter text(@Nullable String value) {
    if (value == null) {
      return plain(null);
    }
    column(value.length() * 2);
    int start = length;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= ASCII) {
        length = start;
        appendEscaped(value.getBytes(StandardCharsets.UTF_8));
        return this;
      }
      appendEscaped((byte) c);
    }
    return this;
  }

  private void appendEscaped(byte[] text) {
    ensure(text.length * 2);
    for (byte b : text) {
      appendEscaped(b);
    }
  }

  /** Bytes of characters beyond ASCII are never those of the characters to escape. */
  private void appendEscaped(byte b) {
    switch (b) {
      case '\\' -> escape('\\');
      case '\n' -> escape('n');
      case '\r' -> escape('r');
      case '\t' -> escape('t');
      default -> buffer[length++] = b;
    }
  }

  private void escape(char letter) {
    buffer[length++] = '\\';
    buffer[length++] = (byte) letter;
  }

  @Override
  public RowWriter uuid(@Nullable UUID value) {
    if (value == null) {
      return plain(null);
    }
    column(2 * 2 * Long.BYTES);
    hex(value.getMostSignificantBits());
    hex(value.getLeastSignificantBits());
    return this;
  }

  /** The server accepts UUIDs without hyphens. */
  private void hex(long bits) {
    for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
      buffer[length++] = DIGITS[(int) (bits >>> shift) & 0xF];
    }
  }

  @Override
  public RowWriter instant(@Nullable Instant value) {
    if (value == null) {
      return plain(null);
    }
    long day = Math.floorDiv(value.getEpochSecond(), SECONDS_PER_DAY);
    date(LocalDate.ofEpochDay(day));
    buffer[length++] = ' ';
    time((int) (value.getEpochSecond() - day * SECONDS_PER_DAY), value.getNano());
    buffer[length++] = 'Z';
    return this;
  }

  @Override
  public RowWriter timestamp(@Nullable LocalDateTime value) {
    if (value == null) {
      return plain(null);
    }
    date(value.toLocalDate());
    buffer[length++] = ' ';
    LocalTime time = value.toLocalTime();
    time(time.toSecondOfDay(), (int) (time.toNanoOfDay() % NANOS_PER_SECOND));
    return this;
  }

  @Override
  public RowWriter doublePrecision(@Nullable Double value) {
    return plain(value);
  }

  @Override
  public RowWriter real(@Nullable Float value) {
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
  public RowWriter decimal(@Nullable BigDecimal value, int precision) {
    return plain(value == null ? null : value.toPlainString());
  }

  @Override
  public RowWriter date(@Nullable LocalDate value) {
    if (value == null) {
      return plain(null);
    }
    column(LONGEST_TIMESTAMP);
    digits(value.getYear(), 4);
    buffer[length++] = '-';
    digits(value.getMonthValue(), 2);
    buffer[length++] = '-';
    digits(value.getDayOfMonth(), 2);
    return this;
  }

  @Override
  public RowWriter time(@Nullable LocalTime value) {
    if (value == null) {
      return plain(null);
    }
    column(LONGEST_TIMESTAMP);
    time(value.toSecondOfDay(), (int) (value.toNanoOfDay() % NANOS_PER_SECOND));
    return this;
  }

  private void time(int secondOfDay, int nano) {
    digits(secondOfDay / 3600, 2);
    buffer[length++] = ':';
    digits(secondOfDay / 60 % 60, 2);
    buffer[length++] = ':';
    digits(secondOfDay % 60, 2);
    if (nano >= NANOS_PER_MICRO) {
      buffer[length++] = '.';
      digits(nano / NANOS_PER_MICRO, MICRO_DIGITS);
    }
  }

  private void digits(int number, int count) {
    int rest = number;
    for (int i = length + count - 1; i >= length; i--) {
      buffer[i] = DIGITS[rest % 10];
      rest /= 10;
    }
    length += count;
  }

  @Override
  public RowWriter bytes(@Nullable Bytes value) {
    if (value == null) {
      return plain(null);
    }
    byte[] content = value.toByteArray();
    column(2 * content.length + 3);
    // The backslash of the hexadecimal form, escaped.
    escape('\\');
    buffer[length++] = 'x';
    for (byte b : content) {
      buffer[length++] = DIGITS[b >> 4 & 0xF];
      buffer[length++] = DIGITS[b & 0xF];
    }
    return this;
  }
}
