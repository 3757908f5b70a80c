package dev.taskstore.bench.ebean;

import dev.taskstore.bench.TaskRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A task without its tags. */
@Entity
@Table(name = "tasks")
public class PlainTask extends TaskState {

  /** Used by Ebean. */
  protected PlainTask() {}

  PlainTask(TaskRow row) {
    super(row);
  }
}
