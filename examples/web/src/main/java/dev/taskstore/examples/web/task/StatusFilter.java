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
  PENDING("To do", TASKS.STATUS.eq(TaskStatus.PENDING)),
  /** Started. */
  IN_PROGRESS("In progress", TASKS.STATUS.eq(TaskStatus.IN_PROGRESS)),
  /** Done. */
  COMPLETED("Done", TASKS.STATUS.eq(TaskStatus.COMPLETED));

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

  Condition condition() {
    return condition;
  }
}
