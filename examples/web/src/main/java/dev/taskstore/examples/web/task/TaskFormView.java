package dev.taskstore.examples.web.task;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** What the template of the form shows. Immutable. */
public final class TaskFormView {

  private final TaskValues values;
  private final @Nullable Stored stored;
  private final Map<TaskField, String> errors;
  private final Map<TaskField, String> conflicts;
  private final List<String> taken;

  private TaskFormView(
      TaskValues values,
      @Nullable Stored stored,
      Map<TaskField, String> errors,
      Map<TaskField, String> conflicts,
      List<String> taken) {
    this.values = values;
    this.stored = stored;
    this.errors = errors;
    this.conflicts = conflicts;
    this.taken = taken;
  }

  static TaskFormView of(TaskValues values) {
    return new TaskFormView(values, null, Map.of(), Map.of(), List.of());
  }

  TaskFormView task(Stored task) {
    return new TaskFormView(values, task, errors, conflicts, taken);
  }

  TaskFormView errors(Map<TaskField, String> messages) {
    return new TaskFormView(values, stored, messages, conflicts, taken);
  }

  TaskFormView conflicts(Map<TaskField, String> theirs, Collection<TaskField> accepted) {
    return new TaskFormView(
        values, stored, errors, theirs, accepted.stream().map(TaskField::label).toList());
  }

  String show(Model model) {
    model.addAttribute("form", this);
    return "tasks/form";
  }

  /**
   * Returns the stored task.
   *
   * @return the task, or null for a new one
   */
  public @Nullable Stored stored() {
    return stored;
  }

  /**
   * Returns the text of a field.
   *
   * @param parameter the name of the field
   * @return the text
   */
  public String text(String parameter) {
    return values.get(field(parameter));
  }

  /**
   * Returns the text that the form showed first.
   *
   * @param parameter the name of the field
   * @return the text
   */
  public String base(String parameter) {
    return stored == null ? "" : stored.values().get(field(parameter));
  }

  /**
   * Returns why a field was refused.
   *
   * @param parameter the name of the field
   * @return the message, or null
   */
  public @Nullable String error(String parameter) {
    return errors.get(field(parameter));
  }

  /**
   * Returns the stored text of a field that two people changed.
   *
   * @param parameter the name of the field
   * @return the text for people, or null without a conflict
   */
  public @Nullable String conflict(String parameter) {
    TaskField field = field(parameter);
    String text = conflicts.get(field);
    if (text == null) {
      return null;
    }
    List<Choice> choices =
        switch (field) {
          case STATUS -> Choice.STATUSES;
          case PRIORITY -> Choice.PRIORITIES;
          default -> List.of();
        };
    return choices.stream()
        .filter(choice -> choice.value().equals(text))
        .map(Choice::label)
        .findFirst()
        .orElse(text);
  }

  /**
   * Returns whether somebody else has changed the task since the form was opened.
   *
   * @return true if the form shows a conflict
   */
  public boolean stale() {
    return !conflicts.isEmpty() || !taken.isEmpty();
  }

  /**
   * Returns the labels of the fields that two people changed.
   *
   * @return the labels
   */
  public List<String> conflicting() {
    return conflicts.keySet().stream().map(TaskField::label).toList();
  }

  /**
   * Returns the labels of the fields that only somebody else changed.
   *
   * @return the labels
   */
  public List<String> taken() {
    return taken;
  }

  private static TaskField field(String parameter) {
    return UrlNames.parse(TaskField.class, parameter).orElseThrow();
  }
}
