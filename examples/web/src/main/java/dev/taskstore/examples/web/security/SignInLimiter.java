package dev.taskstore.examples.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Limits failed sign-ins for each account and each address, whether the account exists or not. A
 * successful sign-in costs nothing. The limits refill evenly over fifteen minutes.
 *
 * <p>Memory is bounded: of more than 100,000 accounts or addresses, the ones not used for the
 * longest time are forgotten. An IPv6 network of 64 bits is one address. Other processes count for
 * themselves. Thread-safe.
 */
public final class SignInLimiter {

  private static final Duration PERIOD = Duration.ofMinutes(15);
  private static final int MAXIMUM_ENTRIES = 100_000;
  private static final int IPV6_NETWORK_BYTES = 8;
  private static final int IPV6_BYTES = 16;

  private final Cache<Object, Bucket> accounts;
  private final Cache<Object, Bucket> addresses;
  private final TimeMeter time;
  private final int perAccount;
  private final int perAddress;

  /**
   * Creates a limiter.
   *
   * @param clock the clock
   * @param perAccount the number of failures of an account in fifteen minutes, 1 or more
   * @param perAddress the number of failures of an address in fifteen minutes, 1 or more
   */
  public SignInLimiter(Clock clock, int perAccount, int perAddress) {
    this.time = new ClockMeter(clock);
    this.perAccount = perAccount;
    this.perAddress = perAddress;
    this.accounts = cache();
    this.addresses = cache();
  }

  private Cache<Object, Bucket> cache() {
    return Caffeine.newBuilder()
        .maximumSize(MAXIMUM_ENTRIES)
        .expireAfterAccess(PERIOD)
        .ticker(time::currentTimeNanos)
        .build();
  }

  /**
   * Counts an attempt as failed, before its password is verified: so that parallel attempts cannot
   * pass the limit.
   *
   * @param account the name of the account
   * @param address the address of the client
   * @return the attempt, to report its success
   * @throws SignInLimitException if the limit of the account or the address is reached
   */
  public Attempt begin(String account, String address) {
    Bucket ofAddress = bucket(addresses, network(address), perAddress);
    consume(ofAddress);
    Bucket ofAccount = bucket(accounts, account.hashCode() + ":" + shortened(account), perAccount);
    try {
      consume(ofAccount);
    } catch (SignInLimitException e) {
      ofAddress.addTokens(1);
      throw e;
    }
    return () -> {
      ofAccount.addTokens(1);
      ofAddress.addTokens(1);
    };
  }

  /** An attempt in progress. */
  @FunctionalInterface
  public interface Attempt {

    /** Removes the attempt from the counts. */
    void succeeded();
  }

  private static void consume(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new SignInLimitException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private Bucket bucket(Cache<Object, Bucket> cache, Object key, int capacity) {
    return Objects.requireNonNull(
        cache.get(
            key,
            unknown ->
                Bucket.builder()
                    .addLimit(
                        Bandwidth.builder()
                            .capacity(capacity)
                            .refillGreedy(capacity, PERIOD)
                            .build())
                    .withCustomTimePrecision(time)
                    .build()));
  }

  /** Names of more than 64 characters belong to nobody; they must not fill the memory. */
  private static String shortened(String account) {
    int maximum = 2 * 64;
    return account.length() <= maximum ? account : account.substring(0, maximum);
  }

  private static Object network(String address) {
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress(); // a literal: no look-up
      return bytes.length == IPV6_BYTES
          ? boxed(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES))
          : boxed(bytes);
    } catch (UnknownHostException e) {
      return address;
    }
  }

  private static List<Byte> boxed(byte[] bytes) {
    Byte[] boxes = new Byte[bytes.length];
    Arrays.setAll(boxes, i -> bytes[i]);
    return List.of(boxes);
  }

  /** The time of a clock for Bucket4j. */
  private record ClockMeter(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
