package dev.taskstore.differential;

import dev.taskstore.Task;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Updates of tasks that give them to another user, which no scope permits. */
final class GivingOperations {

  void addTo(Catalogue catalogue) {
    catalogue.add(3, this::give);
    catalogue.add(3, this::giveAfterUpdate);
  }

  private Operation give(Draw draw) {
    UUID id = draw.taskId();
    UUID user = draw.userId();
    return Operation.of(
        "tasks.updateAll",
        List.of(id, "for", user),
        side -> side.session().tasks().updateAll(given(side.session().tasks().findById(id), user)),
        side -> side.store().tasks().updateAll(given(side.store().tasks().findById(id), user)));
  }

  private static List<Task> given(Optional<Task> task, UUID user) {
    return task.map(found -> found.with().userId(user).build()).stream().toList();
  }

  /** The second update has the version that the first one writes. */
  private Operation giveAfterUpdate(Draw draw) {
    UUID id = draw.taskId();
    UUID user = draw.userId();
    return Operation.of(
        "tasks.updateAll",
        List.of(id, "and then for", user),
        side -> side.session().tasks().updateAll(both(side.session().tasks().findById(id), user)),
        side -> side.store().tasks().updateAll(both(side.store().tasks().findById(id), user)));
  }

  private static List<Task> both(Optional<Task> task, UUID user) {
    return task.stream()
        .flatMap(
            found ->
                List.of(found, found.with().version(found.version() + 1).userId(user).build())
                    .stream())
        .toList();
  }
}
