package dev.taskstore.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.profile.StackProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A process that measures one library: it reads requests and writes {@link #RESULT} lines. It stays
 * alive between rounds, so that the code remains compiled as in a long-running program. JMH runs in
 * this process without forks.
 */
final class Worker {

  /** The system property that enables profiling. */
  static final String STACKS = "bench.stacks";

  static final String RESULT = "RESULT ";
  static final String FAILED = "FAILED ";

  private static final int BATCHES = 3;

  /** The number of batches that a workload has input for, including the warm-up. */
  static final int ITERATIONS_OF_BATCHES = BATCHES + 1;

  private Worker() {}

  /** Measures the library named by the argument. */
  public static void main(String... args) throws IOException {
    System.setProperty("jmh.ignoreLock", "true");
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      String[] request = line.split(" ", -1);
      try {
        RunResult run = run(args[0], request);
        System.out.println(RESULT + result(run, Workload.of(request[1])));
      } catch (RunnerException e) {
        e.printStackTrace();
        System.out.println(FAILED + line);
      }
    }
    System.exit(0);
  }

  private static RunResult run(String library, String... request) throws RunnerException {
    Workload workload = Workload.of(request[1]);
    TimeValue warmup = TimeValue.milliseconds(Long.parseLong(request[2]));
    TimeValue time = TimeValue.milliseconds(Long.parseLong(request[3]));
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + WorkloadBenchmark.class.getSimpleName() + "\\.run$")
            .param("library", library)
            .param("database", request[0])
            .param("workload", workload.id())
            .forks(0)
            .threads(1)
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class);
    if (Boolean.getBoolean(STACKS)) {
      options.addProfiler(StackProfiler.class, "lines=12;top=12").verbosity(VerboseMode.NORMAL);
    } else {
      options.verbosity(VerboseMode.SILENT);
    }
    if (workload.batch() > 0) {
      options
          .mode(Mode.SingleShotTime)
          .warmupIterations(workload.isLong() ? 0 : 1)
          .warmupBatchSize(workload.batch())
          .measurementIterations(workload.isLong() ? 1 : BATCHES)
          .measurementBatchSize(workload.batch());
    } else {
      options.warmupIterations(1).warmupTime(warmup).measurementIterations(1).measurementTime(time);
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    return results.iterator().next();
  }

  private static String result(RunResult run, Workload workload) {
    int batch = Math.max(1, workload.batch());
    double bytes = Double.NaN;
    for (Result<?> result : run.getSecondaryResults().values()) {
      if (result.getLabel().endsWith("gc.alloc.rate.norm")) {
        bytes = result.getScore();
      }
    }
    return String.format(
        Locale.ROOT,
        "%.1f %.1f %.1f",
        run.getPrimaryResult().getScore() / batch,
        ProcessorTime.nanosPerCall(),
        bytes / batch);
  }
}
