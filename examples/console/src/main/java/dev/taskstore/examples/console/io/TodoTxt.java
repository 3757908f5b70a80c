package dev.taskstore.examples.console.io;

import dev.taskstore.TaskPriority;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The rules of the todo.txt format that the reader and the writer share.
 *
 * @see <a href="https://github.com/todotxt/todo.txt">The todo.txt format</a>
 */
final class TodoTxt {

  static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  /** Matches text that the reader would parse as a completion mark, a priority or a date. */
  static final Pattern AMBIGUOUS_START =
      Pattern.compile("(?:x|\\([A-Z]\\)|" + DATE + ") .*", Pattern.DOTALL);

  private static final Pattern LINE_BREAKS = Pattern.compile("\\R+");

  private TodoTxt() {}

  /** Returns the words that begin with + (projects) or @ (contexts). */
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

  /** Returns the title of a task, followed by the tags that the title does not contain. */
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

  /** Returns the letter of a priority, or an empty string for medium. */
  static String letter(TaskPriority priority) {
    return switch (priority) {
      case HIGH -> "A";
      case MEDIUM -> "";
      case LOW -> "C";
    };
  }

  /** Returns the ID of the n-th line of a user with this date and text. */
  static UUID id(String username, Instant createdAt, String title, int n) {
    Instant day = TodoItem.dateOf(createdAt).atStartOfDay(ZoneOffset.UTC).toInstant();
    return DerivedId.of(day, "todo.txt:" + username + "\n" + day + "\n" + title + "\n" + n);
  }
}
