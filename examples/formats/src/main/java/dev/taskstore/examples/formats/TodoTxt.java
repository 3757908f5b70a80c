package dev.taskstore.examples.formats;

import dev.taskstore.TaskPriority;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The rules of the todo.txt format that the reader and the writer share.
 *
 * @see <a href="https://github.com/todotxt/todo.txt">The todo.txt format</a>
 */
final class TodoTxt {

  /** The value of a keyword that sets nothing. It hides the same keyword in a title. */
  static final String NONE = "-";

  static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  static final Pattern LINE =
      Pattern.compile(
          ("(?:(?<done>x) (?:\\((?<donePriority>[A-Z])\\) )?"
                  + "(?:(?<completed>DATE) (?:(?<doneCreated>DATE) )?)?"
                  + "|(?:\\((?<priority>[A-Z])\\) )?(?:(?<created>DATE) )?)(?<text>.*)")
              .replace("DATE", DATE));

  static final Pattern DUE = keyword("due:(" + DATE + "|" + NONE + ")");
  static final Pattern PRIORITY = keyword("pri:([A-Z])");
  static final Pattern ID = keyword("id:(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

  private static final Pattern LINE_BREAKS = Pattern.compile("\\R+");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\x1C-\\x1F\\u0085]");
  private static final LocalDate EPOCH_DAY = LocalDate.EPOCH;

  private TodoTxt() {}

  private static Pattern keyword(String keyword) {
    return Pattern.compile("(?:^|\\s)" + keyword + "(?=\\s|$)");
  }

  /** Returns the names of the tags in a text: the words that begin with + or @. */
  static Set<String> tags(String text) {
    return new LinkedHashSet<>(tagWords(text).values());
  }

  /** Returns the tags in a text by the words that stand for them. */
  private static Map<String, String> tagWords(String text) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String word : text.split("\\s+")) {
      if (isTag(word)) {
        tags.put(word, word);
      } else if (word.startsWith("+") && length(word) == FieldChecks.MAXIMUM_TAG + 1) {
        tags.put(word, word.substring(1));
      }
    }
    return tags;
  }

  private static boolean isTag(String word) {
    return word.length() > 1
        && (word.charAt(0) == '+' || word.charAt(0) == '@')
        && length(word) <= FieldChecks.MAXIMUM_TAG;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Returns the title of a task, followed by the tags that the title does not contain, sorted. */
  static String textOf(TaskDetails details) {
    String title = LINE_BREAKS.matcher(details.task().title()).replaceAll(" ").strip();
    Set<String> mentioned = tagWords(title).keySet();
    Set<String> others = new TreeSet<>();
    for (String tag : details.tags()) {
      String word = SPACE.matcher(tag).replaceAll("_");
      String signed = isTag(word) ? word : "+" + word;
      if (!mentioned.contains(signed)) {
        others.add(signed);
      }
    }
    return (title + " " + String.join(" ", others)).strip();
  }

  /**
   * Returns the title for a text: the text itself if it is not too long, or else the text without
   * tags at its end, as many as necessary.
   */
  static String titleOf(String text) {
    String title = text;
    while (length(title) > FieldChecks.MAXIMUM_TITLE) {
      int space = title.lastIndexOf(' ');
      if (space < 0 || tagWords(title.substring(space + 1)).isEmpty()) {
        return text;
      }
      title = title.substring(0, space).stripTrailing();
    }
    return title;
  }

  /** Returns the match of a keyword that is valid: the last one. */
  static Optional<MatchResult> last(Pattern keyword, String text) {
    return keyword.matcher(text).results().reduce((earlier, later) -> later);
  }

  static TaskPriority priority(char letter) {
    return switch (letter) {
      case 'A' -> TaskPriority.HIGH;
      case 'B' -> TaskPriority.MEDIUM;
      default -> TaskPriority.LOW;
    };
  }

  /** Returns the letter of a priority. */
  static char letter(TaskPriority priority) {
    return switch (priority) {
      case HIGH -> 'A';
      case MEDIUM -> 'B';
      case LOW -> 'C';
    };
  }

  /** Returns whether an ID was derived from a line without a creation date. */
  static boolean isIdWithoutDate(UUID id) {
    return id.getMostSignificantBits() >>> Short.SIZE == 0;
  }

  /**
   * Returns the ID of the n-th line of a user with this date and text.
   *
   * @param createdOn the creation date, or null if the line has none
   */
  static UUID id(String username, LocalDate createdOn, String text, int n) {
    Instant day =
        createdOn == null ? Instant.EPOCH : createdOn.atStartOfDay(ZoneOffset.UTC).toInstant();
    String name = EPOCH_DAY.equals(createdOn) ? createdOn.toString() : day.toString();
    return DerivedId.of(day, "todo.txt:" + username + "\n" + name + "\n" + text + "\n" + n);
  }
}
