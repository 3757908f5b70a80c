package dev.taskstore.examples.console.io;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.Codecs;
import dev.taskstore.db.mapping.ValueLimits;
import java.time.Instant;

/**
 * The limits of the schema, checked while a file is read: that is when the place of a bad value is
 * known.
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
      throw new RefusedFileException(where, e.getMessage());
    }
    int length = value.codePointCount(0, value.length());
    if (length < minimum) {
      throw new RefusedFileException(where, "must not be empty");
    } else if (length > maximum) {
      throw new RefusedFileException(
          where, "has " + length + " characters, at most " + maximum + " are allowed");
    }
    return value;
  }

  static Instant instant(String where, Instant value) {
    if (value.isBefore(ValueLimits.MIN_INSTANT) || value.isAfter(ValueLimits.MAX_INSTANT)) {
      throw new RefusedFileException(where, "the year must be from 1 to 9999");
    }
    return value;
  }
}
