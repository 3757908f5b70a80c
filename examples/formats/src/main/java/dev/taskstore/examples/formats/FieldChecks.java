package dev.taskstore.examples.formats;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.Codecs;
import dev.taskstore.db.mapping.ValueLimits;
import java.time.Instant;

/**
 * Checks the length and range limits of the schema while a file is read, so that the message can
 * name the line or element.
 */
final class FieldChecks {

  static final int MAXIMUM_TITLE = 255;
  static final int MAXIMUM_DESCRIPTION = 65_536;
  static final int MAXIMUM_TAG = 64;
  static final int MAXIMUM_USERNAME = 64;

  private FieldChecks() {}

  static String text(String where, String value, int minimum, int maximum) {
    try {
      Codecs.TEXT.validate("the text", value);
    } catch (InvalidArgumentException e) {
      throw new InvalidFileException(where, e.getMessage());
    }
    int length = value.codePointCount(0, value.length());
    if (length < minimum) {
      throw new InvalidFileException(where, "must not be empty");
    } else if (length > maximum) {
      throw new InvalidFileException(
          where, "has " + length + " characters; the maximum is " + maximum);
    }
    return value;
  }

  static Instant instant(String where, Instant value) {
    if (value.isBefore(ValueLimits.MIN_INSTANT) || value.isAfter(ValueLimits.MAX_INSTANT)) {
      throw new InvalidFileException(where, "year must be between 1 and 9999");
    }
    return value;
  }
}
