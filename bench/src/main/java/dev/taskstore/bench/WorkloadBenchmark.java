package dev.taskstore.bench;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One workload of one library on one database. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WorkloadBenchmark {

  /** {@link Library#name()}. */
  @Param({"TaskStore", "JDBC held", "JDBC pooled", "jOOQ DSL", "jOOQ DAO"})
  public String library;

  /** {@link DatabaseKind}. */
  @Param({"sqlite", "postgres"})
  public String database;

  /** {@link Workload#id()}. */
  @Param("findById")
  public String workload;

  private Operation<?> operation;

  /**
   * Opens the library, unless an earlier run in this process did, and creates the input. This does
   * not run before each iteration, as JMH's allocation profiler would count it.
   */
  @Setup(Level.Trial)
  public void open() {
    operation = OpenLibrary.of(library, DatabaseKind.of(database)).operation(Workload.of(workload));
    operation.prepare();
  }

  /** Starts measuring CPU time. */
  @Setup(Level.Iteration)
  public void begin() {
    ProcessorTime.begin();
  }

  /** Runs the operation. */
  @Benchmark
  public Object run() {
    ProcessorTime.count();
    return operation.run();
  }

  /** Stops measuring CPU time. */
  @TearDown(Level.Iteration)
  public void end() {
    ProcessorTime.end();
  }

  /** Deletes the written rows. */
  @TearDown(Level.Trial)
  public void restore() throws SQLException {
    operation.restore();
  }
}
