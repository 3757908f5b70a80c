package dev.taskstore.differential.changelog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * The time at which a changelog runs, which changelogs insert as {@code CURRENT_TIMESTAMP}. It is
 * not the same on both databases, which are migrated one after the other.
 */
final class MigrationTime {

  private static final Duration TOLERANCE = Duration.ofHours(1);
  private static final Pattern TIMESTAMP =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?Z?");

  private MigrationTime() {}

  /** Replaces the times of the last hour by a word. */
  static String masked(String text) {
    Instant now = Instant.now();
    return TIMESTAMP
        .matcher(text)
        .replaceAll(
            match ->
                Duration.between(instant(match.group()), now).abs().compareTo(TOLERANCE) < 0
                    ? "(now)"
                    : match.group());
  }

  private static Instant instant(String text) {
    return LocalDateTime.parse(text.replace("Z", "")).toInstant(ZoneOffset.UTC);
  }
}
