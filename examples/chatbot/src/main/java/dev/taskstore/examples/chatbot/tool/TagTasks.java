package dev.taskstore.examples.chatbot.tool;

import dev.taskstore.TaskWithTags;
import dev.taskstore.examples.chatbot.tool.ToolDescription.Effect;
import java.util.List;
import java.util.UUID;

/** Adds tags to tasks, or removes them. */
public final class TagTasks implements TaskTool {

  private static final Schema INPUT =
      Schema.object().required("ids", Batch.ids()).required("tags", TagNames.list());

  private final ToolDescription description;
  private final String done;
  private final Action action;

  /** What happens to one task. */
  private interface Action {
    void apply(Caller caller, UUID id, String... tags);
  }

  private TagTasks(ToolDescription description, String done, Action action) {
    this.description = description;
    this.done = done;
    this.action = action;
  }

  /** Returns the tool that adds tags. */
  public static TagTasks adding() {
    ToolDescription description =
        new ToolDescription(
            "tag-tasks",
            "Tag tasks",
            "Adds all given tags to all given tasks; creates tags that do not exist. Reports each"
                + " failure; other tasks are tagged.",
            Effect.SETS,
            INPUT,
            Batch.output("tagged", TaskJson.SCHEMA));
    return new TagTasks(
        description, "tagged", (caller, id, tags) -> caller.scope().tags().attach(id, tags));
  }

  /** Returns the tool that removes tags. */
  public static TagTasks removing() {
    ToolDescription description =
        new ToolDescription(
            "untag-tasks",
            "Untag tasks",
            "Removes all given tags from all given tasks. Reports each failure; other tasks are"
                + " untagged.",
            Effect.REMOVES,
            INPUT,
            Batch.output("untagged", TaskJson.SCHEMA));
    return new TagTasks(
        description,
        "untagged",
        (caller, id, tags) ->
            caller
                .scope()
                .transaction(
                    tx -> {
                      tx.tasks().getById(id);
                      tx.tags().detach(id, tags);
                    }));
  }

  @Override
  public ToolDescription description() {
    return description;
  }

  @Override
  public ToolResult call(Caller caller, Arguments arguments) {
    String[] tags = arguments.texts("tags").toArray(String[]::new);
    Batch batch = Batch.run(arguments.uuids("ids"), id -> action.apply(caller, id, tags));
    List<TaskWithTags> tasks = TaskList.read(caller, batch.done());
    return batch.result(done, TaskJson.summaries(tasks, caller.userId()), TaskJson.lines(tasks));
  }
}
