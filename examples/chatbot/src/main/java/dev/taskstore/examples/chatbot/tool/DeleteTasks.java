package dev.taskstore.examples.chatbot.tool;

import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.examples.chatbot.tool.ToolDescription.Effect;
import java.util.UUID;

/** Deletes tasks of the caller. */
public final class DeleteTasks implements TaskTool {

  private static final ToolDescription DESCRIPTION =
      new ToolDescription(
          "delete-tasks",
          "Delete tasks",
          "Deletes tasks forever. Ask the user first; to finish a task, use complete-tasks. Reports each"
              + " failure; other tasks are deleted.",
          Effect.REMOVES,
          Schema.object().required("ids", Batch.ids()),
          Batch.output("deleted", Schema.uuid()));

  @Override
  public ToolDescription description() {
    return DESCRIPTION;
  }

  @Override
  public ToolResult call(Caller caller, Arguments arguments) {
    Batch batch = Batch.run(arguments.uuids("ids"), id -> delete(caller, id));
    return batch.result("deleted", batch.done().stream().map(UUID::toString).toList(), "");
  }

  private static void delete(Caller caller, UUID id) {
    if (!caller.scope().tasks().deleteById(id)) {
      throw new EntityNotFoundException("No such task.", FailureContext.of("tasks", "id"));
    }
  }
}
