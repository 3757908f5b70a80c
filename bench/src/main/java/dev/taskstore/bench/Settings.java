package dev.taskstore.bench;

import java.nio.file.Path;
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
    List<String> libraries = Given.list("bench.libraries");
    List<String> workloads = Given.list("bench.workloads");
    return new Settings(
        libraries.isEmpty() ? Libraries.all() : libraries.stream().map(Libraries::named).toList(),
        Given.databases(),
        workloads.isEmpty() ? Workload.all() : workloads.stream().map(Workload::of).toList(),
        Given.number("bench.rounds", 5),
        Given.number("bench.longRounds", 2),
        Given.number("bench.firstWarmupMillis", 1_500),
        Given.number("bench.warmupMillis", 300),
        Given.number("bench.millis", 700),
        Given.data(),
        Given.output(),
        List.of(Given.text("bench.workerOptions", "-Xms768m -Xmx768m").split(" ")));
  }

  int rounds(Workload workload) {
    return workload.isLong() ? Math.min(longRounds, rounds) : rounds;
  }
}
