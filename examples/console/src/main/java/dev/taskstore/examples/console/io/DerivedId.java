package dev.taskstore.examples.console.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Identifiers that follow from what they identify, so that importing twice finds what is there.
 *
 * <p>They have the layout of version 7 of RFC 9562: 48 bits of Unix time in milliseconds, and bits
 * of a SHA-256 digest in the place of the random ones. Thus they order by time of creation, as all
 * others.
 */
public final class DerivedId {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private DerivedId() {}

  /**
   * Derives an identifier.
   *
   * @param createdAt when the thing was created; times before 1970 count as 1970
   * @param source names the thing among all others of its time
   * @return always the same for the same arguments
   */
  public static UUID of(Instant createdAt, String source) {
    ByteBuffer digest = ByteBuffer.wrap(sha256(source));
    long time = Math.max(0, createdAt.toEpochMilli()) << 16;
    long high = time | VERSION_7 | (digest.getLong() & 0x0FFF);
    long low = VARIANT | (digest.getLong() >>> 2);
    return new UUID(high, low);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
