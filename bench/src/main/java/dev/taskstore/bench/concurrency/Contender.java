package dev.taskstore.bench.concurrency;

import dev.taskstore.bench.Cleanup;
import dev.taskstore.bench.Dataset;
import dev.taskstore.bench.Library;
import dev.taskstore.bench.Target;
import dev.taskstore.bench.Workloads;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A library that is open on its own database and shared by all threads. */
final class Contender implements AutoCloseable {

  private final String name;
  private final Workloads<?> workloads;
  private final Cleanup cleanup;

  Contender(Library library, Target target, Dataset data) {
    name = library.name();
    workloads = library.open(target);
    cleanup = new Cleanup(target, data.writer());
  }

  String name() {
    return name;
  }

  /** Runs a trial and returns the tally of each group. It restores the rows afterwards. */
  List<Tally> run(Trial trial, Inputs inputs, Window window)
      throws SQLException, InterruptedException {
    List<Caller<?>> callers = new ArrayList<>();
    for (Group group : trial.groups()) {
      for (int number = 0; number < group.threads(); number++) {
        callers.add(new Caller<>(workloads, inputs, group, number, window));
      }
    }
    Iterator<Tally> finished = run(callers, trial.virtual()).iterator();
    List<Tally> tallies = new ArrayList<>();
    for (Group group : trial.groups()) {
      Tally tally = new Tally(window);
      for (int number = 0; number < group.threads(); number++) {
        tally.addAll(finished.next());
      }
      tallies.add(tally);
    }
    if (trial.writes()) {
      cleanup.restore();
    }
    return tallies;
  }

  private static List<Tally> run(List<Caller<?>> callers, boolean virtual)
      throws InterruptedException {
    ExecutorService threads =
        virtual ? VirtualThreads.executor() : Executors.newFixedThreadPool(callers.size());
    try {
      List<Tally> tallies = new ArrayList<>();
      for (Future<Tally> future : threads.invokeAll(callers)) {
        tallies.add(future.get());
      }
      return tallies;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A thread terminated with an exception", e.getCause());
    } finally {
      threads.shutdown();
    }
  }

  @Override
  public void close() {
    cleanup.close();
    workloads.close();
  }
}
