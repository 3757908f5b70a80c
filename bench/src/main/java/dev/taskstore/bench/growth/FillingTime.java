package dev.taskstore.bench.growth;

import dev.taskstore.TaskStore;
import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.Filling;
import dev.taskstore.bench.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The time to fill a database.
 *
 * @param rows the number of rows written
 * @param seconds the time in seconds
 */
record FillingTime(long rows, double seconds) {

  /** Every how many tasks one has tags. */
  static final int TAGGED_EVERY = 10;

  static FillingTime fill(Target target, Dataset data) {
    try (TaskStore store = target.store().open()) {
      long begin = System.nanoTime();
      long rows =
          new Filling(store, data, TAGGED_EVERY, tasks -> tell(target, data, tasks, begin)).run();
      FillingTime time = new FillingTime(rows, secondsSince(begin));
      System.err.printf(
          Locale.ROOT, "%s: %,d rows in %.0f s%n", target.kind().title(), rows, time.seconds());
      return time;
    }
  }

  private static void tell(Target target, Dataset data, int tasks, long begin) {
    System.err.printf(
        Locale.ROOT,
        "%s: %,d of %,d tasks after %.0f s%n",
        target.kind().title(),
        tasks,
        data.tasks(),
        secondsSince(begin));
  }

  private static double secondsSince(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  long rowsPerSecond() {
    return Math.round(rows / seconds);
  }

  private static Path note(Path folder, Target target, Dataset data) {
    return folder.resolve("tasks-" + data.tasks() + "." + target.kind().id() + ".txt");
  }

  /** Stores the time in a file next to the database, for later runs. */
  void write(Path folder, Target target, Dataset data) throws IOException {
    Files.writeString(note(folder, target, data), "rows " + rows + "\nseconds " + seconds + "\n");
  }

  static Optional<FillingTime> read(Path folder, Target target, Dataset data) throws IOException {
    Path note = note(folder, target, data);
    if (!Files.exists(note)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(note);
    return Optional.of(
        new FillingTime(
            Long.parseLong(lines.get(0).split(" ")[1]),
            Double.parseDouble(lines.get(1).split(" ")[1])));
  }
}
