package dev.taskstore.examples.chatbot.tool;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskWithTags;
import dev.taskstore.examples.chatbot.tool.ToolDescription.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds tasks of the caller, all of them or none. */
public final class AddTasks implements TaskTool {

  private static final Schema TASK =
      Schema.object()
          .required("title", TaskFields.TITLE)
          .optional("description", TaskFields.DESCRIPTION)
          .optional("priority", TaskFields.PRIORITY.describe("Default: medium."))
          .optional("dueAt", TaskFields.DUE_AT)
          .optional("tags", TagNames.list());

  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "add-tasks",
          "Add tasks",
          "Adds up to " + Batch.MAXIMUM + " tasks: all of them, or none if one is refused.",
          Effect.ADDS,
          Schema.object().required("tasks", Schema.list(TASK, Batch.MAXIMUM)),
          Schema.object().required("added", Schema.list(TaskJson.SCHEMA)));

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public ToolResult call(Caller caller, Arguments arguments) {
    List<Arguments> items = arguments.objects("tasks");
    List<NewTask> drafts = items.stream().map(item -> draft(caller, item)).toList();
    List<TaskWithTags> added =
        caller
            .scope()
            .transactionResult(
                tx -> {
                  List<Task> tasks = tx.tasks().insertAll(drafts);
                  for (int i = 0; i < tasks.size(); i++) {
                    List<String> tags = items.get(i).texts("tags");
                    if (!tags.isEmpty()) {
                      tx.tags().attach(tasks.get(i).id(), tags.toArray(String[]::new));
                    }
                  }
                  return tx.tasks().withTags(tasks);
                });
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("added", TaskJson.summaries(added, caller.userId()));
    return ToolResult.of(added.size() + " added." + TaskJson.lines(added), json);
  }

  private static NewTask draft(Caller caller, Arguments item) {
    return NewTask.of(caller.userId(), item.requiredText("title"))
        .description(item.text("description").orElse(null))
        .priority(item.constant("priority", TaskPriority::of).orElse(TaskPriority.MEDIUM))
        .dueAt(item.instant("dueAt").orElse(null));
  }
}
