package dev.taskstore.faults;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.UserChanges;
import dev.taskstore.db.exception.CommitOutcomeUnknownException;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Stream;

/**
 * Threads that write units of work until they are stopped, and record the outcome of each unit:
 * committed, not committed, or unknown.
 */
final class PostgresWorkload {

  /** The kind of a unit of work. */
  enum Kind {
    INSERT,
    INSERT_ALL,
    LOAD,
    TRANSACTION,
    READ
  }

  /** The outcome of a unit as the caller observed it. */
  enum Answer {
    ACKNOWLEDGED,
    LOST,
    UNKNOWN,
    TIMED_OUT
  }

  /**
   * A unit of work: tasks whose description is the name of the unit.
   *
   * @param name the name of the unit
   * @param kind the kind
   * @param size the number of tasks
   * @param answer the outcome
   * @param stored the tasks that the call returned; empty if it returns none
   */
  record Unit(String name, Kind kind, int size, Answer answer, List<Task> stored) {}

  static final String[] TAGS = {"urgent", "release"};

  private static final int COUNTERS = 3;
  private static final List<Kind> KINDS = List.of(Kind.values());

  private final TaskStore store;
  private final long seed;
  private final int threads;
  private final List<User> counters = new ArrayList<>();
  private final Queue<Unit> units = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
  private final AtomicInteger names = new AtomicInteger();
  private final AtomicLongArray lastSuccess;
  private final AtomicLongArray longestCall;
  private int rounds;

  PostgresWorkload(TaskStore store, int threads, long seed) {
    this.store = store;
    this.threads = threads;
    this.seed = seed;
    this.lastSuccess = new AtomicLongArray(threads);
    this.longestCall = new AtomicLongArray(threads);
    for (int i = 0; i < COUNTERS; i++) {
      String name = "counter " + i;
      counters.add(store.users().insert(NewUser.of(name, name, PasswordHash.locked())));
    }
    store.tags().findOrCreateAll(List.of(TAGS));
  }

  /** Returns the finished units. */
  List<Unit> units() {
    return List.copyOf(units);
  }

  /** Returns the exceptions other than those that an outage may cause. */
  List<Throwable> unexpected() {
    return List.copyOf(unexpected);
  }

  /** Returns the rows whose versions count the transactions. */
  List<User> counters() {
    return counters;
  }

  int threads() {
    return threads;
  }

  /** Returns whether every thread has succeeded since a time of {@link System#nanoTime()}. */
  boolean allSucceededSince(long time) {
    for (int i = 0; i < threads; i++) {
      if (lastSuccess.get(i) - time <= 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the duration of the longest call in nanoseconds. */
  long longestCall() {
    long longest = 0;
    for (int i = 0; i < threads; i++) {
      longest = Math.max(longest, longestCall.get(i));
    }
    return longest;
  }

  /** Writes in all threads while an action runs, then waits for the end of their calls. */
  void runDuring(Runnable events) {
    rounds++;
    AtomicBoolean stopped = new AtomicBoolean();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (int i = 0; i < threads; i++) {
        int thread = i;
        Random random = new Random(seed + 1_000L * rounds + thread);
        executor.execute(
            () -> {
              while (!stopped.get()) {
                step(thread, random);
              }
            });
      }
      events.run();
    } finally {
      stopped.set(true);
      executor.shutdown();
    }
    try {
      if (!executor.awaitTermination(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Calls do not return");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void step(int thread, Random random) {
    Kind kind = KINDS.get(random.nextInt(KINDS.size()));
    String name = "unit " + names.incrementAndGet();
    int size =
        switch (kind) {
          case INSERT, TRANSACTION -> 1;
          case INSERT_ALL, LOAD -> 2 + random.nextInt(30);
          case READ -> 0;
        };
    User counter = counters.get(random.nextInt(COUNTERS));
    long begin = System.nanoTime();
    Answer answer;
    List<Task> stored = List.of();
    try {
      stored = write(kind, name, size, counter);
      answer = Answer.ACKNOWLEDGED;
      lastSuccess.set(thread, System.nanoTime());
    } catch (ConnectionLostException e) {
      answer = Answer.LOST;
    } catch (CommitOutcomeUnknownException e) {
      answer = Answer.UNKNOWN;
      if (kind == Kind.READ) {
        unexpected.add(e);
      }
    } catch (DatabaseTimeoutException e) {
      answer = Answer.TIMED_OUT;
    } catch (Throwable e) {
      unexpected.add(e);
      answer = Answer.UNKNOWN;
    }
    longestCall.accumulateAndGet(thread, System.nanoTime() - begin, Math::max);
    units.add(new Unit(name, kind, size, answer, stored));
    if (answer != Answer.ACKNOWLEDGED) {
      ServerProcess.pause(5);
    }
  }

  private List<Task> write(Kind kind, String name, int size, User counter) {
    List<NewTask> drafts =
        Stream.iterate(1, i -> i + 1)
            .limit(size)
            .map(i -> NewTask.of(counter.id(), kind + " " + i).description(name))
            .toList();
    return switch (kind) {
      case INSERT -> List.of(store.tasks().insert(drafts.get(0)));
      case INSERT_ALL -> store.tasks().insertAll(drafts);
      case LOAD -> {
        store.tasks().load(drafts.stream());
        yield List.of();
      }
      case TRANSACTION ->
          store.transactionResult(
              tx -> {
                Task task = tx.tasks().insert(drafts.get(0));
                tx.tags().attach(task.id(), TAGS);
                tx.users()
                    .update(counter.id(), UserChanges.none().passwordHash(PasswordHash.locked()));
                return List.of(task);
              });
      case READ -> {
        store.users().getById(counter.id());
        yield List.of();
      }
    };
  }
}
