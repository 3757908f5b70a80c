package dev.taskstore.examples.web.task;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.db.KeysetOrder;

/** The order of a list. */
public enum TaskSort {
  /** The last created task first. */
  NEWEST("Newest first", KeysetOrder.descending(TASKS.CREATED_AT, TASKS.ID)),
  /** The first due task first, those without a due time last. */
  DUE("Due first", KeysetOrder.ascending(TASKS.DUE_AT, TASKS.ID)),
  /** High priority first, then the newest. */
  PRIORITY(
      "Priority", KeysetOrder.of(TASKS.PRIORITY.desc(), TASKS.CREATED_AT.desc(), TASKS.ID.desc())),
  /** By title, in the order of code points. */
  TITLE("Title", KeysetOrder.ascending(TASKS.TITLE, TASKS.ID));

  private final String label;
  private final KeysetOrder order;

  TaskSort(String label, KeysetOrder order) {
    this.label = label;
    this.order = order;
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
   * Returns the text of the parameter.
   *
   * @return the name in URLs
   */
  public String urlName() {
    return UrlNames.of(this);
  }

  KeysetOrder order() {
    return order;
  }
}
