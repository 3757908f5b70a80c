package dev.taskstore.faults;

import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.faults.SqliteUnit.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A process that writes with several threads until it is killed. Each thread sends a message after
 * a call has returned and before the next call.
 */
final class SqliteWriterProcess {

  private static final int THREADS = 4;

  private final TaskStore store;
  private final UUID owner;
  private final UUID counter;
  private final Random random;
  private final String name;
  private final List<Task> single = new ArrayList<>();
  private final List<User> families = new ArrayList<>();
  private int units;

  private SqliteWriterProcess(
      TaskStore store, UUID owner, UUID counter, Random random, String name) {
    this.store = store;
    this.owner = owner;
    this.counter = counter;
    this.random = random;
    this.name = name;
  }

  /**
   * Writes until the process is killed.
   *
   * @param arguments the URL, the owner of the tasks, the counter task, the name of this process,
   *     the seed
   */
  public static void main(String[] arguments) {
    ProcessMessages.endWithParent();
    TaskStore store = TaskStore.open(arguments[0]);
    for (int i = 0; i < THREADS; i++) {
      SqliteWriterProcess writer =
          new SqliteWriterProcess(
              store,
              UUID.fromString(arguments[1]),
              UUID.fromString(arguments[2]),
              new Random(Long.parseLong(arguments[4]) + i),
              arguments[3] + "-" + i);
      new Thread(writer::writeForEver, "writer " + i).start();
    }
  }

  private void writeForEver() {
    try {
      while (true) {
        write();
      }
    } catch (RuntimeException e) {
      ProcessMessages.send("failed " + e);
      throw e;
    }
  }

  private void write() {
    int choice = random.nextInt(100);
    if (choice < 30) {
      insert(next(Kind.INSERT, 1));
    } else if (choice < 45) {
      SqliteUnit unit = next(Kind.BATCH, 2 + random.nextInt(60));
      store.tasks().insertAll(unit.drafts(owner).toList());
      wrote(unit);
    } else if (choice < 53) {
      SqliteUnit unit = next(Kind.LOAD, 100 + random.nextInt(2_000));
      store.tasks().load(unit.drafts(owner));
      wrote(unit);
    } else if (choice < 70) {
      count(next(Kind.TRANSACTION, 1));
    } else if (choice < 80) {
      found(next(Kind.FAMILY, 1 + random.nextInt(5)));
    } else if (choice < 92 && !single.isEmpty()) {
      update(random.nextInt(single.size()));
    } else if (!families.isEmpty()) {
      delete(families.remove(random.nextInt(families.size())));
    }
  }

  private SqliteUnit next(Kind kind, int size) {
    return new SqliteUnit(kind, name + "-" + units++, size);
  }

  private static void wrote(SqliteUnit unit) {
    ProcessMessages.send("wrote " + unit.kind() + " " + unit.name() + " " + unit.size());
  }

  private void insert(SqliteUnit unit) {
    single.add(store.tasks().insert(unit.drafts(owner).findFirst().orElseThrow()));
    wrote(unit);
  }

  private void count(SqliteUnit unit) {
    store.transaction(
        transaction -> {
          Task task = transaction.tasks().insert(unit.drafts(owner).findFirst().orElseThrow());
          transaction.tags().attach(task.id(), SqliteUnit.TAGS.toArray(String[]::new));
          Task count = transaction.tasks().getById(counter);
          long counted = Long.parseLong(String.valueOf(count.description())) + 1;
          transaction.tasks().update(count.with().description(String.valueOf(counted)).build());
        });
    wrote(unit);
  }

  private void found(SqliteUnit unit) {
    User founder =
        store.transactionResult(
            transaction -> {
              User user =
                  transaction
                      .users()
                      .insert(
                          NewUser.of(
                              unit.name(), unit.name() + "@example.com", PasswordHash.locked()));
              for (Task task : transaction.tasks().insertAll(unit.drafts(user.id()).toList())) {
                transaction.tags().attach(task.id(), SqliteUnit.TAGS.toArray(String[]::new));
              }
              return user;
            });
    families.add(founder);
    wrote(unit);
  }

  private void update(int index) {
    Task task = single.get(index);
    ProcessMessages.send("updating " + SqliteUnit.of(task).name() + " " + (task.version() + 1));
    Task updated = store.tasks().update(task.with().description(SqliteUnit.nextText(task)).build());
    single.set(index, updated);
    ProcessMessages.send("updated " + SqliteUnit.of(task).name() + " " + updated.version());
  }

  private void delete(User founder) {
    ProcessMessages.send("deleting " + founder.username());
    store.users().deleteById(founder.id());
    ProcessMessages.send("deleted " + founder.username());
  }
}
