package dev.taskstore.db.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.spi.ReplicationPosition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrimaryPositionsTest {

  private static final long SECOND = 1_000_000_000;

  private final PrimaryPositions positions = new PrimaryPositions();

  private static ReplicationPosition at(long number) {
    return new ReplicationPosition(1, "p" + number);
  }

  private void sampleEverySecondUntil(long seconds) {
    for (long second = 0; second <= seconds; second++) {
      positions.add(second * SECOND, at(second));
    }
  }

  @Test
  void theOldestPositionWithinALimitIsTheEasiestToReach() {
    sampleEverySecondUntil(10);

    assertThat(positions.within(Duration.ofSeconds(3), 10 * SECOND)).isEqualTo(at(7));
    assertThat(positions.within(Duration.ofSeconds(3), 10 * SECOND + 1)).isEqualTo(at(8));
    assertThat(positions.within(Duration.ofDays(365), 10 * SECOND)).isEqualTo(at(0));
  }

  @Test
  void nothingIsKnownWithinALimitWhenThePrimaryHasNotRespondedForSoLong() {
    assertThat(positions.within(Duration.ofSeconds(3), 0)).isNull();
    sampleEverySecondUntil(10);

    assertThat(positions.within(Duration.ofSeconds(3), 14 * SECOND)).isNull();
  }

  @Test
  void theNewestPositionBeforeALimitShowsALag() {
    sampleEverySecondUntil(10);

    assertThat(positions.before(Duration.ofSeconds(3), 10 * SECOND)).isEqualTo(at(7));
    assertThat(positions.before(Duration.ofSeconds(11), 10 * SECOND)).isNull();
  }

  @Test
  void positionsOfSomeMinutesAreKept() {
    sampleEverySecondUntil(100_000);

    assertThat(positions.within(Duration.ofDays(365), 100_000 * SECOND)).isEqualTo(at(99_401));
  }
}
