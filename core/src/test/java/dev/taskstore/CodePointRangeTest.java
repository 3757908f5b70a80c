package dev.taskstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePointRangeTest {

  private static final long SEED = 20_260_101;
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  /** Around every edge of the code points, so that random texts share prefixes often. */
  private static final int[] ALPHABET = {
    'a', 'b', 0x7F, 0xD7FE, 0xD7FF, 0xE000, 0xE001, 0xFFFF, 0x10000, 0x10FFFE, 0x10FFFF
  };

  @ParameterizedTest
  @CsvSource({
    "a, b",
    "ab, ac",
    "\u007F, \u0080",
    "\uD7FE, \uD7FF",
    "\uD7FF, \uE000",
    "x\uD7FF, x\uE000",
    "\uE000, \uE001",
    "\uFFFF, \uD800\uDC00",
    "\uD83D\uDE80, \uD83D\uDE81",
    "\uD83D\uDFFF, \uD83E\uDC00",
    "\uDBFF\uDFFE, \uDBFF\uDFFF",
    "a\uDBFF\uDFFF, b",
    "\uD7FF\uDBFF\uDFFF, \uE000",
    "a\uDBFF\uDFFFb, a\uDBFF\uDFFFc"
  })
  void theEndOfAPrefixHasTheNextCodePoint(String prefix, String end) {
    assertThat(CodePointRange.endOfPrefix(prefix)).isEqualTo(end);
  }

  @Test
  void nothingEndsTheGreatestTexts() {
    assertThat(CodePointRange.endOfPrefix("")).isNull();
    assertThat(CodePointRange.endOfPrefix(LAST)).isNull();
    assertThat(CodePointRange.endOfPrefix(LAST.repeat(3))).isNull();
  }

  @Test
  void theRangeHoldsJustTheTextsThatBeginWithThePrefix() {
    Random random = new Random(SEED);
    int inside = 0;
    for (int i = 0; i < 100_000; i++) {
      String prefix = text(random, 1 + random.nextInt(3));
      String text = random.nextInt(4) == 0 ? prefix + text(random, 2) : text(random, 4);
      String end = CodePointRange.endOfPrefix(prefix);
      boolean between = compare(text, prefix) >= 0 && (end == null || compare(text, end) < 0);

      assertThat(between)
          .as("seed %d, round %d: %s in %s", SEED, i, hex(text), hex(prefix))
          .isEqualTo(text.startsWith(prefix));
      inside += between ? 1 : 0;
    }
    assertThat(inside).isBetween(10_000, 90_000);
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(ALPHABET[random.nextInt(ALPHABET.length)]);
    }
    return text.toString();
  }

  private static int compare(String left, String right) {
    return java.util.Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
  }

  private static String hex(String text) {
    return IntStream.of(text.codePoints().toArray()).mapToObj(Integer::toHexString).toList() + "";
  }
}
