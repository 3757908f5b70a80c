package dev.taskstore.examples.console.io;

import dev.taskstore.Task;
import dev.taskstore.TaskStatus;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes todo.txt files; lines end with {@code \n}.
 *
 * <p>A file that was imported comes back line by line, apart from this: lines stand in the order of
 * their creation dates; {@code (B)} is left out and {@code (D)} to {@code (Z)} become {@code (C)};
 * {@code due:} and {@code pri:} stand at the end of the line. Tags that the title does not mention
 * are appended, as projects unless they begin with {@code @}; white space in them becomes {@code
 * _}. A task that {@link TodoTxtReader} could not find again by its text gets its identifier as
 * {@code id:}. Descriptions and times of day have no place in the format.
 */
public final class TodoTxtWriter implements TaskWriter {

  private final Writer out;
  private final Map<String, Integer> occurrences = new HashMap<>();

  /**
   * Begins the file.
   *
   * @param out the file; not closed
   */
  public TodoTxtWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(TaskDetails details) throws IOException {
    Task task = details.task();
    StringBuilder line = new StringBuilder();
    String text = TodoTxt.textOf(details);
    boolean isCompleted = task.status() == TaskStatus.COMPLETED;
    String letter = TodoTxt.letter(task.priority());
    boolean isDated =
        isDated(task.createdAt()) || TodoTxt.LOOKS_LIKE_A_MARK.matcher(text).matches();
    if (isCompleted) {
      line.append("x ");
      if (isDated || isDated(task.completedAt())) {
        line.append(TodoItem.dateOf(task.completedAt())).append(' ');
      }
    } else if (!letter.isEmpty()) {
      line.append('(').append(letter).append(") ");
    }
    if (isDated) {
      line.append(TodoItem.dateOf(task.createdAt())).append(' ');
    }
    line.append(text);
    if (task.dueAt() != null) {
      line.append(" due:").append(TodoItem.dateOf(task.dueAt()));
    }
    if (isCompleted && !letter.isEmpty()) {
      line.append(" pri:").append(letter);
    }
    if (!isFoundByText(details, text)) {
      line.append(" id:").append(task.id());
    }
    out.write(line.append('\n').toString());
  }

  /** A line without a creation date is stored as one of the first day of 1970. */
  private static boolean isDated(Instant instant) {
    return !TodoItem.dateOf(instant).equals(TodoItem.dateOf(Instant.EPOCH));
  }

  private boolean isFoundByText(TaskDetails details, String text) {
    Task task = details.task();
    String key = details.username() + " " + TodoItem.dateOf(task.createdAt()) + " " + text;
    int n = occurrences.getOrDefault(key, 0) + 1;
    boolean found = TodoTxt.id(details.username(), task.createdAt(), text, n).equals(task.id());
    if (found) {
      occurrences.put(key, n);
    }
    return found;
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
