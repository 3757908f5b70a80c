package dev.taskstore.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.Database;
import dev.taskstore.db.exception.DatabaseSealedException;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.schema.DefaultSchema;
import dev.taskstore.transfer.TestDatabase.Kind;
import dev.taskstore.transfer.exception.CopyRefusedException;
import dev.taskstore.transfer.report.CopyPhase;
import dev.taskstore.transfer.report.CopyReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.Schema;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies while other programs write. */
class LiveCopyTest extends CopyFixture {

  private static final Schema SCHEMA = DefaultSchema.DEFAULT_SCHEMA;
  private static final int MILLIS_BETWEEN_WRITES = 5;
  private static final int STEP_STRIDE = Integer.getInteger("taskstore.transfer.stride", 4);

  private static final PasswordHash SECRET = PasswordHash.locked();

  private TaskStore store(TestDatabase database) throws Exception {
    TaskStore.Builder builder = TaskStore.builder().url(database.url());
    if (database.kind == Kind.POSTGRES) {
      var server = dev.taskstore.dialect.postgres.PostgresServer.shared();
      builder.credentials(server.user(), server.password());
    }
    return closing(builder.open());
  }

  private Database target(TestDatabase database) {
    return closing(database.open(TaskStore.CHANGELOG, MigrationMode.NONE));
  }

  private static void insert(TaskStore store, int users) {
    for (int i = 0; i < users; i++) {
      User user = store.users().insert(NewUser.of("user" + i, "user" + i + "@example.com", SECRET));
      for (int j = 0; j < 5; j++) {
        Task task = store.tasks().insert(NewTask.of(user.id(), "Task " + j));
        store.tags().attach(task.id(), "tag" + j % 3, "all");
      }
    }
  }

  /** Writes until the database is sealed: also names that move between rows, and cascades. */
  private static final class Writer extends Thread {

    private final TaskStore store;
    private final List<UUID> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<Throwable> end = new AtomicReference<>();

    Writer(TaskStore store) {
      this.store = store;
    }

    @Override
    public void run() {
      try {
        User user = store.users().insert(NewUser.of("writer", "writer@example.com", SECRET));
        for (int i = 0; i < 2; i++) {
          store.users().insert(NewUser.of("n" + i, "n" + i + "@example.com", SECRET));
        }
        for (int i = 0; ; i++) {
          write(i, user);
          Thread.sleep(MILLIS_BETWEEN_WRITES);
        }
      } catch (Throwable e) {
        end.set(e);
      }
    }

    private void write(int i, User user) {
      switch (i % 5) {
        case 0, 1 -> {
          Task task = store.tasks().insert(NewTask.of(user.id(), "Written " + i));
          acknowledged.add(task.id());
        }
        case 2 ->
            store.transaction(
                tx -> {
                  tx.dsl().execute("UPDATE users SET username = 'free' WHERE username = 'n0'");
                  tx.dsl().execute("UPDATE users SET username = 'n0' WHERE username = 'n1'");
                  tx.dsl().execute("UPDATE users SET username = 'n1' WHERE username = 'free'");
                });
        case 3 -> {
          UUID id = acknowledged.get(i % acknowledged.size());
          store.tags().attach(id, "tag" + i % 7);
          Task task = store.tasks().findById(id).orElseThrow();
          store.tasks().update(task.with().status(TaskStatus.COMPLETED).build());
        }
        default ->
            store.transaction(
                tx -> {
                  User passing =
                      tx.users().insert(NewUser.of("passing", "passing@example.com", SECRET));
                  Task task = tx.tasks().insert(NewTask.of(passing.id(), "Passing"));
                  tx.tags().attach(task.id(), "all");
                  tx.dsl().execute("DELETE FROM users WHERE username = 'passing'");
                });
      }
    }
  }

  @ParameterizedTest
  @MethodSource("directions")
  void nothingIsLostWhileAnotherThreadWrites(Direction direction) throws Exception {
    TestDatabase from = migrated(direction.source, TaskStore.CHANGELOG);
    TaskStore source = store(from);
    insert(source, 30);
    TestDatabase to = create(direction.target);
    Database target = target(to);
    Writer writer = new Writer(store(from));
    writer.start();
    while (source.dsl().fetchCount(SCHEMA.getTable("users")) < 33
        || writer.acknowledged.size() <= 10) {
      Thread.sleep(10);
    }

    CopyReport report =
        DatabaseCopy.of(SCHEMA).from(source.database()).to(target).chunkRows(20).live().run();

    writer.join();
    assertThat(writer.end.get()).isInstanceOf(DatabaseSealedException.class);
    assertThat(report.isVerified()).isTrue();
    assertThat(report.changes()).isPositive();
    assertThat(report.longestStop()).isPositive();
    assertThat(writer.acknowledged).hasSizeGreaterThan(10);
    TaskStore moved = store(to);
    assertThat(writer.acknowledged)
        .allSatisfy(id -> assertThat(moved.tasks().findById(id)).isPresent());
    assertThat(DatabaseComparison.of(SCHEMA).run(source.database(), moved.database()).isEqual())
        .isTrue();
    moved.users().insert(NewUser.of("new", "new@example.com", SECRET));
    // The source is readable, sealed and otherwise clean.
    assertThatThrownBy(() -> source.users().insert(NewUser.of("x", "x@example.com", SECRET)))
        .isInstanceOf(DatabaseSealedException.class);
    assertThat(source.users().findByUsername("writer")).isPresent();
    assertThatThrownBy(
            () -> source.dsl().selectCount().from(DSL.table("taskstore_outbox_0")).fetch())
        .isInstanceOf(RuntimeException.class);
    DatabaseCopy.unseal(SCHEMA, source.database());
    source.users().insert(NewUser.of("x", "x@example.com", SECRET));
    assertThat(source.migrations().drift().isEmpty()).isTrue();
  }

  /** Ends the copy in the callback of one step after another, with a stride, in one target. */
  @ParameterizedTest
  @MethodSource("directions")
  void aLiveCopyThatEndsAtAnyStepContinues(Direction direction) throws Exception {
    long seed = System.nanoTime();
    TestDatabase from = migrated(direction.source, TaskStore.CHANGELOG);
    TaskStore source = store(from);
    insert(source, 5);
    TestDatabase to = create(direction.target);
    Database target = target(to);
    boolean ended = true;
    int runs = 0;
    int end = new Random(seed).nextInt(STEP_STRIDE);
    for (; ended; runs++, end += STEP_STRIDE) {
      int[] steps = {end};
      source
          .users()
          .insert(NewUser.of("between" + runs, "between" + runs + "@example.com", SECRET));
      source
          .dsl()
          .execute(
              "DELETE FROM tasks WHERE title = 'Task 2' AND user_id IN"
                  + " (SELECT id FROM users WHERE username = 'user"
                  + runs % 5
                  + "')");
      try {
        CopyReport report =
            DatabaseCopy.of(SCHEMA)
                .from(source.database())
                .to(target)
                .chunkRows(7)
                .live()
                .progress(
                    p -> {
                      if (steps[0]-- == 0) {
                        throw new IllegalStateException("ended by the test");
                      }
                    })
                .run();
        assertThat(report.isVerified()).isTrue();
        ended = false;
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("ended by the test");
      }
    }
    assertThat(end).as("seed %s", seed).isGreaterThan(10);
    assertThat(DatabaseComparison.of(SCHEMA).run(source.database(), target).isEqual())
        .as("seed %s", seed)
        .isTrue();
    assertThat(store(to).users().findByUsername("between" + (runs - 1))).isPresent();
  }

  private static final class EndedByTest extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Ends a copy at a phase, after other work at the beginning of an earlier phase. */
  private static void copyUntil(
      CopyPhase end, CopyPhase early, Runnable work, TaskStore source, Database target) {
    AtomicReference<Runnable> once = new AtomicReference<>(work);
    assertThatThrownBy(
            () ->
                DatabaseCopy.of(SCHEMA)
                    .from(source.database())
                    .to(target)
                    .chunkRows(7)
                    .live()
                    .progress(
                        progress -> {
                          if (progress.phase() == early) {
                            once.getAndSet(() -> {}).run();
                          }
                          if (progress.phase() == end
                              && (end != CopyPhase.COPY || progress.rows() > 0)) {
                            throw new EndedByTest();
                          }
                        })
                    .run())
        .isInstanceOf(EndedByTest.class);
  }

  /** Rows that were applied as changes are not loaded again as rows behind the last one. */
  @ParameterizedTest
  @MethodSource("directions")
  void aCopyThatEndsAfterItHasAppliedChangesContinues(Direction direction) throws Exception {
    for (boolean staysLive : new boolean[] {true, false}) {
      TaskStore source = store(migrated(direction.source, TaskStore.CHANGELOG));
      insert(source, 5);
      Database target = target(create(direction.target));

      copyUntil(
          CopyPhase.SEAL,
          CopyPhase.BUILD,
          () -> source.users().insert(NewUser.of("late", "late@example.com", SECRET)),
          source,
          target);

      DatabaseCopy copy = DatabaseCopy.of(SCHEMA).from(source.database()).to(target);
      CopyReport report = (staysLive ? copy.live() : copy).run();
      assertThat(report.isResumed()).isTrue();
      assertThat(DatabaseComparison.of(SCHEMA).run(source.database(), target).isEqual()).isTrue();
    }
  }

  /** The first rows were loaded with the old names, and the later ones have new ones. */
  @ParameterizedTest
  @MethodSource("directions")
  void uniqueNamesMoveBetweenRowsThatWereLoadedAndOthers(Direction direction) throws Exception {
    TaskStore source = store(migrated(direction.source, TaskStore.CHANGELOG));
    for (int i = 0; i < 20; i++) {
      source.users().insert(NewUser.of("user" + i, "user" + i + "@example.com", SECRET));
    }
    Database target = target(create(direction.target));
    copyUntil(CopyPhase.COPY, CopyPhase.COPY, () -> {}, source, target);
    source.transaction(
        tx -> {
          tx.dsl().execute("UPDATE users SET username = 'free' WHERE username = 'user0'");
          tx.dsl().execute("UPDATE users SET username = 'user0' WHERE username = 'user19'");
          tx.dsl().execute("UPDATE users SET username = 'user19' WHERE username = 'free'");
        });

    CopyReport report = DatabaseCopy.of(SCHEMA).from(source.database()).to(target).live().run();

    assertThat(report.isVerified()).isTrue();
    assertThat(DatabaseComparison.of(SCHEMA).run(source.database(), target).isEqual()).isTrue();
  }

  @Test
  void aLiveCopyThatIsAbortedLeavesNothingInTheSource() throws Exception {
    for (Kind kind : Kind.values()) {
      TestDatabase from = migrated(kind, TaskStore.CHANGELOG);
      TaskStore source = store(from);
      insert(source, 2);
      Database target = target(create(Kind.SQLITE));
      assertThatThrownBy(
              () ->
                  DatabaseCopy.of(SCHEMA)
                      .from(source.database())
                      .to(target)
                      .live()
                      .progress(
                          p -> {
                            if (p.phase() == CopyPhase.VERIFY) {
                              throw new IllegalStateException();
                            }
                          })
                      .run())
          .isInstanceOf(IllegalStateException.class);
      // The seal is undone at once.
      source.users().insert(NewUser.of("after", "after@example.com", SECRET));

      DatabaseCopy.abort(SCHEMA, source.database());

      assertThat(source.migrations().drift().isEmpty()).isTrue();
      assertThat(source.migrations().drift().otherTables()).isEmpty();
      assertThatThrownBy(
              () -> source.dsl().selectCount().from(DSL.table("taskstore_outbox_0")).fetch())
          .isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void tablesWithoutAKeyCannotBeCopiedLive() {
    Database source = open(Kind.SQLITE, Pupils.CHANGELOG);
    Database target = target(Kind.SQLITE, Pupils.CHANGELOG);

    assertThatThrownBy(() -> DatabaseCopy.of(Pupils.SCHEMA).from(source).to(target).live().run())
        .isInstanceOf(CopyRefusedException.class)
        .hasMessageContaining("sightings");
  }
}
