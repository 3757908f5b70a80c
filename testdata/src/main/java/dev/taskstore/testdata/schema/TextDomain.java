package dev.taskstore.testdata.schema;

import java.util.Locale;

/** Selects texts within limits of their length in code points. */
final class TextDomain {

  private static final String[] WORDS = {
    "amber", "anchor", "autumn", "beacon", "bridge", "candle", "canyon", "castle", "cedar", "cloud",
    "comet", "copper", "coral", "crystal", "delta", "ember", "falcon", "feather", "forest",
    "garden", "glacier", "granite", "harbor", "hazel", "horizon", "island", "ivory", "jasmine",
    "juniper", "lagoon", "lantern", "lemon", "linden", "lotus", "maple", "marble", "meadow",
    "mirror", "morning", "ocean", "olive", "orchard", "pebble", "pepper", "pine", "planet",
    "quartz", "rain", "raven", "river", "rose", "saffron", "sailor", "shadow", "silver", "spring",
    "stone", "summit", "thunder", "tulip", "valley", "violet", "willow", "winter"
  };

  /** The longest word, a space, and the longest number in base 36. */
  private static final int WORDS_LENGTH = 7 + 1 + 13;

  private static final String MAIL_DOMAIN = "@example.com";
  private static final int RADIX = Character.MAX_RADIX;
  private static final int MAXIMUM_DIGITS = 12;
  private static final char PADDING = '_';

  private static final long PLAUSIBLE = 4_096;

  private TextDomain() {}

  static Domain of(String column, Restriction restriction) {
    int minimum = restriction.minimumLength();
    int maximum = restriction.maximumLength();
    if (minimum > maximum) {
      return new Domain(0, number -> "");
    }
    if (maximum < WORDS_LENGTH) {
      return codes(Math.max(minimum, Math.min(maximum, MAXIMUM_DIGITS)));
    }
    boolean isAddress =
        column.toLowerCase(Locale.ROOT).contains("email")
            && maximum >= WORDS_LENGTH + MAIL_DOMAIN.length();
    return new Domain(
        Long.MAX_VALUE,
        PLAUSIBLE,
        number ->
            isAddress
                ? padded(word(number, '.'), minimum - MAIL_DOMAIN.length()) + MAIL_DOMAIN
                : padded(word(number, ' '), minimum));
  }

  /** Codes of one length in base 36, with leading zeros. */
  private static Domain codes(int length) {
    int digits = Math.min(length, MAXIMUM_DIGITS);
    long size = 1;
    for (int i = 0; i < digits; i++) {
      size *= RADIX;
    }
    return new Domain(
        size,
        number -> {
          String code = digits == 0 ? "" : Long.toString(number, RADIX);
          return "0".repeat(length - code.length()) + code;
        });
  }

  /** A word, and a number when all words are used. */
  private static String word(long number, char separator) {
    String word = WORDS[(int) (number % WORDS.length)];
    long round = number / WORDS.length;
    return round == 0 ? word : word + separator + Long.toString(round, RADIX);
  }

  private static String padded(String text, int minimum) {
    int missing = minimum - text.length();
    return missing <= 0 ? text : text + String.valueOf(PADDING).repeat(missing);
  }
}
