package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where reads run: on the primary, or on a replica that is recent enough. A replica is never
 * silently stale: a preference names a token whose commits the reads must see, or a limit of
 * staleness, or both. If no replica fulfils it, the reads run on the primary.
 *
 * <p>A database without replicas runs all reads on the primary, on every dialect. Immutable.
 */
public final class ReadPreference {

  /** The shortest limit of staleness: the position of the primary is known twice a second. */
  private static final Duration SHORTEST_STALENESS = Duration.ofSeconds(1);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration DEFAULT_WAIT = Duration.ofMillis(100);
  private static final ReadPreference PRIMARY =
      new ReadPreference(false, null, null, Duration.ZERO);

  private final boolean permitsReplicas;
  private final @Nullable ConsistencyToken token;
  private final @Nullable Duration maximumStaleness;
  private final Duration maximumWait;

  private ReadPreference(
      boolean permitsReplicas,
      @Nullable ConsistencyToken token,
      @Nullable Duration maximumStaleness,
      Duration maximumWait) {
    this.permitsReplicas = permitsReplicas;
    this.token = token;
    this.maximumStaleness = maximumStaleness;
    this.maximumWait = maximumWait;
  }

  /**
   * Returns the default preference: all reads run on the primary.
   *
   * @return the preference
   */
  public static ReadPreference primary() {
    return PRIMARY;
  }

  /**
   * Returns a preference for replicas that have everything that was committed before a token was
   * returned: callers read their own writes.
   *
   * @param token the token of {@link Session#token}
   * @return the preference, which waits up to 100 milliseconds for a replica
   */
  public static ReadPreference replicaAfter(ConsistencyToken token) {
    return new ReadPreference(true, Objects.requireNonNull(token, "token"), null, DEFAULT_WAIT);
  }

  /**
   * Returns a preference for replicas that have everything that was committed until some time ago.
   * The limit is checked with positions of the primary, and needs no clocks that agree. While the
   * primary cannot be reached, no replica fulfils it.
   *
   * @param maximumStaleness the limit, at least 1 second
   * @return the preference, which waits up to 100 milliseconds for a replica
   * @throws InvalidArgumentException if the limit is shorter
   */
  public static ReadPreference replicaWithin(Duration maximumStaleness) {
    return new ReadPreference(true, null, staleness(maximumStaleness), DEFAULT_WAIT);
  }

  /**
   * Returns a copy that also requires what was committed before a token was returned.
   *
   * @param other the token, which replaces the previous one
   * @return a copy
   * @throws IllegalStateException if this preference is {@link #primary}
   */
  public ReadPreference after(ConsistencyToken other) {
    requireReplicas();
    return new ReadPreference(
        true, Objects.requireNonNull(other, "other"), maximumStaleness, maximumWait);
  }

  /**
   * Returns a copy that also limits staleness.
   *
   * @param limit the limit, at least 1 second, which replaces the previous one
   * @return a copy
   * @throws InvalidArgumentException if the limit is shorter
   * @throws IllegalStateException if this preference is {@link #primary}
   */
  public ReadPreference within(Duration limit) {
    requireReplicas();
    return new ReadPreference(true, token, staleness(limit), maximumWait);
  }

  /**
   * Returns a copy with another wait for a replica that is recent enough, after which the primary
   * is used.
   *
   * @param wait the wait, zero to one minute. It does not include the time of statements
   * @return a copy
   * @throws InvalidArgumentException if the wait is negative or longer
   * @throws IllegalStateException if this preference is {@link #primary}
   */
  public ReadPreference waitingUpTo(Duration wait) {
    requireReplicas();
    if (wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0) {
      throw new InvalidArgumentException(
          "The wait for a replica must be zero to " + LONGEST_WAIT + ", not " + wait + ".",
          FailureContext.NONE);
    }
    return new ReadPreference(true, token, maximumStaleness, wait);
  }

  private void requireReplicas() {
    if (!permitsReplicas) {
      throw new IllegalStateException(
          "This preference is for the primary. Begin with replicaAfter(...) or"
              + " replicaWithin(...).");
    }
  }

  private static Duration staleness(Duration limit) {
    if (limit.compareTo(SHORTEST_STALENESS) < 0) {
      throw new InvalidArgumentException(
          "The limit of staleness must be at least " + SHORTEST_STALENESS + ", not " + limit + ".",
          FailureContext.NONE);
    }
    return limit;
  }

  /**
   * Returns whether reads may run on a replica.
   *
   * @return false for {@link #primary} only
   */
  public boolean permitsReplicas() {
    return permitsReplicas;
  }

  /**
   * Returns the token whose commits the reads must see.
   *
   * @return the token, or null if there is none
   */
  public @Nullable ConsistencyToken token() {
    return token;
  }

  /**
   * Returns the limit of staleness.
   *
   * @return the limit, or null if there is none
   */
  public @Nullable Duration maximumStaleness() {
    return maximumStaleness;
  }

  /**
   * Returns how long a read waits for a replica that is recent enough.
   *
   * @return the wait, zero for {@link #primary}
   */
  public Duration maximumWait() {
    return maximumWait;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReadPreference that
        && permitsReplicas == that.permitsReplicas
        && Objects.equals(token, that.token)
        && Objects.equals(maximumStaleness, that.maximumStaleness)
        && maximumWait.equals(that.maximumWait);
  }

  @Override
  public int hashCode() {
    return Objects.hash(permitsReplicas, token, maximumStaleness, maximumWait);
  }

  @Override
  public String toString() {
    return permitsReplicas
        ? "ReadPreference[token="
            + token
            + ", maximumStaleness="
            + maximumStaleness
            + ", maximumWait="
            + maximumWait
            + "]"
        : "ReadPreference[primary]";
  }
}
