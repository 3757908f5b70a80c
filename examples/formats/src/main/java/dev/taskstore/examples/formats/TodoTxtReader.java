package dev.taskstore.examples.formats;

import dev.taskstore.TaskPriority;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads todo.txt files in UTF-8. Each line that is not blank is a task.
 *
 * <p>Priority A is high, B or no priority is medium, all others are low. {@code +project} and {@code
 * @context} become tags with that name and remain in the title. {@code due:2026-02-01} becomes the due
 * time, {@code pri:A} the priority of a completed line, and {@code id:} with a UUID the ID of the task;
 * the last of each of these keywords is removed from the title. A title that is too long loses tags at
 * its end, which remain tags.
 *
 * <p>A line without a date is created, and completed if it begins with {@code x}, at the time of the
 * import. The ID of its task shows that it has no date, so that {@link TodoTxtWriter} writes none, unless
 * the line itself has the ID of a task with a date. The creation times of lines with the same date are one microsecond apart, which keeps their order.
 */
public final class TodoTxtReader {

  private record Text(String rest, String dueOn, String priority, String id) {}

  private final String username;
  private final ZoneId zone;
  private final Instant importedAt;
  private final List<TodoItem> items = new ArrayList<>();
  private final Map<String, Integer> occurrences = new HashMap<>();
  private final Map<UUID, String> places = new HashMap<>();

  private TodoTxtReader(String username, Clock clock) {
    this.username = username;
    this.zone = clock.getZone();
    this.importedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Reads all tasks.
   *
   * @param in the file; this method does not close it
   * @param username the name of the owner of the tasks
   * @param clock the clock, in the time zone of the dates in the file
   * @return the tasks in the order of the file
   * @throws InvalidFileException if the content is invalid
   * @throws IOException if the file cannot be read
   */
  public static List<TodoItem> read(InputStream in, String username, Clock clock)
      throws IOException {
    return read(in, username, clock, InvalidFileException::raise);
  }

  /**
   * Reads all valid tasks.
   *
   * @param in the file; this method does not close it
   * @param username the name of the owner of the tasks
   * @param clock the clock, in the time zone of the dates in the file
   * @param refused receives the problem of each line that is invalid
   * @return the tasks of the other lines in the order of the file
   * @throws IOException if the file cannot be read
   */
  public static List<TodoItem> read(
      InputStream in, String username, Clock clock, Consumer<InvalidFileException> refused)
      throws IOException {
    TodoTxtReader reader = new TodoTxtReader(username, clock);
    byte[] bytes = in.readAllBytes();
    int number = 1;
    for (int start = 0; start < bytes.length; number++) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      try {
        reader.line("line " + number, ByteBuffer.wrap(bytes, start, end - start), number == 1);
      } catch (InvalidFileException e) {
        refused.accept(e);
      }
      start = end + 1;
    }
    return reader.items;
  }

  private void line(String where, ByteBuffer bytes, boolean isFirst) {
    String line;
    try {
      line = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidFileException(where, "not UTF-8");
    }
    boolean isMarked = isFirst && line.startsWith(TodoTxt.BYTE_ORDER_MARK);
    String content = (isMarked ? line.substring(1) : line).strip();
    if (!content.isEmpty()) {
      items.add(item(where, content));
    }
  }

  private TodoItem item(String where, String line) {
    Matcher matcher = TodoTxt.LINE.matcher(line);
    if (!matcher.matches()) {
      throw new InvalidFileException(where, "contains a line break");
    }
    boolean isCompleted = matcher.group("done") != null;
    Text text = text(matcher.group("text"), isCompleted);
    String title = title(where, text);
    LocalDate createdOn = date(where, matcher.group(isCompleted ? "doneCreated" : "created"));
    LocalDate completedOn = date(where, matcher.group("completed"));
    Instant createdAt = createdAt(createdOn, completedOn);
    String letter = matcher.group(isCompleted ? "donePriority" : "priority");
    return new TodoItem(
        id(where, text, createdOn),
        username,
        text.rest(),
        title,
        priority(text.priority() != null ? text.priority() : letter, isCompleted),
        createdAt,
        isCompleted ? completedAt(createdOn, completedOn, createdAt) : null,
        completedOn,
        date(where, text.dueOn()),
        TodoTxt.tags(text.rest()),
        zone);
  }

  private static TaskPriority priority(String letter, boolean isCompleted) {
    if (letter != null) {
      return TodoTxt.priority(letter.charAt(0));
    }
    return isCompleted ? null : TaskPriority.MEDIUM;
  }

  private static String title(String where, Text text) {
    if (text.rest().isEmpty() && text.id() != null) {
      return " "; // a title of white space, which the writer removes
    }
    return FieldChecks.text(where, TodoTxt.titleOf(text.rest()), 1, FieldChecks.MAXIMUM_TITLE);
  }

  private Instant createdAt(LocalDate createdOn, LocalDate completedOn) {
    LocalDate day = createdOn != null ? createdOn : completedOn;
    Instant start = day == null ? importedAt : startOf(day);
    return start.plus(items.size(), ChronoUnit.MICROS);
  }

  /** A task without dates is completed when it is created; the writer writes no date for it. */
  private Instant completedAt(LocalDate createdOn, LocalDate completedOn, Instant createdAt) {
    if (completedOn == null || completedOn.equals(createdOn)) {
      return createdAt;
    }
    return createdOn == null ? createdAt.plus(1, ChronoUnit.MICROS) : startOf(completedOn);
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** Extracts the keywords from the text. */
  private static Text text(String whole, boolean isCompleted) {
    String[] found = new String[3];
    String rest = take(TodoTxt.DUE, whole, found, 0);
    rest = isCompleted ? take(TodoTxt.PRIORITY, rest, found, 1) : rest;
    rest = take(TodoTxt.ID, rest, found, 2).strip();
    return new Text(rest, TodoTxt.NONE.equals(found[0]) ? null : found[0], found[1], found[2]);
  }

  private static String take(Pattern keyword, String text, String[] found, int index) {
    Optional<MatchResult> last = TodoTxt.last(keyword, text);
    if (last.isEmpty()) {
      return text;
    }
    found[index] = last.get().group(1);
    return text.substring(0, last.get().start()) + text.substring(last.get().end());
  }

  private UUID id(String where, Text text, LocalDate createdOn) {
    if (text.id() == null) {
      int n = occurrences.merge(createdOn + " " + text.rest(), 1, Integer::sum);
      return unique(where, TodoTxt.id(username, createdOn, text.rest(), n));
    }
    return unique(where, UUID.fromString(text.id()));
  }

  private UUID unique(String where, UUID id) {
    String earlier = places.putIfAbsent(id, where);
    if (earlier != null) {
      throw new InvalidFileException(where, "same task ID as " + earlier);
    }
    return id;
  }

  private LocalDate date(String where, String text) {
    try {
      LocalDate date = text == null ? null : LocalDate.parse(text);
      if (date != null) {
        FieldChecks.instant(where, startOf(date));
        FieldChecks.instant(where, TodoItem.endOf(date, zone));
      }
      return date;
    } catch (DateTimeParseException e) {
      throw new InvalidFileException(where, "invalid date " + text);
    }
  }
}
