package dev.taskstore.examples.console.io;

import dev.taskstore.TaskPriority;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What the reader and the writer of todo.txt files agree on.
 *
 * @see <a href="https://github.com/todotxt/todo.txt">The todo.txt format</a>
 */
final class TodoTxt {

  static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  /** What would be read as a mark, a priority or a date if it began a line. */
  static final Pattern LOOKS_LIKE_A_MARK =
      Pattern.compile("(?:x|\\([A-Z]\\)|" + DATE + ") .*", Pattern.DOTALL);

  private static final Pattern LINE_BREAKS = Pattern.compile("\\R+");

  private TodoTxt() {}

  /** The words that begin with + (projects) or @ (contexts). */
  static Set<String> tags(String text) {
    Set<String> tags = new LinkedHashSet<>();
    for (String word : text.split("\\s+")) {
      if (isTag(word)) {
        tags.add(word);
      }
    }
    return tags;
  }

  private static boolean isTag(String word) {
    return word.length() > 1
        && (word.charAt(0) == '+' || word.charAt(0) == '@')
        && word.codePointCount(0, word.length()) <= FieldChecks.MAXIMUM_TAG;
  }

  /** A task's title with those of its tags that the title does not mention. */
  static String textOf(TaskDetails details) {
    String title = LINE_BREAKS.matcher(details.task().title()).replaceAll(" ").strip();
    StringBuilder text = new StringBuilder(title);
    Set<String> mentioned = tags(title);
    for (String tag : details.tags()) {
      String word = tag.replaceAll("\\s", "_");
      String signed = isTag(word) ? word : "+" + word;
      if (!mentioned.contains(signed)) {
        text.append(' ').append(signed);
      }
    }
    return text.toString();
  }

  static TaskPriority priority(char letter) {
    return switch (letter) {
      case 'A' -> TaskPriority.HIGH;
      case 'B' -> TaskPriority.MEDIUM;
      default -> TaskPriority.LOW;
    };
  }

  /** The letter of a priority; the medium one is not written. */
  static String letter(TaskPriority priority) {
    return switch (priority) {
      case HIGH -> "A";
      case MEDIUM -> "";
      case LOW -> "C";
    };
  }

  /** The identifier of a user's line, among those with the same date and text the n-th. */
  static UUID id(String username, Instant createdAt, String title, int n) {
    Instant day = TodoItem.dateOf(createdAt).atStartOfDay(ZoneOffset.UTC).toInstant();
    return DerivedId.of(day, "todo.txt:" + username + "\n" + day + "\n" + title + "\n" + n);
  }
}
