package dev.taskstore.bench.jooq;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.bench.TaskRow;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Insert;
import org.jooq.Record;
import org.jooq.Record11;
import org.jooq.SelectJoinStep;

/** Maps rows of {@code tasks} from and to jOOQ records. */
final class TaskRows {

  private TaskRows() {}

  static SelectJoinStep<
          Record11<
              UUID,
              UUID,
              String,
              String,
              TaskPriority,
              TaskStatus,
              Instant,
              Instant,
              Long,
              Instant,
              Instant>>
      select(DSLContext dsl) {
    return dsl.select(
            TASKS.ID,
            TASKS.USER_ID,
            TASKS.TITLE,
            TASKS.DESCRIPTION,
            TASKS.PRIORITY,
            TASKS.STATUS,
            TASKS.CREATED_AT,
            TASKS.UPDATED_AT,
            TASKS.VERSION,
            TASKS.DUE_AT,
            TASKS.COMPLETED_AT)
        .from(TASKS);
  }

  static TaskRow row(Record row) {
    return new TaskRow(
        row.get(TASKS.ID),
        row.get(TASKS.USER_ID),
        row.get(TASKS.TITLE),
        row.get(TASKS.DESCRIPTION),
        row.get(TASKS.PRIORITY),
        row.get(TASKS.STATUS),
        row.get(TASKS.CREATED_AT),
        row.get(TASKS.UPDATED_AT),
        row.get(TASKS.VERSION),
        row.get(TASKS.DUE_AT),
        row.get(TASKS.COMPLETED_AT));
  }

  static Insert<?> insert(DSLContext dsl, TaskRow task) {
    return dsl.insertInto(TASKS).columns(select(dsl).getSelect()).values(values(task));
  }

  static Object[] values(TaskRow task) {
    return new Object[] {
      task.id(),
      task.userId(),
      task.title(),
      task.description(),
      task.priority(),
      task.status(),
      task.createdAt(),
      task.updatedAt(),
      task.version(),
      task.dueAt(),
      task.completedAt()
    };
  }
}
