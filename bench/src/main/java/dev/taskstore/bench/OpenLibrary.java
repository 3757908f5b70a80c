package dev.taskstore.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A library that remains open for all measurements of this process. Environment variables contain
 * the locations of its databases.
 */
final class OpenLibrary {

  private record Key(String library, DatabaseKind kind) {}

  private static final Map<Key, OpenLibrary> OPEN = new ConcurrentHashMap<>();

  private final Workloads<?> workloads;
  private final Dataset data;
  private final Cleanup cleanup;

  private OpenLibrary(Key key) {
    Target target = WorkerEnvironment.target(key.kind());
    data = WorkerEnvironment.dataset();
    workloads = Libraries.named(key.library()).open(target);
    cleanup = new Cleanup(target, data.writer());
  }

  static OpenLibrary of(String library, DatabaseKind kind) {
    return OPEN.computeIfAbsent(new Key(library, kind), OpenLibrary::new);
  }

  Operation<?> operation(Workload workload) {
    return operation(workload, workloads);
  }

  private <T> Operation<T> operation(Workload workload, Workloads<T> typed) {
    return new Operation<>(workload, typed, data, cleanup);
  }
}
