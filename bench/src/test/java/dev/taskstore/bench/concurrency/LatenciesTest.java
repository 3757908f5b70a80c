package dev.taskstore.bench.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {

  @ParameterizedTest
  @ValueSource(
      longs = {0, 1, 31, 32, 33, 63, 64, 65, 1_000, 123_456_789, 1L << 40, Long.MAX_VALUE / 2})
  void aBucketIsNarrow(long nanos) {
    Latencies latencies = new Latencies();
    latencies.add(nanos);
    assertThat(latencies.percentile(0.99).orElseThrow())
        .isGreaterThanOrEqualTo((double) nanos)
        .isCloseTo((double) nanos, Percentage.withPercentage(100.0 / 32));
  }

  @Test
  void aPercentileIsWhatTheShareStaysBelow() {
    Latencies latencies = new Latencies();
    for (int i = 1; i <= 1_000; i++) {
      latencies.add(i * 1_000L);
    }
    assertThat(latencies.percentile(0.5).orElseThrow()).isCloseTo(500_000, within(16_000.0));
    assertThat(latencies.percentile(0.99).orElseThrow()).isCloseTo(990_000, within(31_000.0));
  }

  @Test
  void threadsAddUp() {
    Latencies fast = new Latencies();
    fast.add(1);
    Latencies slow = new Latencies();
    slow.add(20);
    fast.addAll(slow);
    assertThat(fast.percentile(0.5)).hasValue(1);
    assertThat(fast.percentile(0.99)).hasValue(20);
  }

  @Test
  void withoutCallsThereIsNone() {
    assertThat(new Latencies().percentile(0.99)).isEmpty();
  }
}
