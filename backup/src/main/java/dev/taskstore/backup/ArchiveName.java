package dev.taskstore.backup;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an archive in a folder of archives: a prefix, the time in UTC, and an extension.
 *
 * @param prefix the prefix
 * @param createdAt the time, in seconds
 * @param kind the kind of file
 */
record ArchiveName(String prefix, Instant createdAt, Kind kind) {

  /** The kinds of files. */
  enum Kind {
    PLAIN(ArchiveFormat.EXTENSION),
    ENCRYPTED(ArchiveFormat.ENCRYPTED_EXTENSION),
    NATIVE(ArchiveFormat.NATIVE_EXTENSION);

    private final String extension;

    Kind(String extension) {
      this.extension = extension;
    }
  }

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private static final Pattern NAME =
      Pattern.compile("(" + PREFIX + ")-([0-9]{8}T[0-9]{6}Z)([.]zip|[.]zip[.]enc|[.]db)");

  static ArchiveName of(String prefix, Instant time, Kind kind) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new InvalidArgumentException(
          "The prefix of an archive must consist of letters, digits, dots, hyphens and underscores.",
          FailureContext.NONE);
    }
    return new ArchiveName(prefix, time.truncatedTo(ChronoUnit.SECONDS), kind);
  }

  /** Returns the parts of a file name, or nothing if it is not one of an archive. */
  static Optional<ArchiveName> parse(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      Instant time = Instant.from(TIME.parse(matcher.group(2)));
      for (Kind kind : Kind.values()) {
        if (kind.extension.equals(matcher.group(3))) {
          return Optional.of(new ArchiveName(matcher.group(1), time, kind));
        }
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns the file name. */
  @Override
  public String toString() {
    return prefix + "-" + TIME.format(createdAt) + kind.extension;
  }
}
