package dev.taskstore.examples.chatbot.tool;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.TaskSession;
import dev.taskstore.TaskStatus;
import dev.taskstore.examples.chatbot.tool.ToolDescription.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;

/** Counts the tasks that the caller sees. */
public final class Statistics implements TaskTool {

  private static final Duration WEEK = Duration.ofDays(7);

  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "statistics",
          "Statistics",
          "Counts tasks by status, overdue tasks, and those due or completed within 7 days. Returns the"
              + " current time as well.",
          Effect.READS,
          Schema.object(),
          Schema.object()
              .required("now", Schema.instant())
              .required("total", Schema.integer())
              .required("pending", Schema.integer())
              .required("inProgress", Schema.integer())
              .required("completed", Schema.integer())
              .required("overdue", Schema.integer())
              .required("dueWithin7Days", Schema.integer())
              .required("completedWithin7Days", Schema.integer()));

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public ToolResult call(Caller caller, Arguments arguments) {
    Instant now = caller.now();
    Condition open = TASKS.STATUS.ne(TaskStatus.COMPLETED);
    Map<String, Object> json =
        caller.read(
            tx -> {
              Map<String, Object> counts = new LinkedHashMap<>();
              counts.put("now", now.toString());
              counts.put("total", tx.tasks().count());
              counts.put("pending", count(tx, TASKS.STATUS.eq(TaskStatus.PENDING)));
              counts.put("inProgress", count(tx, TASKS.STATUS.eq(TaskStatus.IN_PROGRESS)));
              counts.put("completed", count(tx, TASKS.STATUS.eq(TaskStatus.COMPLETED)));
              counts.put("overdue", count(tx, open.and(TASKS.DUE_AT.lessThan(now))));
              counts.put(
                  "dueWithin7Days",
                  count(
                      tx,
                      open.and(TASKS.DUE_AT.greaterOrEqual(now))
                          .and(TASKS.DUE_AT.lessThan(now.plus(WEEK)))));
              counts.put(
                  "completedWithin7Days",
                  count(tx, TASKS.COMPLETED_AT.greaterThan(now.minus(WEEK))));
              return counts;
            });
    String text =
        json.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue())
            .collect(Collectors.joining(", "));
    return ToolResult.of(text, json);
  }

  private static long count(TaskSession session, Condition condition) {
    return session.tasks().where(condition).count();
  }
}
