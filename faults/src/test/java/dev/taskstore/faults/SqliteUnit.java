package dev.taskstore.faults;

import dev.taskstore.NewTask;
import dev.taskstore.Task;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows that are written atomically. The title of each row contains the name and the size of its
 * unit. The title and the version of a row determine its description.
 *
 * @param kind the kind of write
 * @param name the unique name
 * @param size the number of rows
 */
record SqliteUnit(Kind kind, String name, int size) {

  /** The kind of write. */
  enum Kind {
    /** A single insert. */
    INSERT,
    /** {@code insertAll}. */
    BATCH,
    /** {@code load} of a stream. */
    LOAD,
    /** A transaction: a task, its tags, and an increment of the counter row. */
    TRANSACTION,
    /** A transaction: a user with tagged tasks. */
    FAMILY
  }

  /** The tags of each task of a transaction or a family. */
  static final List<String> TAGS = List.of("first", "second", "third");

  Stream<NewTask> drafts(UUID owner) {
    return IntStream.range(0, size)
        .mapToObj(i -> NewTask.of(owner, title(i)).description(text(title(i), 0)));
  }

  private String title(int index) {
    return kind + " " + name + " " + index + " " + size;
  }

  static SqliteUnit of(Task task) {
    String[] parts = task.title().split(" ");
    return new SqliteUnit(Kind.valueOf(parts[0]), parts[1], Integer.parseInt(parts[3]));
  }

  /** Returns the description of the next version of a row. */
  static String nextText(Task task) {
    return text(task.title(), task.version() + 1);
  }

  static boolean hasItsText(Task task) {
    return Objects.equals(task.description(), text(task.title(), task.version()));
  }

  private static String text(String title, long version) {
    Random random = new Random(title.hashCode() * 31L + version);
    StringBuilder text = new StringBuilder(title).append(" version ").append(version).append(' ');
    int end = text.length() + random.nextInt(400);
    while (text.length() < end) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  int tagsOfEachTask() {
    return kind == Kind.TRANSACTION || kind == Kind.FAMILY ? TAGS.size() : 0;
  }
}
