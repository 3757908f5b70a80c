package dev.taskstore.examples.console;

import dev.taskstore.Task;
import dev.taskstore.TaskSession;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;

/** The identifiers on the command line. */
final class TaskIds {

  @Parameters(arity = "1..*", paramLabel = "ID", description = "Identifiers of tasks.")
  private List<UUID> ids;

  /** The tasks, in the order given; all of them must be there. */
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
    return new NotFoundException("There is no task " + id + ".");
  }
}
