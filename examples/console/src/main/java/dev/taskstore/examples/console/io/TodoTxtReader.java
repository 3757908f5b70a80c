package dev.taskstore.examples.console.io;

import dev.taskstore.TaskPriority;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads todo.txt files in UTF-8. Each line that is not blank is a task.
 *
 * <p>Priority A is high, B or no priority is medium, all others are low. {@code +project} and {@code
 * @context} become tags with that name and remain in the title. {@code due:2026-02-01} becomes the due
 * time, {@code pri:A} the priority of a completed line, and {@code id:} with a UUID the ID of the task;
 * these three keywords are removed from the title. The creation times of lines with the same date are
 * one microsecond apart, which keeps their order.
 */
public final class TodoTxtReader {

  private static final Pattern LINE =
      Pattern.compile(
          "(?:(?<done>x) (?:(?<completed>DATE) (?:(?<doneCreated>DATE) )?)?"
                  .replace("DATE", TodoTxt.DATE)
              + "|(?:\\((?<priority>[A-Z])\\) )?(?:(?<created>DATE) )?)(?<text>.*)"
                  .replace("DATE", TodoTxt.DATE));

  private static final Pattern DUE = keyword("due:(" + TodoTxt.DATE + ")");
  private static final Pattern PRIORITY = keyword("pri:([A-Z])");
  private static final Pattern ID =
      keyword("id:(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

  private record Text(String where, String title, String dueOn, String priority, String id) {}

  private final String username;
  private final List<TodoItem> items = new ArrayList<>();
  private final Map<String, Integer> occurrences = new HashMap<>();
  private final Map<UUID, String> places = new HashMap<>();

  private TodoTxtReader(String username) {
    this.username = username;
  }

  private static Pattern keyword(String keyword) {
    return Pattern.compile("(?:^|\\s)" + keyword + "(?=\\s|$)");
  }

  /**
   * Reads all tasks.
   *
   * @param in the file; this method does not close it
   * @param username the name of the owner of the tasks
   * @return the tasks in the order of the file
   * @throws InvalidFileException if the content is invalid
   * @throws IOException if the file cannot be read
   */
  public static List<TodoItem> read(InputStream in, String username) throws IOException {
    TodoTxtReader reader = new TodoTxtReader(username);
    byte[] bytes = in.readAllBytes();
    int number = 1;
    for (int start = 0; start < bytes.length; number++) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      reader.line("line " + number, ByteBuffer.wrap(bytes, start, end - start));
      start = end + 1;
    }
    return reader.items;
  }

  private void line(String where, ByteBuffer bytes) {
    String line;
    try {
      line = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidFileException(where, "not UTF-8");
    }
    boolean isFirst = items.isEmpty();
    String content = (isFirst && line.startsWith("\uFEFF") ? line.substring(1) : line).strip();
    if (!content.isEmpty()) {
      items.add(item(where, content));
    }
  }

  private TodoItem item(String where, String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new InvalidFileException(where, "contains a line break");
    }
    boolean isCompleted = matcher.group("done") != null;
    Text text = text(where, matcher.group("text"), isCompleted);
    LocalDate createdOn = date(where, matcher.group(isCompleted ? "doneCreated" : "created"));
    LocalDate completedOn = date(where, matcher.group("completed"));
    String letter = isCompleted ? text.priority() : matcher.group("priority");
    TaskPriority priority =
        letter != null
            ? TodoTxt.priority(letter.charAt(0))
            : isCompleted ? null : TaskPriority.MEDIUM;
    Instant day =
        createdOn == null ? Instant.EPOCH : createdOn.atStartOfDay(ZoneOffset.UTC).toInstant();
    return new TodoItem(
        id(text, day),
        username,
        text.title(),
        priority,
        isCompleted,
        day.plus(items.size(), ChronoUnit.MICROS),
        completedOn,
        date(where, text.dueOn()),
        TodoTxt.tags(text.title()));
  }

  /** Extracts the keywords from the text. */
  private static Text text(String where, String whole, boolean isCompleted) {
    String[] found = new String[3];
    String rest = take(DUE, whole, found, 0);
    rest = isCompleted ? take(PRIORITY, rest, found, 1) : rest;
    rest = take(ID, rest, found, 2).strip();
    FieldChecks.text(where, rest, 1, FieldChecks.MAXIMUM_TITLE);
    return new Text(where, rest, found[0], found[1], found[2]);
  }

  private static String take(Pattern keyword, String text, String[] found, int index) {
    Matcher matcher = keyword.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    found[index] = matcher.group(1);
    return text.substring(0, matcher.start()) + text.substring(matcher.end());
  }

  private UUID id(Text text, Instant day) {
    if (text.id() == null) {
      int n = occurrences.merge(day + " " + text.title(), 1, Integer::sum);
      return unique(text.where(), TodoTxt.id(username, day, text.title(), n));
    }
    return unique(text.where(), UUID.fromString(text.id()));
  }

  private UUID unique(String where, UUID id) {
    String earlier = places.putIfAbsent(id, where);
    if (earlier != null) {
      throw new InvalidFileException(where, "same task ID as " + earlier);
    }
    return id;
  }

  private static LocalDate date(String where, String text) {
    try {
      LocalDate date = text == null ? null : LocalDate.parse(text);
      if (date != null) {
        FieldChecks.instant(where, TodoItem.endOf(date));
      }
      return date;
    } catch (DateTimeParseException e) {
      throw new InvalidFileException(where, "invalid date " + text);
    }
  }
}
