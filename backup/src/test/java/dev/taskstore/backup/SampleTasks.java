package dev.taskstore.backup;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskPriority;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.mapping.ValueLimits;
import dev.taskstore.schema.DefaultSchema;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Users, tasks and tags with values that are easily lost. */
final class SampleTasks {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T12:00:00.5Z"), ZoneOffset.UTC);

  private SampleTasks() {}

  /** Inserts some users, a number of tasks for each, and tags. */
  static void insert(TaskStore store, int tasks) {
    for (String name : List.of("ada", "Zoë", "日本語")) {
      User user =
          store.users().insert(NewUser.of(name, name + "@example.com", PasswordHash.locked()));
      List<NewTask> drafts = new ArrayList<>();
      for (int i = 0; i < tasks; i++) {
        NewTask draft = NewTask.of(user.id(), "Straße 🥐 " + i);
        drafts.add(
            switch (i % 4) {
              case 0 -> draft.description("").priority(TaskPriority.HIGH);
              case 1 ->
                  draft.description("line\r\n\t\"quoted\" \\N").dueAt(ValueLimits.MAX_INSTANT);
              case 2 -> draft.dueAt(ValueLimits.MIN_INSTANT);
              default -> draft;
            });
      }
      List<Task> inserted = store.tasks().insertAll(drafts);
      for (int i = 0; i < inserted.size(); i += 7) {
        store.tags().attach(inserted.get(i).id(), "urgent", "Ärger");
        store.tasks().complete(inserted.get(i).id());
      }
    }
    store.tags().insert(NewTag.of("unused"));
  }

  /** Writes an archive. */
  static ArchiveManifest backUp(TaskStore store, Path archive) {
    return backup(store).writeTo(archive);
  }

  static Backup backup(TaskStore store) {
    return Backup.of(store.database(), DefaultSchema.DEFAULT_SCHEMA).clock(CLOCK);
  }
}
