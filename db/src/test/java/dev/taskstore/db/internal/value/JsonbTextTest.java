package dev.taskstore.db.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonbTextTest {

  private static final long SEED = 20_260_103;
  private static final int LIMIT = 1_000_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1,2]                    | [1, 2]
          {"bb":1,"a":2,"a":3}     | {"a": 3, "bb": 1}
          1.50e1                   | 15
          1E+3                     | 1000
          -0.0                     | 0
          0.0000001                | 0.0000001
          -120.0300e-1             | -12.003
          0.010E1                  | 0.1
          100e-00000000002         | 1
          0.000e5                  | 0
          [ [ ] , { } ]            | [[], {}]
          """)
  void oneValueHasOneText(String text, String canonical) {
    assertThat(JsonbText.of(text, LIMIT)).isEqualTo(canonical);
    assertThat(JsonbText.of(canonical, LIMIT)).isEqualTo(canonical);
  }

  @Test
  void tooManyDigitsAndTooLongTextsHaveNone() {
    assertThat(JsonbText.of("1e131072", LIMIT)).isNull();
    assertThat(JsonbText.of("1e-16384", LIMIT)).isNull();
    assertThat(JsonbText.of("1e2147483648", LIMIT)).isNull();
    assertThat(JsonbText.of("[1e100, 1e100]", 150)).isNull();
    assertThat(JsonbText.of("0e2147483647", LIMIT)).isEqualTo("0");
  }

  @Test
  void numbersAreThoseOfBigDecimal() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2000; i++) {
      String number =
          (random.nextBoolean() ? "-" : "")
              + (random.nextBoolean() ? "0" : Integer.toString(1 + random.nextInt(9999)))
              + (random.nextBoolean()
                  ? ""
                  : "." + "0".repeat(random.nextInt(3)) + random.nextInt(500))
              + (random.nextBoolean() ? "" : "e" + (random.nextInt(21) - 10));
      BigDecimal value = new BigDecimal(number);
      String expected = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
      assertThat(JsonbText.of(number, LIMIT)).as("seed %d, %s", SEED, number).isEqualTo(expected);
    }
  }

  /** Any order of members, with any blanks, is the same value. */
  @Test
  void theOrderOfMembersAndBlanksHaveNoMeaning() {
    Random random = new Random(SEED);
    for (int i = 0; i < 500; i++) {
      List<String> members = new ArrayList<>();
      for (int member = 0; member < random.nextInt(6); member++) {
        members.add("\"" + "k".repeat(member % 3) + member + "\":" + random.nextInt());
      }
      String first = "{" + String.join(",", members) + "}";
      Collections.shuffle(members, random);
      String second = "{ " + String.join(" ,\n", members) + "\t}";
      assertThat(JsonbText.of(second, LIMIT))
          .as("seed %d, %s", SEED, first)
          .isEqualTo(JsonbText.of(first, LIMIT));
    }
  }
}
