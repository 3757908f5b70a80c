package dev.taskstore.examples.web.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entity tags of tasks (RFC 9110, section 8.8.3): the version, and a digest of the tags, which
 * have no version. A client may also send the version alone.
 */
final class EntityTags {

  private static final int DIGEST_BYTES = 6;

  private EntityTags() {}

  static String of(ApiTask task) {
    return '"' + Long.toString(task.version()) + '-' + digest(task) + '"';
  }

  private static String digest(ApiTask task) {
    byte[] names = String.join("\n", task.tags()).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(names);
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /**
   * Checks the header {@code If-Match} of a request that changes a task.
   *
   * @param header the header, or null
   * @param task the stored task
   * @throws PreconditionException if the header is missing or does not match. A weak entity tag
   *     never matches
   */
  static void check(@Nullable String header, ApiTask task) {
    if (header == null || header.isBlank()) {
      throw new PreconditionException(true);
    }
    String version = '"' + Long.toString(task.version()) + '"';
    boolean matches =
        Stream.of(header.split(",", -1))
            .map(String::strip)
            .anyMatch(tag -> tag.equals("*") || tag.equals(version) || tag.equals(of(task)));
    if (!matches) {
      throw new PreconditionException(false);
    }
  }
}
