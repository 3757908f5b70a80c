package dev.taskstore.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.mapping.Bytes;
import dev.taskstore.db.mapping.Codecs;
import dev.taskstore.db.mapping.ValueLimits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens value by value, and damaged character by character. */
class PageTokenTest {

  private static final long SEED = 20_260_101;
  private static final char[] ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ \u00e4\0".toCharArray();

  static Stream<Object> values() {
    return Stream.of(
        "",
        "text with \uD83D\uDE80 and \u00e9",
        "x".repeat(10_000),
        new UUID(0, 0),
        new UUID(-1, -1),
        Instant.EPOCH,
        Instant.parse("1969-12-31T23:59:59.999999Z"),
        ValueLimits.MIN_INSTANT,
        ValueLimits.MAX_INSTANT,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        Short.MIN_VALUE,
        Short.MAX_VALUE,
        LocalDate.EPOCH,
        ValueLimits.MIN_DATE,
        ValueLimits.MAX_DATE,
        LocalTime.MIDNIGHT,
        LocalTime.parse("23:59:59.999999"),
        new BigDecimal("-999999999999999999"),
        new BigDecimal("0.000000000000000001"),
        new BigDecimal("-9223372036854775808"),
        new BigDecimal("9223372036854775808"),
        new BigDecimal("1e-300"),
        new BigDecimal(BigInteger.TEN.pow(1_000).subtract(BigInteger.ONE), 7),
        Double.MIN_VALUE,
        -Double.MAX_VALUE,
        0.1f,
        -Float.MAX_VALUE,
        ValueLimits.MIN_TIMESTAMP,
        ValueLimits.MAX_TIMESTAMP,
        Bytes.EMPTY,
        Bytes.ofHex("00ff"),
        Codecs.JSON.toStored(JSON.json("{\"a\": \"\u00e9\"}")),
        true,
        false);
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueOfEveryTypeComesBack(Object value) {
    Cursor cursor = new Cursor(-7, List.of(value, value));

    PageRequest after = PageRequest.of(PageRequest.after(20, cursor).token());
    PageRequest before = PageRequest.of(PageRequest.before(20, cursor).token());

    assertThat(after.cursor()).isEqualTo(cursor);
    assertThat(after.isBackward()).isFalse();
    assertThat(before.cursor()).isEqualTo(cursor);
    assertThat(before.isBackward()).isTrue();
  }

  @Test
  void nullsComeBack() {
    Cursor cursor = new Cursor(-7, Arrays.asList(null, "a", null));

    assertThat(PageRequest.of(PageRequest.after(20, cursor).token()).cursor()).isEqualTo(cursor);
  }

  @Test
  void requestsWithoutACursorComeBack() {
    assertThat(PageRequest.of(PageRequest.first(7).token())).isEqualTo(PageRequest.first(7));
    assertThat(PageRequest.of(PageRequest.last(7).token())).isEqualTo(PageRequest.last(7));
    assertThat(PageRequest.of(PageRequest.last(7).token()).cursor()).isNull();
  }

  @Test
  void everyChangeOfOneCharacterIsReadOrRefused() {
    List<Object> several = List.of("a\uD83D\uDE80", new UUID(1, 2), Instant.EPOCH, 3L, 4, true);
    String token = PageRequest.before(50, new Cursor(99, several)).token();
    for (int i = 0; i < token.length(); i++) {
      for (char other : ALPHABET) {
        assertReadOrRefused(token.substring(0, i) + other + token.substring(i + 1), "place " + i);
      }
      assertReadOrRefused(token.substring(0, i), "cut off at " + i);
      assertReadOrRefused(token.substring(0, i) + token.substring(i + 1), "without " + i);
    }
  }

  @Test
  void randomBytesAreReadOrRefused() {
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[random.nextInt(80)];
      random.nextBytes(bytes);
      if (bytes.length > 11 && round % 2 == 0) {
        System.arraycopy(new byte[] {1, 2, 0, 0, 0, 5}, 0, bytes, 0, 6);
        bytes[10] = (byte) random.nextInt(3);
        bytes[11] = (byte) "sutblihdony0".charAt(random.nextInt(12));
      }
      assertReadOrRefused(
          Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
          "seed " + SEED + ", round " + round);
    }
  }

  /** What is read must be a request that can be written and read again. */
  private static void assertReadOrRefused(String token, String which) {
    Throwable failure = catchThrowable(() -> PageRequest.of(token));
    if (failure == null) {
      PageRequest read = PageRequest.of(token);
      assertThat(PageRequest.of(read.token())).as("%s: %s", which, token).isEqualTo(read);
      assertThat(read.size()).as("%s: %s", which, token).isBetween(1, PageRequest.MAXIMUM_SIZE);
    } else {
      assertThat(failure)
          .as("%s: %s", which, token)
          .isExactlyInstanceOf(InvalidArgumentException.class);
    }
  }
}
