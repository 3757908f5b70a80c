package dev.taskstore.examples.formats;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import java.io.IOException;
import java.io.StringWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Items of todo.txt files as an import stores them, without a database. */
final class StoredTasks {

  static final UUID USER = UUID.fromString("01940000-0001-7000-8000-000000000001");

  private StoredTasks() {}

  static TaskDetails of(TodoItem item) {
    NewTask draft = item.draft(USER);
    Task task =
        Task.builder()
            .id(draft.id())
            .userId(USER)
            .title(draft.title())
            .description(draft.description())
            .priority(draft.priority())
            .status(draft.status())
            .createdAt(draft.createdAt())
            .updatedAt(draft.updatedAt())
            .dueAt(draft.dueAt())
            .completedAt(draft.completedAt())
            .version(0)
            .build();
    return new TaskDetails(
        task, item.username(), item.tags().stream().distinct().sorted().toList());
  }

  static String write(List<TaskDetails> tasks, ZoneId zone) throws IOException {
    StringWriter text = new StringWriter();
    TodoTxtWriter writer = new TodoTxtWriter(text, zone);
    for (TaskDetails details : tasks) {
      writer.write(details);
    }
    writer.finish();
    return text.toString();
  }
}
