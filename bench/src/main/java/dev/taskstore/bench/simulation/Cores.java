package dev.taskstore.bench.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Processors that share their time equally between all jobs, as an operating system does. A job
 * uses at most one of them.
 */
final class Cores extends Resource {

  private static final long NONE = -1;

  private final PriorityQueue<Job> jobs = new PriorityQueue<>();
  private double served;
  private long servedUntil;
  private long added;
  private long plan;
  private long planned = NONE;
  private double plannedRate;

  Cores(Clock clock, String name, int cores) {
    super(clock, name, cores);
  }

  /** Adds a job that takes a time on an idle processor. */
  void work(double nanos, Runnable done) {
    serve();
    jobs.add(new Job(served + nanos, added++, done));
    plan();
  }

  /** Adds the time that each job has received since the last change. */
  private void serve() {
    served += (clock().now() - servedUntil) * rate();
    servedUntil = clock().now();
  }

  private double rate() {
    return jobs.size() <= capacity() ? 1 : (double) capacity() / jobs.size();
  }

  /** A plan that a later change replaced has no effect. */
  private void plan() {
    use(Math.min(jobs.size(), capacity()));
    Job next = jobs.peek();
    long number = next == null ? NONE : next.number();
    if (number == planned && rate() == plannedRate) {
      return;
    }
    planned = number;
    plannedRate = rate();
    long current = ++plan;
    if (next != null) {
      clock().after(Math.max(0, (next.end() - served) / plannedRate), () -> end(current));
    }
  }

  private void end(long current) {
    if (current != plan) {
      return;
    }
    serve();
    List<Job> ended = new ArrayList<>();
    ended.add(jobs.remove());
    for (Job next = jobs.peek(); next != null && next.end() <= served; next = jobs.peek()) {
      ended.add(jobs.remove());
    }
    plan();
    ended.forEach(job -> job.done().run());
  }

  private record Job(double end, long number, Runnable done) implements Comparable<Job> {

    @Override
    public int compareTo(Job other) {
      int order = Double.compare(end, other.end);
      return order == 0 ? Long.compare(number, other.number) : order;
    }
  }
}
