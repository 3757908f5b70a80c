package dev.taskstore.db;

import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in the history of a database. Reads {@linkplain ReadPreference#replicaAfter after} a
 * token see everything that was committed before {@link Session#token} returned it. Immutable.
 *
 * <p>The text form consists of ASCII letters, digits, {@code .} and {@code -}, so that it can be
 * carried in an HTTP header, a cookie or a URL. It contains no secret. A token that a client
 * returns may be wrong: the reads then use the primary.
 *
 * @param dialect the dialect of the database
 * @param timeline the number of the history: a replica that becomes the primary begins a new one; 0
 *     for a dialect without replication
 * @param position the position in the history, in the form of the dialect
 */
public record ConsistencyToken(String dialect, long timeline, String position) {

  /** The longest text form. */
  private static final int MAXIMUM_LENGTH = 200;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern POSITION = Pattern.compile("[0-9A-Za-z-]+");
  private static final Pattern TEXT =
      Pattern.compile("(?<dialect>[^.]+)[.](?<timeline>[0-9]{1,18})[.](?<position>[^.]+)");

  /** Validates the parts. */
  public ConsistencyToken {
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(position, "position");
    if (!NAME.matcher(dialect).matches()
        || !POSITION.matcher(position).matches()
        || timeline < 0
        || dialect.length() + position.length() > MAXIMUM_LENGTH) {
      throw invalid();
    }
  }

  /**
   * Parses the text form.
   *
   * @param text what {@link #toString} returned
   * @return the token
   * @throws InvalidArgumentException if the text is not a token
   */
  public static ConsistencyToken parse(String text) {
    Objects.requireNonNull(text, "text");
    Matcher matcher = TEXT.matcher(text.length() > MAXIMUM_LENGTH ? "" : text);
    if (!matcher.matches()) {
      throw invalid();
    }
    return new ConsistencyToken(
        matcher.group("dialect"),
        Long.parseLong(matcher.group("timeline")),
        matcher.group("position"));
  }

  private static InvalidArgumentException invalid() {
    return new InvalidArgumentException(
        "This is not a consistency token. Pass a text that ConsistencyToken.toString() returned.",
        FailureContext.NONE);
  }

  /**
   * Returns the text form.
   *
   * @return the text, which {@link #parse} accepts
   */
  @Override
  public String toString() {
    return dialect + "." + timeline + "." + position;
  }
}
