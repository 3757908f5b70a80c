package dev.taskstore.examples.console;

import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "edit", description = "Changes the given fields of a task.")
final class EditCommand extends StoreCommand {

  @Parameters(
      paramLabel = "ID",
      description = "The ID of the task, or its last digits, at least 4.")
  private TaskId id;

  @Option(names = "--title", paramLabel = "TITLE", description = "The new title.")
  private String title;

  @Mixin private TaskFields fields;

  @Option(names = "--no-description", description = "Remove the description.")
  private boolean withoutDescription;

  @Option(names = "--no-due", description = "Remove the due time.")
  private boolean withoutDue;

  @Option(
      names = {"-s", "--status"},
      paramLabel = "STATUS",
      description = "The new status: pending, in_progress or completed.")
  private TaskStatus status;

  @Option(
      names = {"-u", "--user"},
      paramLabel = "NAME",
      description = "The new owner.")
  private String username;

  @Override
  void run(TaskStore store) {
    if ((withoutDue && fields.due != null) || (withoutDescription && fields.description != null)) {
      throw usage("An option and its --no- counterpart exclude each other.");
    }
    store.transaction(
        tx -> {
          Task task = id.require(tx);
          TaskChanges changes = changes();
          if (username != null) {
            changes = changes.userId(UserOption.require(tx, username).id());
          }
          if (changes.values().isEmpty()) {
            throw usage("No changes given.");
          }
          tx.tasks().update(task.id(), changes);
        });
  }

  private TaskChanges changes() {
    TaskChanges changes = TaskChanges.none();
    if (title != null) {
      changes = changes.title(title);
    }
    if (fields.description != null || withoutDescription) {
      changes = changes.description(fields.description);
    }
    if (fields.priority != null) {
      changes = changes.priority(fields.priority);
    }
    if (fields.due != null || withoutDue) {
      changes = changes.dueAt(fields.due);
    }
    if (status != null) {
      changes = changes.status(status);
    }
    return changes;
  }
}
