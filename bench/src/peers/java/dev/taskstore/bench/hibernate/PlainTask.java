package dev.taskstore.bench.hibernate;

import dev.taskstore.bench.TaskRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A task without its tags. */
@Entity
@Table(name = "tasks")
public class PlainTask extends TaskState {

  /** Used by Hibernate. */
  protected PlainTask() {}

  PlainTask(TaskRow row) {
    super(row);
  }
}
