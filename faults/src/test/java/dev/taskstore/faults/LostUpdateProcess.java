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
final class LostUpdateProcess {

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

  private final Process process;
  private final BufferedReader output;

  private LostUpdateProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a process with the class path of this one. It waits for {@code begin}. */
  static LostUpdateProcess start(
      List<String> address, Mode mode, UUID user, int threads, int increments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            LostUpdateProcess.class.getName(),
            mode.name(),
            user.toString(),
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

  /** Starts the threads of the process. */
  void go() {
    try {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end of the process and returns its output. */
  String result() {
    try {
      String text = rest();
      process.waitFor();
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private String rest() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
    }
    return String.join("\n", lines);
  }

  /**
   * Opens a store and increments.
   *
   * @param arguments the mode, the row, the number of threads, the increments per thread, the URL,
   *     the user and the password
   */
  public static void main(String[] arguments) throws Exception {
    TaskStore.Builder builder =
        TaskStore.builder().url(arguments[4]).migrationMode(MigrationMode.NONE);
    if (arguments.length > 5) {
      builder.credentials(arguments[5], arguments[6]);
    }
    try (TaskStore store = builder.open()) {
      Increments work =
          new Increments(store, Mode.valueOf(arguments[0]), UUID.fromString(arguments[1]));
      System.out.println(READY);
      System.in.read();
      System.out.println(work.run(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3])));
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
          "failed %d, tries %d for %d, most tries for one %d, longest %d ms%s",
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
