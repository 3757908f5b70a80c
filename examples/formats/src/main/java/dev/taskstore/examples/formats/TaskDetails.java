package dev.taskstore.examples.formats;

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
 * A task with the names of its owner and tags.
 *
 * @param task the task
 * @param username the name of the owner; the owner's ID if the owner does not exist, for example
 *     because another program wrote the task without foreign keys
 * @param tags the names of the tags, sorted
 */
public record TaskDetails(Task task, String username, List<String> tags) {

  /**
   * Reads the owners and tags of tasks. It takes two queries for up to some hundreds of tasks.
   *
   * @param session the store or the transaction
   * @param tasks the tasks
   * @return the tasks with their names, in the given order
   */
  public static List<TaskDetails> of(TaskSession session, List<Task> tasks) {
    Map<UUID, User> users =
        session.users().findAllById(tasks.stream().map(Task::userId).distinct().toList()).stream()
            .collect(Collectors.toMap(User::id, Function.identity()));
    return session.tasks().withTags(tasks).stream()
        .map(
            tagged ->
                new TaskDetails(
                    tagged.task(),
                    username(users, tagged.task().userId()),
                    tagged.tags().stream().map(Tag::name).toList()))
        .toList();
  }

  private static String username(Map<UUID, User> users, UUID id) {
    User user = users.get(id);
    return user == null ? id.toString() : user.username();
  }
}
