package dev.taskstore.differential;

import java.util.List;
import java.util.Locale;

/** Texts that are edge cases for databases, patterns and collations. */
final class Texts {

  static final List<String> NAMES =
      List.of(
          "ada",
          "Ada",
          "bob",
          "e\u0301",
          "\u00e9",
          "a_b",
          "a%b",
          "zoe",
          "ada ",
          " ada",
          "ADA",
          "a\\b",
          "O'Hara",
          "'; DROP TABLE users; --",
          "\"quoted\"",
          "${0}",
          "?",
          "{0}",
          "\\N",
          "\\.",
          "NULL",
          "a\tb",
          "a\nb",
          "a\rb",
          "\u0001",
          "\u007f",
          "\u0085",
          "\u200b",
          "\ufeffx",
          "\u05e9\u05dc\u05d5\u05dd",
          "\u202eabc",
          "\ud83d\ude00",
          "\ud83d\udc69\u200d\ud83d\udcbb",
          "\uffff",
          "\ue000",
          "\ufffd",
          "\ud7ff",
          "\ud800\udc00",
          "\udbff\udfff",
          "\u00c5ngstr\u00f6m",
          "z",
          "~");

  static final List<String> TITLES =
      List.of(
          "Ship 1.0",
          "ship",
          "SHIPPED",
          "Buy milk",
          "buy MILK",
          "Buy",
          "Stra\u00dfe",
          "STRASSE",
          "\u0130stanbul",
          "istanbul",
          "ISTANBUL",
          "\u0131l\u0131k",
          "\u03a3\u03b1\u03c2",
          "\u03c3\u03b1\u03c3",
          "\u01c4 \u01c5 \u01c6",
          "\u212aelvin",
          "kelvin",
          "\u017fharp",
          "\u1e9e",
          "100%",
          "1000",
          "a_b",
          "axb",
          "a.b",
          "[x]",
          "[a-z]",
          "]",
          "^x$",
          "(a|b)",
          "x{2}",
          "a\\b",
          "\\d",
          "*",
          "a*b?",
          "***=x",
          "(?i)x",
          "!%",
          "\ud801\udc00",
          "\ud801\udc28",
          "\ud7ff",
          "\ue000",
          "\udbff\udfff\udbff\udfff",
          "\udbff\udfff",
          "two\nlines",
          "e\u0301te\u0301",
          "\u00e9t\u00e9",
          "\u00c9T\u00c9");

  /** Letters whose forms in Unicode, in locales and in databases differ. */
  private static final List<String> LETTERS =
      List.of("\u0130", "\u0131", "\u017f", "\u01c5", "\u03c2", "\u1e9e", "\u212a");

  private Texts() {}

  static String draw(Draw draw, List<String> pool, int longest) {
    int roll = draw.between(0, 199);
    if (roll < 40) {
      return draw.pickEarly(pool, 8);
    } else if (roll < 160) {
      return draw.pick(pool);
    } else if (roll < 190) {
      return random(draw, draw.between(1, Math.min(12, longest)));
    } else if (roll < 194) {
      return ofLength(draw, longest);
    } else if (roll < 196) {
      return ofLength(draw, longest + 1);
    } else if (roll < 199) {
      return draw.pick(List.of("a\u0000b", "\u0000", "\ud800", "x\udfff", "\udc00\ud800"));
    }
    return "";
  }

  private static String random(Draw draw, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(draw.codePoint());
    }
    return text.toString();
  }

  private static String ofLength(Draw draw, int length) {
    return draw.pick(List.of("a", "\u00e9", "\u20ac", "\ud83d\ude00")).repeat(length);
  }

  /** Draws a search text: a title or a part of one, in any case, or a letter. */
  static String search(Draw draw) {
    if (draw.chance(20)) {
      return draw.pick(LETTERS);
    }
    String title = draw(draw, TITLES, 255);
    int begin = title.isEmpty() ? 0 : draw.between(0, title.length() - 1);
    String part = draw.chance(50) ? title.substring(begin) : title;
    return switch (draw.between(0, 3)) {
      case 0 -> part.toLowerCase(Locale.ROOT);
      case 1 -> part.toUpperCase(Locale.ROOT);
      default -> part;
    };
  }
}
