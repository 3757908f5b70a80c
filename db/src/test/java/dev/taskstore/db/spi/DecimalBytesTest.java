package dev.taskstore.db.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalBytesTest {

  private static final long SEED = 20_260_102;

  @Test
  void theLengthIsTheSmallestWhoseRangeContainsAllNumbers() {
    assertThat(DecimalBytes.length(18)).isEqualTo(8);
    assertThat(DecimalBytes.length(19)).isEqualTo(9);
    assertThat(DecimalBytes.length(38)).isEqualTo(16);
    assertThat(DecimalBytes.length(1_000)).isEqualTo(416);
    for (int precision = 1; precision <= 1_000; precision++) {
      BigInteger greatest = BigInteger.TEN.pow(precision).subtract(BigInteger.ONE);
      assertThat(DecimalBytes.length(precision)).isEqualTo(greatest.toByteArray().length);
    }
  }

  @Test
  void bytesHaveTheOrderOfTheNumbersAndReturnThem() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      int precision = 1 + random.nextInt(80);
      BigInteger left = number(random, precision);
      BigInteger right =
          random.nextInt(3) == 0 ? left.add(step(random)) : number(random, precision);
      BigInteger limit = BigInteger.TEN.pow(precision).subtract(BigInteger.ONE);
      right = right.min(limit).max(limit.negate());
      byte[] one = DecimalBytes.encode(left, precision);
      byte[] other = DecimalBytes.encode(right, precision);

      assertThat(Integer.signum(Arrays.compareUnsigned(one, other)))
          .as("seed %d, %s and %s", SEED, left, right)
          .isEqualTo(left.compareTo(right));
      assertThat(DecimalBytes.decode(one, precision)).isEqualTo(left);
    }
  }

  private static BigInteger number(Random random, int precision) {
    BigInteger limit = BigInteger.TEN.pow(precision);
    BigInteger value = new BigInteger(random.nextInt(limit.bitLength() + 1), random).mod(limit);
    return random.nextBoolean() ? value : value.negate();
  }

  private static BigInteger step(Random random) {
    return BigInteger.valueOf(random.nextInt(3) - 1L);
  }

  @Test
  void otherLengthsAreRefused() {
    assertThatThrownBy(() -> DecimalBytes.decode(new byte[8], 19))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A decimal of 19 digits has 9 bytes, not 8");
    assertThatThrownBy(() -> DecimalBytes.encode(BigInteger.TEN.pow(40), 19))
        .isInstanceOf(ArithmeticException.class);
  }
}
