package dev.taskstore.examples.console;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = "Adds a task and prints its ID: a UUID, or its last digits on a terminal.")
final class AddCommand extends StoreCommand {

  @Parameters(paramLabel = "TITLE", description = "The title of the task.")
  private String title;

  @Mixin private TaskFields fields;

  @Option(
      names = {"-t", "--tag"},
      paramLabel = "TAG",
      description = "A tag. May be repeated.")
  private List<String> tags = new ArrayList<>();

  @Mixin private UserOption user;

  @Override
  void run(TaskStore store) {
    Task added =
        store.transactionResult(
            tx -> {
              Task task =
                  tx.tasks()
                      .insert(
                          NewTask.of(user.findOrCreate(tx).id(), title)
                              .description(fields.description)
                              .priority(
                                  Optional.ofNullable(fields.priority).orElse(TaskPriority.MEDIUM))
                              .dueAt(fields.due));
              tx.tags().attach(task.id(), tags.toArray(String[]::new));
              return task;
            });
    print(
        (environment().terminal().isOutput() ? ShortIds.of(store).of(added.id()) : added.id())
            + "\n");
  }
}
