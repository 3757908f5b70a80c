package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps the credentials of another provider until shortly before they expire. */
final class CachedCredentials implements CredentialsProvider {

  private final CredentialsProvider provider;
  private final Duration margin;
  private final Clock clock;

  /** A monitor would pin the carrier of a virtual thread while the provider waits for a service. */
  private final ReentrantLock lock = new ReentrantLock();

  private @Nullable Credentials kept;

  CachedCredentials(CredentialsProvider provider, Duration margin, Clock clock) {
    if (margin.isNegative()) {
      throw new InvalidArgumentException(
          "The margin must not be negative, but is " + margin + ".", FailureContext.NONE);
    }
    this.provider = Objects.requireNonNull(provider, "provider");
    this.margin = margin;
    this.clock = clock;
  }

  @Override
  public Credentials credentials() throws Exception {
    lock.lock();
    try {
      Credentials current = kept;
      if (current == null || !isFresh(current)) {
        current = provider.credentials();
        kept = current;
      }
      return current;
    } finally {
      lock.unlock();
    }
  }

  private boolean isFresh(Credentials credentials) {
    Instant end = credentials.expiresAt();
    return end != null && clock.instant().plus(margin).isBefore(end);
  }
}
