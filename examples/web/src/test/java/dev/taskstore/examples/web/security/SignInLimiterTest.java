package dev.taskstore.examples.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.taskstore.dialect.tck.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInLimiterTest {

  private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final SignInLimiter limiter = new SignInLimiter(clock, 3, 5);

  @Test
  void permitsAnAccountAgainWhenTheTimeOfOneFailureIsOver() {
    for (int i = 0; i < 3; i++) {
      limiter.begin("ada", "192.0.2." + i);
    }
    SignInLimitException refused = refused("ada", "192.0.2.9");
    assertThat(refused.retryAfterSeconds()).isEqualTo("300");
    clock.advance(Duration.ofSeconds(299));
    assertThat(refused("ada", "192.0.2.9").retryAfterSeconds()).isEqualTo("1");
    clock.advance(Duration.ofSeconds(1));
    limiter.begin("ada", "192.0.2.9");
    refused("ada", "192.0.2.9");
  }

  @Test
  void limitsAnAddressThatTriesManyAccounts() {
    for (int i = 0; i < 5; i++) {
      limiter.begin("user" + i, "192.0.2.1");
    }
    refused("ada", "192.0.2.1");
    assertThatCode(() -> limiter.begin("ada", "192.0.2.2")).doesNotThrowAnyException();
  }

  @Test
  void countsAnIpv6NetworkAsOneAddress() {
    for (int i = 0; i < 5; i++) {
      limiter.begin("user" + i, "2001:db8:0:1::" + i);
    }
    refused("ada", "2001:db8:0:1:ffff::1");
    assertThatCode(() -> limiter.begin("ada", "2001:db8:0:2::1")).doesNotThrowAnyException();
  }

  @Test
  void doesNotCountSuccesses() {
    for (int i = 0; i < 100; i++) {
      limiter.begin("ada", "192.0.2.1").succeeded();
    }
    for (int i = 0; i < 3; i++) {
      limiter.begin("ada", "192.0.2.1");
    }
    refused("ada", "192.0.2.1");
  }

  @Test
  void doesNotCountAttemptsOfALimitedAccountAgainstTheAddress() {
    for (int i = 0; i < 3; i++) {
      limiter.begin("ada", "192.0.2.1");
    }
    for (int i = 0; i < 10; i++) {
      refused("ada", "192.0.2.1");
    }
    limiter.begin("bob", "192.0.2.1");
  }

  private SignInLimitException refused(String account, String address) {
    SignInLimitException refused =
        catchThrowableOfType(SignInLimitException.class, () -> limiter.begin(account, address));
    assertThat(refused).isNotNull();
    return refused;
  }
}
