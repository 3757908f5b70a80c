package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.TaskStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The writes that a process has completed, in a file that is forced to the disk after each of them.
 *
 * @param file the file
 */
record AcknowledgedWrites(Path file) {

  private static final String DELETED = "deleted";

  /** Appends to the file. Thread-safe. */
  static final class Log {

    private final FileChannel channel;

    Log(Path file) throws IOException {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** Records that a task has a version. */
    void task(UUID id, long version) {
      add("task " + id + " " + version);
    }

    /** Records that a task was deleted. */
    void deletedTask(UUID id) {
      add("task " + id + " " + DELETED);
    }

    /** Records that a task has a tag. */
    void tag(UUID task, String tag) {
      add("tag " + task + " " + tag);
    }

    /** Records that a user has a name. */
    void user(UUID id, String name) {
      add("user " + id + " " + name);
    }

    /** Records that the database has numbered a ticket. */
    void ticket(long id, String seat) {
      add("ticket " + id + " " + seat);
    }

    private void add(String line) {
      ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
      try {
        synchronized (this) {
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        }
        channel.force(false);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  List<String> lines() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** Returns the writes that a database does not hold. */
  Set<String> missing(CopiedDatabase database) throws IOException {
    Map<String, String> last = new HashMap<>();
    Set<String> tags = new HashSet<>();
    for (String line : lines()) {
      String[] words = line.split(" ");
      assertThat(words).as(line).hasSize(3);
      if (words[0].equals("tag")) {
        tags.add(words[1] + " " + words[2]);
      } else {
        last.put(words[0] + " " + words[1], words[2]);
      }
    }
    Set<String> found = new HashSet<>();
    Set<String> foundTags = new HashSet<>();
    try (TaskStore store = database.store()) {
      read(store, "SELECT id, version FROM tasks", "task ", found);
      read(store, "SELECT id, username FROM users", "user ", found);
      read(store, "SELECT id, seat FROM tickets", "ticket ", found);
      read(
          store,
          "SELECT t.task_id, g.name FROM task_tags t JOIN tags g ON g.id = t.tag_id",
          "",
          foundTags);
    }
    Set<String> foundKeys = new HashSet<>();
    found.forEach(row -> foundKeys.add(row.substring(0, row.lastIndexOf(' '))));
    Set<String> missing = new TreeSet<>();
    last.forEach(
        (key, value) -> {
          boolean isThere =
              value.equals(DELETED) ? !foundKeys.contains(key) : found.contains(key + " " + value);
          if (!isThere) {
            missing.add(key + " " + value);
          }
        });
    for (String tag : tags) {
      boolean isDeleted = DELETED.equals(last.get("task " + tag.substring(0, tag.indexOf(' '))));
      if (!isDeleted && !foundTags.contains(tag)) {
        missing.add("tag " + tag);
      }
    }
    return missing;
  }

  private static void read(TaskStore store, String sql, String prefix, Set<String> rows) {
    store.dsl().fetch(sql).forEach(row -> rows.add(prefix + text(row.get(0)) + " " + row.get(1)));
  }

  /** SQLite stores a UUID as 16 bytes. */
  private static String text(Object value) {
    if (value instanceof byte[] bytes) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }
    return String.valueOf(value);
  }
}
