package dev.taskstore.differential;

import dev.taskstore.TaskRepository;
import dev.taskstore.TaskStatus;
import dev.taskstore.differential.model.Edit;
import dev.taskstore.differential.model.ModelTasks;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The operations that only tasks have. */
final class TaskOperations {

  void addTo(Catalogue catalogue) {
    catalogue.add(2, status("start", TaskRepository::start, TaskStatus.IN_PROGRESS));
    catalogue.add(3, status("complete", TaskRepository::complete, TaskStatus.COMPLETED));
    catalogue.add(2, status("reopen", TaskRepository::reopen, TaskStatus.PENDING));
    catalogue.add(1, this::countByUser);
    catalogue.add(1, this::countByAssignee);
    catalogue.add(
        3,
        draw ->
            call(
                "statisticsByUser",
                List.of(),
                TaskRepository::statisticsByUser,
                ModelTasks::statisticsByUser));
  }

  private static Operation call(
      String name,
      List<Object> arguments,
      Function<TaskRepository, Object> onLibrary,
      Function<ModelTasks, Object> onModel) {
    return Operation.of(
        "tasks." + name,
        arguments,
        side -> onLibrary.apply(side.session().tasks()),
        side -> onModel.apply(side.store().tasks()));
  }

  private static Function<Draw, Operation> status(
      String name, BiFunction<TaskRepository, UUID, Object> onLibrary, TaskStatus status) {
    return draw -> {
      UUID id = draw.taskId();
      return call(
          name,
          List.of(id),
          r -> onLibrary.apply(r, id),
          t -> t.change(id, null, List.of(new Edit("status", status))));
    };
  }

  private Operation countByUser(Draw draw) {
    UUID id = draw.userId();
    return call("countByUser", List.of(id), r -> r.countByUser(id), t -> t.countByUser(id));
  }

  private Operation countByAssignee(Draw draw) {
    UUID id = draw.userId();
    return call(
        "countByAssignee", List.of(id), r -> r.countByAssignee(id), t -> t.countByAssignee(id));
  }
}
