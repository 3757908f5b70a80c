package dev.taskstore.examples.console;

import dev.taskstore.Task;
import dev.taskstore.TaskSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Parameters;

/** The task IDs on the command line. */
final class TaskIds {

  @Parameters(
      arity = "1..*",
      paramLabel = "ID",
      description = "The IDs of the tasks, or their last digits, at least 4.")
  private List<TaskId> ids;

  /**
   * Returns the distinct tasks in the order of the command line.
   *
   * @throws NotFoundException if one of them does not exist
   * @throws AmbiguousIdException if an ID is not unique
   */
  List<Task> require(TaskSession session) {
    Map<UUID, Task> tasks = new LinkedHashMap<>();
    for (TaskId id : ids) {
      Task task = id.require(session);
      tasks.putIfAbsent(task.id(), task);
    }
    return List.copyOf(tasks.values());
  }
}
