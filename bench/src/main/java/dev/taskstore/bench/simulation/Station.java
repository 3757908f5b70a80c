package dev.taskstore.bench.simulation;

import java.util.ArrayDeque;
import java.util.Queue;

/** Servers with one queue, in the order of arrival. */
final class Station extends Resource {

  private final Queue<Job> waiting = new ArrayDeque<>();

  Station(Clock clock, String name, int servers) {
    super(clock, name, servers);
  }

  /** Adds a job that takes a time after its wait. */
  void serve(double nanos, Runnable done) {
    waiting.add(new Job(nanos, done));
    startNext(used());
  }

  private void startNext(int busy) {
    if (busy == capacity() || waiting.isEmpty()) {
      use(busy);
      return;
    }
    Job job = waiting.remove();
    use(busy + 1);
    clock().after(job.nanos(), () -> end(job));
  }

  private void end(Job job) {
    startNext(used() - 1);
    job.done().run();
  }

  private record Job(double nanos, Runnable done) {}
}
