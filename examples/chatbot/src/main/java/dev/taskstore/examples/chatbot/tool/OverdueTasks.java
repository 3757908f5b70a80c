package dev.taskstore.examples.chatbot.tool;

import static dev.taskstore.schema.Tables.TASKS;

import dev.taskstore.TaskStatus;
import dev.taskstore.db.PageRequest;
import dev.taskstore.examples.chatbot.tool.ToolDescription.Effect;
import org.jooq.Condition;

/** Lists open tasks whose due time has passed, the longest overdue first. */
public final class OverdueTasks implements TaskTool {

  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "overdue-tasks",
          "Overdue tasks",
          "Lists open tasks whose due time has passed, the longest overdue first.",
          Effect.READS,
          Schema.object().optional("limit", TaskPage.LIMIT).optional("cursor", TaskPage.CURSOR),
          TaskPage.OUTPUT);

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public ToolResult call(Caller caller, Arguments arguments) {
    PageRequest request = TaskPage.request(arguments);
    Condition overdue =
        TASKS.STATUS.ne(TaskStatus.COMPLETED).and(TASKS.DUE_AT.lessThan(caller.now()));
    TaskPage page =
        TaskPage.read(
            caller,
            tx -> tx.tasks().findOpenDueBefore(caller.now(), request),
            tx -> tx.tasks().where(overdue).count());
    return ToolResult.of(page.text("overdue tasks"), page.json(caller, TaskJson.SHORT_DESCRIPTION));
  }
}
