package dev.taskstore.examples.chatbot.tool;

import dev.taskstore.TaskChanges;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskWithTags;
import dev.taskstore.examples.chatbot.tool.ToolDescription.Effect;
import java.util.List;
import java.util.UUID;

/** Changes fields of tasks that have not changed since they were read. */
public final class UpdateTasks implements TaskTool {

  private static final Schema TASK =
      Schema.object()
          .required("id", Schema.uuid())
          .required("version", Schema.integer(0, Long.MAX_VALUE).describe("As read."))
          .optional("title", TaskFields.TITLE)
          .optional("description", TaskFields.DESCRIPTION.orNull().describe("null removes it."))
          .optional("priority", TaskFields.PRIORITY)
          .optional("status", Schema.oneOf(TaskStatus.values()))
          .optional(
              "dueAt", TaskFields.DUE_AT.orNull().describe("With an offset. null removes it."));

  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "update-tasks",
          "Update tasks",
          "Changes the given fields of tasks; other fields keep their values. A task that has changed"
              + " since its version was read is not overwritten. Reports each failure; other tasks are"
              + " updated.",
          Effect.CHANGES,
          Schema.object().required("tasks", Schema.list(TASK, Batch.MAXIMUM)),
          Batch.output("updated", TaskJson.SCHEMA));

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  /** One task to change. */
  private record Update(UUID id, long version, TaskChanges changes) {}

  @Override
  public ToolResult call(Caller caller, Arguments arguments) {
    List<Update> updates = arguments.objects("tasks").stream().map(UpdateTasks::update).toList();
    Batch batch =
        Batch.run(
            updates,
            Update::id,
            update ->
                caller.scope().tasks().update(update.id(), update.version(), update.changes()));
    List<TaskWithTags> updated = TaskList.read(caller, batch.done());
    return batch.result(
        "updated", TaskJson.summaries(updated, caller.userId()), TaskJson.lines(updated));
  }

  private static Update update(Arguments item) {
    TaskChanges changes = TaskChanges.none();
    if (item.contains("title")) {
      changes = changes.title(item.requiredText("title"));
    }
    if (item.contains("description")) {
      changes = changes.description(item.text("description").orElse(null));
    }
    if (item.contains("priority")) {
      changes = changes.priority(TaskPriority.of(item.requiredText("priority")));
    }
    if (item.contains("status")) {
      changes = changes.status(TaskStatus.of(item.requiredText("status")));
    }
    if (item.contains("dueAt")) {
      changes = changes.dueAt(item.instant("dueAt").orElse(null));
    }
    return new Update(item.uuid("id"), item.integer("version").orElseThrow(), changes);
  }
}
