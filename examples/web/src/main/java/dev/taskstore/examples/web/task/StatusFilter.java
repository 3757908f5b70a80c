package dev.taskstore.examples.web.task;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.TaskStatus;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Which states of tasks a list contains. */
public enum StatusFilter {
  /** Pending and in progress. */
  OPEN("Open", TASKS.STATUS.ne(TaskStatus.COMPLETED)),
  /** All. */
  ANY("All", DSL.noCondition()),
  /** Not started. */
  PENDING(Choice.label(TaskStatus.PENDING), TASKS.STATUS.eq(TaskStatus.PENDING)),
  /** Started. */
  IN_PROGRESS(Choice.label(TaskStatus.IN_PROGRESS), TASKS.STATUS.eq(TaskStatus.IN_PROGRESS)),
  /** Done. */
  COMPLETED(Choice.label(TaskStatus.COMPLETED), TASKS.STATUS.eq(TaskStatus.COMPLETED));

  private final String label;
  private final Condition condition;

  StatusFilter(String label, Condition condition) {
    this.label = label;
    this.condition = condition;
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

  Condition condition() {
    return condition;
  }
}
