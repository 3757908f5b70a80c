package dev.taskstore.examples.formats;

import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;

/**
 * Writes todo.txt files. Lines end with {@code \n}.
 *
 * <p>Exporting an imported file gives the same lines, except that lines are sorted by creation
 * time, {@code (B)} is omitted, {@code (D)} to {@code (Z)} become {@code (C)}, and {@code due:} and
 * {@code pri:} are at the end of the line; the priority of a completed line is {@code pri:}. Lines
 * without a date get none, unless their text begins with a date. Tags that the title does not
 * contain are appended as projects, unless they begin with {@code @}; whitespace in them becomes
 * {@code _}. If {@link TodoTxtReader} could not derive the ID of a task from its line, the line
 * contains {@code id:}. The format has no descriptions or times of day.
 */
public final class TodoTxtWriter implements TaskWriter {

  /** The marks of a line before its text. */
  private record Marks(
      boolean isCompleted, Character letter, LocalDate completedOn, LocalDate createdOn) {

    String line(String text) {
      return (isCompleted ? "x " : "")
          + (letter == null ? "" : "(" + letter + ") ")
          + (completedOn == null ? "" : completedOn + " ")
          + (createdOn == null ? "" : createdOn + " ")
          + text;
    }

    /** Returns whether the reader finds these marks and this text in the line. */
    boolean isUnambiguous(String text) {
      Matcher matcher = TodoTxt.LINE.matcher(line(text).strip());
      return matcher.matches()
          && matcher.group("text").strip().equals(text.strip())
          && isCompleted == (matcher.group("done") != null)
          && Objects.equals(
              Objects.toString(createdOn, null),
              matcher.group(isCompleted ? "doneCreated" : "created"))
          && Objects.equals(Objects.toString(completedOn, null), matcher.group("completed"))
          && !line(text).startsWith(TodoTxt.BYTE_ORDER_MARK);
    }
  }

  private final Writer out;
  private final ZoneId zone;
  private final Map<String, Integer> occurrences = new HashMap<>();

  /**
   * Creates a writer.
   *
   * @param out the file; this class does not close it
   * @param zone the time zone of the dates in the file
   */
  public TodoTxtWriter(Writer out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  @Override
  public void write(TaskDetails details) throws IOException {
    Task task = details.task();
    String text = TodoTxt.textOf(details);
    LocalDate createdOn = dateOf(task.createdAt());
    boolean isFoundUndated = isFound(details, null, text);
    boolean isFoundDated = !isFoundUndated && isFound(details, createdOn, text);
    boolean isUndated = isFoundUndated || (!isFoundDated && isUndated(task));
    for (Marks marks : candidates(task, isUndated ? null : createdOn)) {
      boolean isFound = marks.createdOn() == null ? isFoundUndated : isFoundDated;
      String content = text + keywords(task, marks, text) + (isFound ? "" : " id:" + task.id());
      if (marks.isUnambiguous(content)) {
        out.write(marks.line(content) + '\n');
        return;
      }
    }
    throw new IllegalStateException("A line with dates is unambiguous");
  }

  /**
   * Returns whether a task whose line was changed had no creation date: its ID is that of a line
   * without one, and it was not created at the start of a day. The reader completes a task that has
   * a completion date only one microsecond after its creation.
   */
  private boolean isUndated(Task task) {
    boolean isDay = task.createdAt().atZone(zone).toLocalTime().toSecondOfDay() == 0;
    boolean isCompletionDay =
        task.createdAt().plus(1, ChronoUnit.MICROS).equals(task.completedAt());
    return TodoTxt.isIdWithoutDate(task.id()) && (!isDay || isCompletionDay);
  }

  /** Returns the keywords after the text, except the ID. */
  private String keywords(Task task, Marks marks, String text) {
    StringBuilder keywords = new StringBuilder();
    if (task.dueAt() != null) {
      keywords.append(" due:").append(dateOf(task.dueAt()));
    } else if (TodoTxt.DUE.matcher(text).find()) {
      keywords.append(" due:").append(TodoTxt.NONE);
    }
    if (marks.isCompleted() && isPriorityNeeded(task, marks, text)) {
      keywords.append(" pri:").append(TodoTxt.letter(task.priority()));
    }
    return keywords.toString();
  }

  private static boolean isPriorityNeeded(Task task, Marks marks, String text) {
    return (marks.letter() == null && task.priority() != TaskPriority.MEDIUM)
        || TodoTxt.PRIORITY.matcher(text).find();
  }

  /** Returns the possible marks, the shortest first. The last ones are never ambiguous. */
  private List<Marks> candidates(Task task, LocalDate createdOn) {
    Character letter = TodoTxt.letter(task.priority());
    LocalDate certain = dateOf(task.createdAt());
    if (task.status() == TaskStatus.COMPLETED) {
      boolean isDated = createdOn != null || !task.createdAt().equals(task.completedAt());
      LocalDate completedOn = isDated ? dateOf(task.completedAt()) : null;
      return List.of(
          new Marks(true, null, completedOn, createdOn),
          new Marks(true, letter, completedOn, createdOn),
          new Marks(true, null, dateOf(task.completedAt()), certain));
    }
    Character shown = task.priority() == TaskPriority.MEDIUM ? null : letter;
    return List.of(
        new Marks(false, shown, null, createdOn),
        new Marks(false, letter, null, createdOn),
        new Marks(false, shown, null, certain));
  }

  private LocalDate dateOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** Returns whether the reader derives the ID of the task from a line with this date and text. */
  private boolean isFound(TaskDetails details, LocalDate createdOn, String text) {
    if (TodoTxt.ID.matcher(text).find()) {
      return false;
    }
    String key = details.username() + " " + createdOn + " " + text;
    int n = occurrences.getOrDefault(key, 0) + 1;
    boolean isFound =
        TodoTxt.id(details.username(), createdOn, text, n).equals(details.task().id());
    if (isFound) {
      occurrences.put(key, n);
    }
    return isFound;
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
