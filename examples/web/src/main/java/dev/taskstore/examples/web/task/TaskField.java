package dev.taskstore.examples.web.task;

import java.util.Locale;

/** A field of the form of a task. */
public enum TaskField {
  TITLE("Title"),
  DESCRIPTION("Description"),
  STATUS("Status"),
  PRIORITY("Priority"),
  DUE("Due date"),
  ASSIGNEE("Assignee"),
  TAGS("Tags");

  private final String label;

  TaskField(String label) {
    this.label = label;
  }

  /**
   * Returns the text for people.
   *
   * @return the label
   */
  public String label() {
    return label;
  }

  /**
   * Returns the name of the parameter of a request.
   *
   * @return the name
   */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
