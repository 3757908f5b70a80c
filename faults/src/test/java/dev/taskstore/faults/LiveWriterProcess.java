package dev.taskstore.faults;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.exception.DatabaseSealedException;
import dev.taskstore.db.exception.DatabaseTimeoutException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.dialect.tck.numbers.NewTicket;
import dev.taskstore.dialect.tck.numbers.Ticket;
import dev.taskstore.dialect.tck.numbers.schema.TicketRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that writes with several threads at a constant rate until it is killed: inserts,
 * updates, deletes, unique names that move between rows, links. It logs each write after it has
 * returned, and attempts a write again that a sealed or locked database refused.
 */
final class LiveWriterProcess {

  static final String SEALED = "sealed";
  static final String WRITING = "writing";

  private static final int THREADS = 4;
  private static final int WRITES_AT_A_START = 20;
  private static final Duration AFTER_REFUSAL = Duration.ofMillis(50);
  private static final AtomicLong WRITES = new AtomicLong();
  private static final AtomicLong LONGEST_NANOS = new AtomicLong();

  private final TaskStore store;
  private final TicketRepository tickets;
  private final AcknowledgedWrites.Log log;
  private final String name;
  private final Random random;
  private final List<Task> tasks = new ArrayList<>();
  private User first;
  private User second;
  private int numbers;

  private LiveWriterProcess(
      TaskStore store, AcknowledgedWrites.Log log, String name, Random random) {
    this.store = store;
    this.tickets = new TicketRepository(store.database());
    this.log = log;
    this.name = name;
    this.random = random;
    this.first = insertUser();
    this.second = insertUser();
  }

  /** Starts the process. */
  static ChildProcess start(
      CopiedDatabase source,
      AcknowledgedWrites writes,
      String name,
      long seed,
      int writesPerSecond,
      Path scratch) {
    List<String> arguments = new ArrayList<>(source.arguments());
    arguments.addAll(
        List.of(
            writes.file().toString(), name, String.valueOf(seed), String.valueOf(writesPerSecond)));
    return ChildProcess.start(LiveWriterProcess.class, scratch, arguments.toArray(String[]::new));
  }

  /** Waits until every thread is refused: nothing is in progress any more. */
  static void awaitSeal(ChildProcess writer) throws InterruptedException {
    int seen = writer.messages().size();
    // Each thread sends a message per attempt; a thread that writes sends none.
    for (int thread = 0; thread < THREADS; thread++) {
      String end = SEALED + " " + thread;
      writer.await(
          message ->
              message.startsWith(end)
                  && writer.messages().stream().skip(seen).anyMatch(m -> m.startsWith(end)));
    }
  }

  /** Returns the longest duration of a completed write. */
  static Duration longestWait(ChildProcess writer) {
    return writer.messages().stream()
        .filter(message -> message.startsWith(SEALED))
        .map(message -> Duration.ofNanos(Long.parseLong(message.split(" ")[2])))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /**
   * Writes until the process is killed.
   *
   * @param arguments URL, user and password of the database, the log, the name of this process, the
   *     seed, and the number of writes a second
   */
  public static void main(String[] arguments) throws IOException {
    ProcessMessages.endWithParent();
    TaskStore store = CopiedDatabase.ofArguments(arguments[0], arguments[1], arguments[2]).store();
    AcknowledgedWrites.Log log = new AcknowledgedWrites.Log(Path.of(arguments[3]));
    long interval = Duration.ofSeconds(THREADS).toNanos() / Integer.parseInt(arguments[6]);
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      LiveWriterProcess writer =
          new LiveWriterProcess(
              store, log, arguments[4] + "-" + i, new Random(Long.parseLong(arguments[5]) + i));
      new Thread(() -> writer.writeForEver(thread, interval), "writer " + i).start();
    }
  }

  private void writeForEver(int thread, long interval) {
    try {
      for (long next = System.nanoTime(); ; next += interval) {
        LockSupport.parkNanos(next - System.nanoTime());
        long begin = System.nanoTime();
        if (attempt(thread)) {
          LONGEST_NANOS.accumulateAndGet(System.nanoTime() - begin, Math::max);
          if (WRITES.incrementAndGet() == WRITES_AT_A_START) {
            ProcessMessages.send(WRITING);
          }
        } else {
          next = System.nanoTime();
        }
      }
    } catch (RuntimeException e) {
      ProcessMessages.send("failed " + e);
      Runtime.getRuntime().halt(1);
    }
  }

  private boolean attempt(int thread) {
    try {
      write();
      return true;
    } catch (DatabaseSealedException e) {
      ProcessMessages.send(SEALED + " " + thread + " " + LONGEST_NANOS.get());
    } catch (DatabaseTimeoutException | TransientFailureException e) {
      ProcessMessages.send("refused " + thread + " " + e.getClass().getSimpleName());
    }
    LockSupport.parkNanos(AFTER_REFUSAL.toNanos());
    return false;
  }

  private void write() {
    int choice = random.nextInt(100);
    if (choice < 40 || tasks.isEmpty()) {
      Task task = store.tasks().insert(NewTask.of(first.id(), name + " " + numbers++));
      tasks.add(task);
      log.task(task.id(), task.version());
    } else if (choice < 60) {
      int index = random.nextInt(tasks.size());
      Task task =
          store.tasks().update(tasks.get(index).with().title(name + " " + numbers++).build());
      tasks.set(index, task);
      log.task(task.id(), task.version());
    } else if (choice < 70) {
      int index = random.nextInt(tasks.size());
      Task task = tasks.get(index);
      store.tasks().deleteById(task.id());
      tasks.remove(index);
      log.deletedTask(task.id());
    } else if (choice < 80) {
      String tag = name + "-" + random.nextInt(8);
      Task task = tasks.get(random.nextInt(tasks.size()));
      store.tags().attach(task.id(), tag);
      log.tag(task.id(), tag);
    } else if (choice < 90) {
      Ticket ticket = tickets.insert(NewTicket.of(name + "-" + numbers++));
      log.ticket(ticket.id(), ticket.seat());
    } else {
      swapNames();
    }
  }

  private User insertUser() {
    String username = name + "-user" + numbers++;
    User user =
        store
            .users()
            .insert(NewUser.of(username, username + "@example.com", PasswordHash.locked()));
    log.user(user.id(), user.username());
    return user;
  }

  /** Unique names move between two rows. */
  private void swapNames() {
    List<User> swapped =
        store.transactionResult(
            transaction -> {
              User passing =
                  transaction.users().update(first.with().username(name + "-free").build());
              User other =
                  transaction.users().update(second.with().username(first.username()).build());
              return List.of(
                  transaction.users().update(passing.with().username(second.username()).build()),
                  other);
            });
    first = swapped.get(0);
    second = swapped.get(1);
    log.user(first.id(), first.username());
    log.user(second.id(), second.username());
  }
}
