package dev.taskstore.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * The settings of the comparison, from system properties. {@code bench.libraries}, {@code
 * bench.databases} and {@code bench.workloads} are comma-separated lists; the default is all.
 * {@code bench.rounds} and {@code bench.longRounds} are numbers of rounds; {@code
 * bench.firstWarmupMillis}, {@code bench.warmupMillis} and {@code bench.millis} are durations;
 * {@code bench.tasks} and {@code bench.users} are the numbers of rows; {@code bench.output} is the
 * folder of the report.
 *
 * @param libraries the libraries to compare
 * @param databases the databases to measure
 * @param workloads the workloads to measure
 * @param rounds the number of measured rounds
 * @param longRounds the number of measured rounds of slow workloads
 * @param firstWarmupMillis the duration of each workload in the initial warm-up round
 * @param warmupMillis the warm-up before each measurement
 * @param millis the duration of each measurement
 * @param data the rows
 * @param output the folder of the report
 * @param workerOptions the options of the measured virtual machines
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
    List<String> libraries = BenchProperties.list("bench.libraries");
    List<String> workloads = BenchProperties.list("bench.workloads");
    return new Settings(
        libraries.isEmpty() ? Libraries.all() : libraries.stream().map(Libraries::named).toList(),
        BenchProperties.databases(),
        workloads.isEmpty() ? Workload.all() : workloads.stream().map(Workload::of).toList(),
        BenchProperties.number("bench.rounds", 5),
        BenchProperties.number("bench.longRounds", 2),
        BenchProperties.number("bench.firstWarmupMillis", 1_500),
        BenchProperties.number("bench.warmupMillis", 300),
        BenchProperties.number("bench.millis", 700),
        BenchProperties.data(),
        BenchProperties.output(),
        List.of(BenchProperties.text("bench.workerOptions", "-Xms768m -Xmx768m").split(" ")));
  }

  int rounds(Workload workload) {
    return workload.isLong() ? Math.min(longRounds, rounds) : rounds;
  }
}
