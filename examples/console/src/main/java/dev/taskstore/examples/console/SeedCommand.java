package dev.taskstore.examples.console;

import dev.taskstore.PasswordHash;
import dev.taskstore.TaskStore;
import dev.taskstore.testdata.LoadedRows;
import dev.taskstore.testdata.TestData;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "seed",
    description = {
      "Fills an empty database with generated users, tasks and tags.",
      "The same options give the same rows in every database. The users cannot sign in."
    })
final class SeedCommand extends StoreCommand {

  @Option(
      names = "--tasks",
      paramLabel = "N",
      defaultValue = "1000",
      description = "The number of tasks, ${DEFAULT-VALUE} by default.")
  private long tasks;

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "The number of users. Default: one for every 100 tasks.")
  private Long users;

  @Option(
      names = "--tags",
      paramLabel = "N",
      description = "The number of tags. Default: 50, but not more than tasks.")
  private Long tags;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Other seeds give other rows. ${DEFAULT-VALUE} by default.")
  private long seed;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description =
          "The end of the two years in which the tasks are created and completed. Default: the"
              + " beginning of 2026. "
              + DueTime.FORMS
              + ".")
  private Instant until;

  @Option(
      names = "--add",
      description =
          "Add the rows to those of the database. Names end in the seed, so that they are unique.")
  private boolean add;

  @Override
  void run(TaskStore store) {
    TestData data = data();
    if (!add && hasRows(store)) {
      throw usage("the database contains rows. Use an empty database, or --add");
    }
    LoadedRows rows;
    try (ProgressDisplay progress = ProgressDisplay.start("Seeding", environment().terminal())) {
      rows = data.load(store, loaded -> progress.report(loaded, tasks));
    }
    print(
        "%s by %s with %s: %s\n"
            .formatted(
                count(rows.tasks(), "task"),
                count(rows.users(), "user"),
                count(rows.tags(), "tag"),
                count(rows.links(), "link")));
  }

  private TestData data() {
    TestData data = TestData.seed(seed).tasks(tasks).password(PasswordHash.locked());
    data = users == null ? data : data.users(users);
    data = tags == null ? data : data.tags(tags);
    data = until == null ? data : data.until(until);
    return add ? data.suffix("-" + Long.toString(seed, Character.MAX_RADIX)) : data;
  }

  private static boolean hasRows(TaskStore store) {
    return store.users().count() > 0 || store.tags().count() > 0;
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
