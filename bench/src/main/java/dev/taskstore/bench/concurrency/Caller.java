package dev.taskstore.bench.concurrency;

import dev.taskstore.bench.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * The calls of one thread of a group until the end of the window.
 *
 * @param <T> the task type of the library
 */
final class Caller<T> implements Callable<Tally> {

  private static final int MAXIMUM_OWN_TASKS = 4;
  private static final int CALLS_PER_UPDATE = 10;

  private final Workloads<T> workloads;
  private final Inputs inputs;
  private final Group group;
  private final int number;
  private final Window window;
  private final SplittableRandom random;
  private final List<T> ownTasks = new ArrayList<>();
  private int calls;

  Caller(Workloads<T> workloads, Inputs inputs, Group group, int number, Window window) {
    this.workloads = workloads;
    this.inputs = inputs;
    this.group = group;
    this.number = number;
    this.window = window;
    this.random = new SplittableRandom(number);
  }

  @Override
  public Tally call() {
    if (group.work() == Work.MIX) {
      findOwnTasks();
    }
    Tally tally = new Tally(window);
    long begin = System.nanoTime();
    while (!window.isOver(begin)) {
      begin = callOnce(tally, begin);
    }
    return tally;
  }

  /** The tasks of this thread only, so that updates do not conflict. */
  private void findOwnTasks() {
    int count = Math.min(MAXIMUM_OWN_TASKS, inputs.tasks() / group.threads());
    for (int i = 0; i < count; i++) {
      ownTasks.add(workloads.findById(inputs.taskId(number + i * group.threads())));
    }
  }

  /** Calls may fail, for example with a lock timeout; failures are counted and reported. */
  private long callOnce(Tally tally, long begin) {
    try {
      work();
    } catch (RuntimeException e) {
      tally.addFailure(e);
      return System.nanoTime();
    }
    long end = System.nanoTime();
    tally.add(begin, end);
    return end;
  }

  private Object work() {
    int call = calls++;
    return switch (group.work()) {
      case FIND_BY_ID -> workloads.findById(inputs.taskId(random));
      case INSERT -> workloads.insert(inputs.draft(random));
      case PAGE -> workloads.newestOfUser(inputs.userId(random));
      case MIX ->
          call % CALLS_PER_UPDATE == CALLS_PER_UPDATE - 1
              ? update(call / CALLS_PER_UPDATE % ownTasks.size())
              : workloads.findById(inputs.taskId(random));
    };
  }

  private T update(int own) {
    return ownTasks.set(own, workloads.update(ownTasks.get(own), "Changed " + calls));
  }
}
