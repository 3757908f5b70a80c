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
 * Rows that are written together or not at all. Each row tells which unit it belongs to, how many
 * rows the unit has, and, by its version, what its description must be.
 *
 * @param kind how the rows were written
 * @param name a name that no other unit has
 * @param size how many rows there are
 */
record SqliteUnit(Kind kind, String name, int size) {

  /** How the rows of a unit are written. */
  enum Kind {
    /** A single insert. */
    INSERT,
    /** {@code insertAll}. */
    BATCH,
    /** {@code load} of a stream. */
    LOAD,
    /** A transaction: a task, its tags, and one more in the row that counts. */
    TRANSACTION,
    /** A transaction: a user with tasks that bear tags. */
    FAMILY
  }

  /** What every task of a transaction or a family bears. */
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

  /** The text of another version of a row. */
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
