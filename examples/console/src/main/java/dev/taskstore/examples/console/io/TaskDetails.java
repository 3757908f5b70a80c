package dev.taskstore.examples.console.io;

import dev.taskstore.Tag;
import dev.taskstore.Task;
import dev.taskstore.TaskSession;
import dev.taskstore.User;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A task with the names that belong to it.
 *
 * @param task the task
 * @param username its owner's name
 * @param tags the names of its tags, in order
 */
public record TaskDetails(Task task, String username, List<String> tags) {

  /**
   * Reads the names that belong to tasks, in two queries for some hundreds of them.
   *
   * @param session the store or the transaction
   * @param tasks the tasks
   * @return each task with its names, in the order given
   */
  public static List<TaskDetails> of(TaskSession session, List<Task> tasks) {
    Map<UUID, User> users =
        session.users().findAllById(tasks.stream().map(Task::userId).distinct().toList()).stream()
            .collect(Collectors.toMap(User::id, Function.identity()));
    return session.tasks().withTags(tasks).stream()
        .filter(tagged -> users.containsKey(tagged.task().userId()))
        .map(
            tagged ->
                new TaskDetails(
                    tagged.task(),
                    users.get(tagged.task().userId()).username(),
                    tagged.tags().stream().map(Tag::name).toList()))
        .toList();
  }
}
