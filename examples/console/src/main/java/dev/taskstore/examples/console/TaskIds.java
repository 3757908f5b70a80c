package dev.taskstore.examples.console;

import dev.taskstore.Task;
import dev.taskstore.TaskSession;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;

/** The task IDs on the command line. */
final class TaskIds {

  @Parameters(arity = "1..*", paramLabel = "ID", description = "The IDs of the tasks.")
  private List<UUID> ids;

  /**
   * Returns the tasks in the order of the command line.
   *
   * @throws NotFoundException if one of them does not exist
   */
  List<Task> require(TaskSession session) {
    List<Task> tasks = session.tasks().findAllById(ids);
    Set<UUID> found = tasks.stream().map(Task::id).collect(Collectors.toSet());
    ids.stream()
        .filter(id -> !found.contains(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw notFound(id);
            });
    return tasks;
  }

  static Task require(TaskSession session, UUID id) {
    return session.tasks().findById(id).orElseThrow(() -> notFound(id));
  }

  private static NotFoundException notFound(UUID id) {
    return new NotFoundException("Task " + id + " does not exist.");
  }
}
