package dev.taskstore.bench.cache;

import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.bench.Cleanup;
import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Workload;
import dev.taskstore.bench.Workloads;
import dev.taskstore.bench.taskstore.TaskStoreLibrary;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * An open database with a given cache size for each connection. Each call reads another part of the
 * file.
 */
final class CachedStore implements AutoCloseable {

  private static final long SEED = 20_260_401;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int KIBIBYTES_OF_A_MEBIBYTE = 1024;

  private final int mebibytes;
  private final Dataset data;
  private final Workloads<Task> workloads;
  private final Cleanup cleanup;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private Object answer;

  CachedStore(Target target, Dataset data, int mebibytes) {
    this.mebibytes = mebibytes;
    this.data = data;
    int size = -mebibytes * KIBIBYTES_OF_A_MEBIBYTE;
    TaskStore store =
        target
            .store()
            .driverProperty("cache_size", Integer.toString(size))
            .maximumPoolSize(2)
            .open();
    this.workloads = TaskStoreLibrary.over(store);
    this.cleanup = new Cleanup(target, data.writer());
    if (store.dsl().fetchSingle("PRAGMA cache_size").get(0, Integer.class) != size) {
      close();
      throw new IllegalStateException("The driver uses another cache size");
    }
  }

  /** Runs calls for some time without measuring them. */
  void warmUp(Workload workload, long millis) throws SQLException {
    nanos(workload, millis);
  }

  /** Runs calls for some time and returns the time of one call. A load runs once. */
  CacheFigure measure(Workload workload, int round, long millis) throws SQLException {
    return new CacheFigure(mebibytes, workload, round, nanos(workload, millis));
  }

  private double nanos(Workload workload, long millis) throws SQLException {
    long begin = System.nanoTime();
    long calls = 0;
    long passed;
    do {
      answer = run(workload);
      calls++;
      passed = System.nanoTime() - begin;
    } while (!workload.isLong() && passed < millis * NANOS_PER_MILLI);
    if (workload.isLong()) {
      cleanup.restore();
    }
    return (double) passed / calls;
  }

  private Object run(Workload workload) {
    return switch (workload) {
      case FIND_BY_ID -> workloads.findById(data.taskId(random.nextInt(data.tasks())));
      case PAGE_OF_USER -> workloads.newestOfUser(data.userId(random.nextInt(data.users())));
      case LOAD -> workloads.load(IntStream.range(0, data.tasks()).mapToObj(data::draft));
      default -> throw new IllegalArgumentException(workload.id());
    };
  }

  /** The last result, kept so that the compiler cannot eliminate calls. */
  Object answer() {
    return answer;
  }

  @Override
  public void close() {
    workloads.close();
    cleanup.close();
  }
}
