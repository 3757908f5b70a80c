package dev.taskstore.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE);

  @Test
  void theDefaultsDoubleFromTenMillisecondsToHalfASecond() {
    List<Long> waits = new ArrayList<>();
    for (int attempt = 1; attempt <= 9; attempt++) {
      waits.add(RetryPolicy.defaults().backoff(attempt).toMillis());
    }

    assertThat(waits).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 500L, 500L, 500L);
    assertThat(RetryPolicy.defaults().backoff(1_000)).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void theFirstWaitIsBoundedToo() {
    RetryPolicy policy = new RetryPolicy(3, Duration.ofSeconds(9), Duration.ofSeconds(2));

    assertThat(policy.backoff(1)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void waitsThatBeginSmallReachTheirBoundAsWell() {
    RetryPolicy policy = new RetryPolicy(99, Duration.ofNanos(1), Duration.ofSeconds(10));

    assertThat(policy.backoff(22)).isEqualTo(Duration.ofNanos(1 << 21));
    assertThat(policy.backoff(34)).isEqualTo(Duration.ofNanos(1L << 33));
    assertThat(policy.backoff(35)).isEqualTo(Duration.ofSeconds(10));
    assertThat(policy.backoff(1_000)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void noWaitIsTooLongToBeDoubled() {
    RetryPolicy policy = new RetryPolicy(1_000, LONGEST.dividedBy(3), LONGEST);

    assertThat(policy.backoff(2)).isEqualTo(LONGEST.dividedBy(3).multipliedBy(2));
    assertThat(policy.backoff(3)).isEqualTo(LONGEST);
    assertThat(policy.backoff(1_000)).isEqualTo(LONGEST);
  }

  @Test
  void theLastAttemptBeginsHalfAMinuteAfterTheFirstUnlessToldOtherwise() {
    assertThat(RetryPolicy.defaults().maximumElapsed()).isEqualTo(Duration.ofSeconds(30));
    assertThat(new RetryPolicy(2, Duration.ZERO, Duration.ZERO).maximumElapsed())
        .isEqualTo(Duration.ofSeconds(30));
    assertThatThrownBy(() -> new RetryPolicy(2, Duration.ZERO, Duration.ZERO, Duration.ofNanos(-1)))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void noWaitStaysNone() {
    RetryPolicy policy = new RetryPolicy(9, Duration.ZERO, Duration.ofSeconds(1));

    assertThat(policy.backoff(1)).isZero();
    assertThat(policy.backoff(Integer.MAX_VALUE)).isZero();
    assertThat(RetryPolicy.none().backoff(1)).isZero();
  }

  @Test
  void policiesThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new RetryPolicy(0, Duration.ZERO, Duration.ZERO))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> new RetryPolicy(1, Duration.ofMillis(-1), Duration.ZERO))
        .isInstanceOf(InvalidArgumentException.class);
  }
}
