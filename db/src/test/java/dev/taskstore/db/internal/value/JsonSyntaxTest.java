package dev.taskstore.db.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSyntaxTest {

  private static final int DEPTH = 4;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "10",
        "1.5",
        "-1.25E+10",
        "1e-2",
        "\"\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"\\u00e9\\uD83D\\uDE80\"",
        "\"\u00e9\uD83D\uDE80\u2028\"",
        "true",
        "false",
        "null",
        "[]",
        "{}",
        " \t\r\n[ \t\r\n] \t\r\n",
        "[1,[2,[3,[4]]]]",
        "{\"a\":{\"b\":[{}]},\"a\":null}",
        "[{\"a\":1},[],\"x\",-2.5]"
      })
  void jsonIsAccepted(String text) {
    assertThat(JsonSyntax.problem(text, DEPTH)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "``|0",
        "-|1",
        "00|1",
        "1.e5|2",
        "1e|2",
        "0x1|1",
        "tru|0",
        "nullx|4",
        "[1 2]|3",
        "[1,]|3",
        "[,1]|1",
        "{\"a\" 1}|5",
        "{\"a\":}|5",
        "{\"a\":1,}|7",
        "{1:2}|1",
        "[}|1",
        "{]|1",
        "[1}|2",
        "1]|1",
        "\"\\a\"|2",
        "\"\\u12G4\"|5",
        "\"abc|4"
      })
  void whatIsNoJsonIsRefusedWithItsPlace(String text, int index) {
    assertThat(JsonSyntax.problem(text, DEPTH))
        .isEqualTo("is not JSON (RFC 8259): syntax error at index " + index);
  }

  @Test
  void theDepthIsLimited() {
    assertThat(JsonSyntax.problem("[{\"a\":[[]]}]", DEPTH)).isNull();
    assertThat(JsonSyntax.problem("[{\"a\":[[[]]]}]", DEPTH))
        .isEqualTo("is nested deeper than 4 levels");
    assertThat(JsonSyntax.problem("[".repeat(5_000_000), DEPTH)).contains("deeper");
  }

  @Test
  void charactersThatNoTextCanHoldAreRefusedEvenAsEscapes() {
    assertThat(JsonSyntax.problem("\"\\u0000\"", DEPTH)).contains("NUL character at index 1");
    assertThat(JsonSyntax.problem("\"a\\uD800b\"", DEPTH)).contains("lone surrogate");
    assertThat(JsonSyntax.problem("\"a\\uDC00b\"", DEPTH)).contains("lone surrogate");
    assertThat(JsonSyntax.problem("\"\\uD800\"", DEPTH)).contains("lone surrogate");
    assertThat(JsonSyntax.problem("\"\\uD800\\uD800\"", DEPTH)).contains("lone surrogate");
  }

  @Test
  void everyTextIsAcceptedOrRefusedWithoutHarm() {
    long seed = 20261124;
    Random random = new Random(seed);
    String alphabet = "[]{},:\"\\u0eE+-.19truefalsnd \n\u0000\uD83D\uDE80";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(12);
      for (int i = 0; i < length; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String problem = JsonSyntax.problem(text.toString(), DEPTH);
      if (problem == null) {
        assertThat(JsonSyntax.problem("[" + text + "]", DEPTH + 1))
            .as("seed %d, round %d: %s", seed, round, text)
            .isNull();
      }
    }
  }
}
