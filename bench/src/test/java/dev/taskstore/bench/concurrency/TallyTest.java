package dev.taskstore.bench.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

  private static final Window WINDOW = new Window(1_000, 2_000);

  private final Tally tally = new Tally(WINDOW);

  @Test
  void theWarmupDoesNotCount() {
    tally.add(0, 999);
    assertThat(tally.perSecond()).isZero();
    assertThat(tally.slow()).isEmpty();
  }

  @Test
  void aCallThatEndsInTheWindowCounts() {
    tally.add(900, 1_000);
    tally.add(1_000, 1_999);
    assertThat(tally.perSecond()).isEqualTo(2 / 1e-6);
  }

  @Test
  void aCallThatOutlastsTheWindowIsSlow() {
    tally.add(1_999, 1_999 + 30);
    assertThat(tally.perSecond()).isZero();
    assertThat(tally.slow()).hasValue(30);
  }

  @Test
  void theFirstFailureIsKept() {
    RuntimeException first = new IllegalStateException("first");
    tally.addFailure(first);
    Tally all = new Tally(WINDOW);
    all.addAll(tally);
    all.addFailure(new IllegalStateException("second"));
    assertThat(all.failures()).isEqualTo(2);
    assertThat(all.firstFailure()).containsSame(first);
  }
}
