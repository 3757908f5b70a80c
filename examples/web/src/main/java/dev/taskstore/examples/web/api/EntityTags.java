package dev.taskstore.examples.web.api;

import dev.taskstore.examples.web.page.TextDigest;
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
    String tags = TextDigest.of(String.join("\n", task.tags()), DIGEST_BYTES);
    return '"' + Long.toString(task.version()) + '-' + tags + '"';
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
