package dev.taskstore.liquibase.sqlite.type;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Binary data, as BLOB. */
record BytesForm() implements ValueForm {

  private static final int OCTAL_DIGITS = 3;

  @Override
  public String storage() {
    return "BLOB";
  }

  @Override
  public List<Limit> limits() {
    return List.of();
  }

  @Override
  public String literal(Object value) {
    if (value instanceof byte[] bytes) {
      return Literals.blob(bytes);
    }
    if (!(value instanceof String text)) {
      throw new InvalidValueException(
          "the value is not binary; write it as valueBlobFile or as \\x with hexadecimal digits");
    }
    return Literals.blob(text.startsWith("\\x") ? hex(text.substring(2)) : escaped(text));
  }

  @Override
  public boolean isConverted() {
    return true;
  }

  private static byte[] hex(String digits) {
    try {
      return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException(
          "the text after \\x is not an even number of hexadecimal digits");
    }
  }

  /**
   * Reads the escape format of PostgreSQL: a doubled backslash, or a backslash and three octal
   * digits.
   */
  private static byte[] escaped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int position = 0;
    while (position < text.length()) {
      int next = text.indexOf('\\', position);
      if (next < 0) {
        next = text.length();
      }
      bytes.writeBytes(text.substring(position, next).getBytes(StandardCharsets.UTF_8));
      position = next;
      if (position < text.length()) {
        if (text.startsWith("\\\\", position)) {
          bytes.write('\\');
          position += 2;
        } else {
          bytes.write(octal(text, position + 1));
          position += 1 + OCTAL_DIGITS;
        }
      }
    }
    return bytes.toByteArray();
  }

  private static int octal(String text, int from) {
    String digits = text.substring(from, Math.min(text.length(), from + OCTAL_DIGITS));
    if (!digits.matches("[0-3][0-7]{2}")) {
      throw new InvalidValueException(
          "a backslash of binary data requires a second one or three octal digits");
    }
    return Integer.parseInt(digits, 8);
  }
}
