package dev.taskstore.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What is run, from system properties: {@code bench.libraries}, {@code bench.databases} and {@code
 * bench.workloads} are lists with commas, everything if they are not given; {@code bench.rounds}
 * and {@code bench.longRounds} count, {@code bench.warmupMillis}, {@code bench.firstWarmupMillis}
 * and {@code bench.millis} are times; {@code bench.tasks} and {@code bench.users} size the data;
 * {@code bench.output} is the folder of the report.
 *
 * @param libraries what is compared
 * @param databases on what
 * @param workloads by what
 * @param rounds how many rounds are counted
 * @param longRounds how many rounds of the workloads that take long
 * @param firstWarmupMillis how long a round before all others runs each workload, uncounted
 * @param warmupMillis how long a workload runs in each round before it is measured
 * @param millis how long it is measured
 * @param data the rows
 * @param output where the report goes
 * @param workerOptions options of the virtual machines that measure
 */
record Settings(
    List<Library> libraries,
    List<DatabaseKind> databases,
    List<Workload> workloads,
    int rounds,
    int longRounds,
    long firstWarmupMillis,
    long warmupMillis,
    long millis,
    Dataset data,
    Path output,
    List<String> workerOptions) {

  static Settings ofSystemProperties() {
    List<String> libraries = list("bench.libraries");
    List<String> databases = list("bench.databases");
    List<String> workloads = list("bench.workloads");
    return new Settings(
        libraries.isEmpty() ? Libraries.all() : libraries.stream().map(Libraries::named).toList(),
        databases.isEmpty()
            ? List.of(DatabaseKind.values())
            : databases.stream().map(DatabaseKind::of).toList(),
        workloads.isEmpty() ? Workload.all() : workloads.stream().map(Workload::of).toList(),
        number("bench.rounds", 5),
        number("bench.longRounds", 2),
        number("bench.firstWarmupMillis", 1_500),
        number("bench.warmupMillis", 300),
        number("bench.millis", 700),
        new Dataset(number("bench.tasks", 100_000), number("bench.users", 1_000)),
        Path.of(text("bench.output", "target/performance")),
        List.of(text("bench.workerOptions", "-Xms768m -Xmx768m").split(" ")));
  }

  private static String text(String name, String otherwise) {
    String value = System.getProperty(name, "");
    return value.isBlank() ? otherwise : value;
  }

  private static int number(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }

  private static List<String> list(String name) {
    return Arrays.stream(text(name, "").split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  int rounds(Workload workload) {
    return workload.isLong() ? Math.min(longRounds, rounds) : rounds;
  }
}
