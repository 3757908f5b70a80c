package dev.taskstore.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.mapping.ValueLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdGeneratorTest {

  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");

  private final IdGenerator fixed = IdGenerator.timeOrdered(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void identifiersOfOneMillisecondCountUp() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(fixed.next().toString());
    }

    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void identifiersAreOfVersionSevenAndHoldTheTime() {
    for (UUID id : List.of(fixed.next(), fixed.next(NOW))) {
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(milliseconds(id)).isEqualTo(NOW.toEpochMilli());
    }
  }

  @Test
  void identifiersOfOtherTimesAreInTheOrderOfThoseTimes() {
    List<String> ids = new ArrayList<>();
    for (Instant createdAt :
        List.of(
            Instant.EPOCH,
            Instant.EPOCH.plusMillis(1),
            NOW.minus(Duration.ofDays(9_000)),
            NOW.minusMillis(1),
            NOW,
            NOW.plusMillis(1),
            ValueLimits.MAX_INSTANT)) {
      ids.add(fixed.next(createdAt).toString());
    }

    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void timesOutOfRangeAreTakenForTheNearestOne() {
    for (Instant early :
        List.of(
            Instant.MIN, ValueLimits.MIN_INSTANT, Instant.parse("1969-12-31T23:59:59.999999Z"))) {
      UUID id = fixed.next(early);

      assertThat(milliseconds(id)).isZero();
      assertThat(id.version()).isEqualTo(7);
    }
    assertThat(milliseconds(fixed.next(Instant.MAX)))
        .isEqualTo(ValueLimits.MAX_INSTANT.toEpochMilli());
    assertThat(fixed.next(Instant.EPOCH)).isNotEqualTo(fixed.next(Instant.EPOCH));
  }

  private static long milliseconds(UUID id) {
    return id.getMostSignificantBits() >>> 16;
  }
}
