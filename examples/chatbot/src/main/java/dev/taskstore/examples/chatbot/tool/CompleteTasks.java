package dev.taskstore.examples.chatbot.tool;

import dev.taskstore.TaskStatus;
import dev.taskstore.TaskWithTags;
import dev.taskstore.examples.chatbot.tool.ToolDescription.Effect;
import java.util.List;
import java.util.UUID;

/** Completes tasks; a task that is complete keeps its time of completion. */
public final class CompleteTasks implements TaskTool {

  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "complete-tasks",
          "Complete tasks",
          "Marks tasks as completed. Reports each failure; other tasks are completed. To reopen a"
              + " task, use update-tasks with status pending.",
          Effect.SETS,
          Schema.object().required("ids", Batch.ids()),
          Batch.output("completed", TaskJson.SCHEMA));

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public ToolResult call(Caller caller, Arguments arguments) {
    Batch batch = Batch.run(arguments.uuids("ids"), id -> complete(caller, id));
    List<TaskWithTags> completed = TaskList.read(caller, batch.done());
    return batch.result(
        "completed", TaskJson.summaries(completed, caller.userId()), TaskJson.lines(completed));
  }

  private static void complete(Caller caller, UUID id) {
    caller
        .scope()
        .transaction(
            tx -> {
              if (tx.tasks().getById(id).status() != TaskStatus.COMPLETED) {
                tx.tasks().complete(id);
              }
            });
  }
}
