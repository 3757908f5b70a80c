package dev.taskstore.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.InvalidArgumentException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CredentialsTest {

  private static final Instant START = Instant.parse("2026-11-29T10:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final AtomicInteger calls = new AtomicInteger();

  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now.get();
        }
      };

  private Credentials token() {
    return Credentials.of("ada", "token " + calls.incrementAndGet())
        .expiringAt(now.get().plus(Duration.ofMinutes(15)));
  }

  @Test
  void theTextContainsNeitherUserNorPassword() {
    assertThat(Credentials.of("ada", "s3cr3t").expiringAt(START))
        .hasToString("Credentials[expiresAt=2026-11-29T10:00:00Z]");
  }

  @Test
  void anEmptyUserAndNulCharactersAreRefusedWithoutTheirValues() {
    assertThatThrownBy(() -> Credentials.of("", "s3cr3t"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("user is empty");
    assertThatThrownBy(() -> Credentials.of("ada\0database\0other", "s3cr3t"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("NUL")
        .hasMessageNotContaining("ada");
    assertThatThrownBy(() -> Credentials.of("ada", "s3cr3t\0"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageNotContaining("s3cr3t");
  }

  @Test
  void credentialsAreKeptUntilTheMarginBeforeTheirEnd() throws Exception {
    CredentialsProvider cached = new CachedCredentials(this::token, Duration.ofMinutes(5), clock);

    assertThat(cached.credentials().password()).isEqualTo("token 1");
    now.set(START.plus(Duration.ofMinutes(10)).minusNanos(1));
    assertThat(cached.credentials().password()).isEqualTo("token 1");
    now.set(START.plus(Duration.ofMinutes(10)));
    assertThat(cached.credentials().password()).isEqualTo("token 2");
    assertThat(cached.credentials().password()).isEqualTo("token 2");
  }

  @Test
  void credentialsWithoutAnEndAreNotKept() throws Exception {
    CredentialsProvider cached =
        CredentialsProvider.cached(
            () -> Credentials.of("ada", "password " + calls.incrementAndGet()), Duration.ZERO);

    assertThat(cached.credentials().password()).isEqualTo("password 1");
    assertThat(cached.credentials().password()).isEqualTo("password 2");
  }

  @Test
  void aFailureIsNotKept() throws Exception {
    CredentialsProvider cached =
        new CachedCredentials(
            () -> {
              if (calls.get() == 0) {
                calls.incrementAndGet();
                throw new IOException("unreachable");
              }
              return token();
            },
            Duration.ofMinutes(5),
            clock);

    assertThatThrownBy(cached::credentials).isInstanceOf(IOException.class);
    assertThat(cached.credentials().password()).isEqualTo("token 2");
  }

  @Test
  void aNegativeMarginIsRefused() {
    assertThatThrownBy(() -> CredentialsProvider.cached(this::token, Duration.ofSeconds(-1)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("margin");
  }
}
