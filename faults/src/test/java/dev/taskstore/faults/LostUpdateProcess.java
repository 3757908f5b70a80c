package dev.taskstore.faults;

import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.UserChanges;
import dev.taskstore.db.IsolationLevel;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.migration.MigrationMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A process whose threads increment a number in a row that all processes share. */
final class LostUpdateProcess implements AutoCloseable {

  /** The way to prevent lost updates. */
  enum Mode {
    /** By optimistic locking: read again after a concurrent change. */
    OPTIMISTIC,
    /** In transactions that the library repeats. */
    REPEATABLE_READ,
    /** In transactions that the library repeats. */
    SERIALIZABLE
  }

  private static final String READY = "ready";
  private static final String DOMAIN = "@example.com";

  private static final String RESULT = "failed ";

  private final Process process;
  private final BufferedReader output;

  private LostUpdateProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a process with the class path of this one. It waits for work. */
  static LostUpdateProcess start(List<String> address, int threads, int increments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(ChildClasses.options());
    command.addAll(
        List.of(
            LostUpdateProcess.class.getName(),
            Integer.toString(threads),
            Integer.toString(increments)));
    command.addAll(address);
    try {
      return new LostUpdateProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a text that contains the number. */
  static String email(long number) {
    return number + DOMAIN;
  }

  /** Waits until the process has opened its store. It ignores output of the JVM. */
  void awaitReady() {
    List<String> said = new ArrayList<>();
    try {
      for (String line = output.readLine(); !READY.equals(line); line = output.readLine()) {
        if (line == null) {
          throw new IllegalStateException("The process exited: " + said);
        }
        said.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the threads of the process, which increment the number of a user. */
  void go(Mode mode, UUID user) {
    try {
      String work = mode + " " + user + "\n";
      process.getOutputStream().write(work.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end of the work and returns the output about it. */
  String result() {
    List<String> lines = new ArrayList<>();
    try {
      String line = output.readLine();
      while (line != null && !line.startsWith(RESULT)) {
        lines.add(line);
        line = output.readLine();
      }
      lines.add(line == null ? "The process exited." : line);
      return String.join("\n", lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /**
   * Opens a store and increments. Each line of the input is work: the mode and the row.
   *
   * @param arguments the number of threads, the increments per thread, the URL, the user and the
   *     password
   */
  public static void main(String[] arguments) throws Exception {
    TaskStore.Builder builder =
        TaskStore.builder().url(arguments[2]).migrationMode(MigrationMode.NONE);
    if (arguments.length > 3) {
      builder.credentials(arguments[3], arguments[4]);
    }
    try (TaskStore store = builder.open();
        BufferedReader input =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println(READY);
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        String[] work = line.split(" ");
        System.out.println(
            new Increments(store, Mode.valueOf(work[0]), UUID.fromString(work[1]))
                .run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])));
      }
    }
  }

  /** Runs the threads. */
  private record Increments(
      TaskStore store,
      Mode mode,
      UUID user,
      AtomicLong attempts,
      AtomicInteger mostAttempts,
      AtomicLong longest,
      AtomicInteger failures) {

    Increments(TaskStore store, Mode mode, UUID user) {
      this(
          store,
          mode,
          user,
          new AtomicLong(),
          new AtomicInteger(),
          new AtomicLong(),
          new AtomicInteger());
    }

    String run(int threads, int increments) throws InterruptedException {
      ExecutorService executor = Executors.newFixedThreadPool(threads);
      for (int thread = 0; thread < threads; thread++) {
        executor.execute(() -> repeat(increments));
      }
      executor.shutdown();
      boolean ended = executor.awaitTermination(10, TimeUnit.MINUTES);
      return String.format(
          RESULT + "%d, tries %d for %d, most tries for one %d, longest %d ms%s",
          failures.get(),
          attempts.get(),
          threads * increments,
          mostAttempts.get(),
          TimeUnit.NANOSECONDS.toMillis(longest.get()),
          ended ? "" : ", not ended");
    }

    private void repeat(int increments) {
      for (int i = 0; i < increments; i++) {
        long begin = System.nanoTime();
        AtomicInteger tries = new AtomicInteger();
        try {
          if (mode == Mode.OPTIMISTIC) {
            optimistic(tries);
          } else {
            transactional(IsolationLevel.valueOf(mode.name()), tries);
          }
        } catch (Throwable e) {
          failures.incrementAndGet();
          System.out.println("after " + tries + " tries: " + e);
        }
        attempts.addAndGet(tries.get());
        mostAttempts.accumulateAndGet(tries.get(), Math::max);
        longest.accumulateAndGet(System.nanoTime() - begin, Math::max);
      }
    }

    private void optimistic(AtomicInteger tries) {
      while (true) {
        tries.incrementAndGet();
        User read = store.users().getById(user);
        try {
          store.users().update(read.with().email(next(read)).build());
          return;
        } catch (StaleEntityException e) {
          Thread.onSpinWait(); // concurrent change: read again
        }
      }
    }

    private void transactional(IsolationLevel level, AtomicInteger tries) {
      store.transaction(
          TransactionOptions.defaults().isolation(level),
          tx -> {
            tries.incrementAndGet();
            User read = tx.users().getById(user);
            tx.users().update(user, UserChanges.none().email(next(read)));
          });
    }

    private static String next(User read) {
      return email(Long.parseLong(read.email().replace(DOMAIN, "")) + 1);
    }
  }
}
