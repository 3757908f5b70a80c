package dev.taskstore.examples.formats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Computes deterministic UUIDs, so that a second import of the same source finds the rows of the
 * first.
 *
 * <p>The UUIDs have the layout of version 7 in RFC 9562: 48 bits of Unix time in milliseconds, then
 * bits of a SHA-256 digest instead of random bits. Therefore they sort by creation time like all
 * other identifiers.
 */
public final class DerivedId {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private DerivedId() {}

  /**
   * Computes the UUID of an object.
   *
   * @param createdAt the creation time; times before 1970 count as 1970
   * @param source identifies the object among all objects with the same creation time
   * @return the UUID; equal arguments give equal UUIDs
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
      throw new IllegalStateException("Every Java platform supports SHA-256", e);
    }
  }
}
