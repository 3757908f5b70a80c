package dev.taskstore.db.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what the default pattern finds with a search that needs no pattern. */
class TextSearchTest {

  private static final long SEED = 20_260_101;

  /** Everything that means something in a regular expression, and letters with odd forms. */
  private static final int[] ALPHABET =
      ("\\.[]{}()*+?^$|-&~#/%_,:=!<>'\" \n\tabABdwsDWSQE019"
              + "\u00df\u00e9\u00c9\u0130\u0131\u01c4\u01c5\u01c6\u017f\u03c2\u03c3\u03a3\u1e9e\u212a"
              + "\uD83D\uDE80\uD801\uDC00\uD801\uDC28")
          .codePoints()
          .toArray();

  @Test
  void thePatternFindsJustTheTextsThatContainTheNeedle() {
    Random random = new Random(SEED);
    int found = 0;
    for (int round = 0; round < 50_000; round++) {
      String needle = text(random, 1 + random.nextInt(3));
      String text = text(random, random.nextInt(6));
      if (random.nextInt(3) == 0) {
        text += disguised(random, needle) + text(random, random.nextInt(3));
      }
      boolean expected = contains(text, needle);

      assertThat(
              Pattern.compile(TextSearch.REGULAR_EXPRESSION.pattern(needle)).matcher(text).find())
          .as("seed %d, round %d: '%s' in '%s'", SEED, round, needle, text)
          .isEqualTo(expected);
      found += expected ? 1 : 0;
    }
    assertThat(found).isBetween(10_000, 40_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a*", ".", "^", "$", "|", "[^x]", "\\w", "\\Qx\\E", "(?i)x", "x{0}", "a|x"})
  void metacharactersMeanThemselves(String needle) {
    Pattern pattern = Pattern.compile(TextSearch.REGULAR_EXPRESSION.pattern(needle));

    assertThat(pattern.matcher("bbb yyy").find()).isFalse();
    assertThat(pattern.matcher("").find()).isFalse();
    assertThat(pattern.matcher("bbb" + needle + "yyy").find()).isTrue();
  }

  @Test
  void theFormsOfALetterAreItsSimpleMappings() {
    assertThat(TextSearch.variants('a')).containsExactly((int) 'a', (int) 'A');
    assertThat(TextSearch.variants('A')).containsExactly((int) 'A', (int) 'a');
    assertThat(TextSearch.variants('7')).containsExactly((int) '7');
    assertThat(TextSearch.variants(0x01C6)).containsExactly(0x01C6, 0x01C4, 0x01C5);
    assertThat(TextSearch.variants(0x10400)).containsExactly(0x10400, 0x10428);
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(ALPHABET[random.nextInt(ALPHABET.length)]);
    }
    return text.toString();
  }

  /** The needle with every letter in any of its forms. */
  private static String disguised(Random random, String needle) {
    StringBuilder text = new StringBuilder();
    needle
        .codePoints()
        .forEach(
            codePoint -> {
              Object[] forms = TextSearch.variants(codePoint).toArray();
              text.appendCodePoint((Integer) forms[random.nextInt(forms.length)]);
            });
    return text.toString();
  }

  private static boolean contains(String text, String needle) {
    int[] within = text.codePoints().toArray();
    int[] sought = needle.codePoints().toArray();
    for (int start = 0; start + sought.length <= within.length; start++) {
      int matched = 0;
      while (matched < sought.length && isForm(sought[matched], within[start + matched])) {
        matched++;
      }
      if (matched == sought.length) {
        return true;
      }
    }
    return false;
  }

  private static boolean isForm(int letter, int other) {
    return other == letter
        || other == Character.toLowerCase(letter)
        || other == Character.toUpperCase(letter)
        || other == Character.toTitleCase(letter);
  }
}
