package dev.taskstore.examples.console.io;

import dev.taskstore.Task;
import dev.taskstore.TaskStatus;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes todo.txt files. Lines end with {@code \n}.
 *
 * <p>Exporting an imported file gives the same lines, except that lines are sorted by creation
 * date, {@code (B)} is omitted, {@code (D)} to {@code (Z)} become {@code (C)}, and {@code due:} and
 * {@code pri:} are at the end of the line. Tags that the title does not contain are appended as
 * projects, unless they begin with {@code @}; whitespace in them becomes {@code _}. If {@link
 * TodoTxtReader} could not derive the ID of a task from its line, the line contains {@code id:}.
 * The format has no descriptions or times of day.
 */
public final class TodoTxtWriter implements TaskWriter {

  private final Writer out;
  private final Map<String, Integer> occurrences = new HashMap<>();

  /**
   * Creates a writer.
   *
   * @param out the file; this class does not close it
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
    boolean isDated = isDated(task.createdAt()) || TodoTxt.AMBIGUOUS_START.matcher(text).matches();
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

  /** Returns false for the first day of 1970, which stands for a line without a date. */
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
