package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.TransferFixture.execute;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TAGS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASK_TAGS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.exception.DatabaseSealedException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.db.spi.ChangeCapture;
import dev.taskstore.dialect.tck.tasks.NewTag;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Tag;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sealed database refuses every write and serves every read. */
abstract class SealContract extends Contract {

  private static final List<String> TABLES = List.of("users", "tasks", "tags", "task_tags");

  private TckDatabase target;
  private TaskDatabase sealed;

  @SuppressWarnings("NullAway.Init")
  SealContract(DialectFixture tck) {
    super(tck);
  }

  @BeforeEach
  final void open() {
    target = tck.createMigrated();
    sealed = tck.builder(target).open();
  }

  @AfterEach
  final void close() {
    sealed.close();
    target.close();
  }

  private ChangeCapture capture() {
    return sealed.database().dialect().transfer().changeCapture().orElseThrow();
  }

  private void seal() {
    List<String> statements = new ArrayList<>();
    TABLES.forEach(table -> statements.addAll(capture().seal(table)));
    execute(sealed.database(), statements);
  }

  private void unseal() {
    List<String> statements = new ArrayList<>();
    TABLES.forEach(table -> statements.addAll(capture().unseal(table)));
    execute(sealed.database(), statements);
  }

  private Map<String, ThrowingCallable> writes(User user, Tag tag) {
    Map<String, ThrowingCallable> writes = new LinkedHashMap<>();
    writes.put("insert", () -> sealed.users().insert(newUser("bob")));
    writes.put(
        "insertAll", () -> sealed.users().insertAll(List.of(newUser("bob"), newUser("eve"))));
    writes.put("load", () -> sealed.users().load(Stream.of(newUser("bob"), newUser("eve"))));
    writes.put("update", () -> sealed.users().update(user.with().username("other").build()));
    writes.put("updateAll", () -> sealed.tags().updateAll(List.of(tag.with().name("x").build())));
    writes.put("upsert", () -> sealed.tags().upsertByName(NewTag.of("tag")));
    writes.put(
        "upsertAll", () -> sealed.tags().upsertAllByName(List.of(NewTag.of("a"), NewTag.of("b"))));
    writes.put("delete", () -> sealed.tags().delete(tag));
    writes.put("deleteById", () -> sealed.users().deleteById(user.id()));
    writes.put("deleteAllById", () -> sealed.users().deleteAllById(List.of(user.id())));
    writes.put(
        "jOOQ insert",
        () -> sealed.dsl().insertInto(TASK_TAGS).values(user.id(), tag.id()).execute());
    writes.put(
        "jOOQ insert that ignores conflicts",
        () ->
            sealed
                .dsl()
                .insertInto(TASK_TAGS)
                .values(user.id(), tag.id())
                .onConflictDoNothing()
                .execute());
    writes.put("jOOQ update", () -> sealed.dsl().update(USERS).set(USERS.EMAIL, "x").execute());
    writes.put("jOOQ delete", () -> sealed.dsl().deleteFrom(TASKS).execute());
    writes.put(
        "jOOQ batch",
        () ->
            sealed
                .dsl()
                .batch(
                    sealed.dsl().deleteFrom(TAGS).where(TAGS.ID.eq(tag.id())),
                    sealed.dsl().deleteFrom(USERS))
                .execute());
    writes.put("plain SQL", () -> sealed.dsl().execute("DELETE FROM tasks"));
    writes.put(
        "nested transaction",
        () -> sealed.transaction(tx -> tx.transaction(inner -> inner.tags().delete(tag))));
    return writes;
  }

  @Test
  @Requires(Capability.CHANGE_CAPTURE)
  void everyWriteFailsInTheSameWay() {
    User user = sealed.users().insert(newUser("ada"));
    Task task = sealed.tasks().insert(NewTask.of(user.id(), "t"));
    Tag tag = sealed.tags().insert(NewTag.of("tag"));
    seal();
    seal();

    writes(user, tag)
        .forEach(
            (name, write) ->
                assertThatThrownBy(write)
                    .describedAs(name)
                    .isInstanceOf(DatabaseSealedException.class)
                    .hasMessage(
                        "The database is sealed: its contents were copied to another database."
                            + " Connect to the new database."));

    assertThat(sealed.users().findAllById(List.of(user.id()))).containsExactly(user);
    assertThat(sealed.tasks().getById(task.id())).isEqualTo(task);
    assertThat(sealed.tags().count()).isEqualTo(1);
    unseal();
    unseal();
    assertThat(sealed.users().update(user.with().username("other").build()).username())
        .isEqualTo("other");
    sealed.tags().delete(tag);
    sealed.users().deleteById(user.id());
    assertThat(sealed.tasks().count()).isZero();
  }

  @Test
  @Requires(Capability.CHANGE_CAPTURE)
  void aTransactionIsRolledBackAndNotRetried() {
    execute(sealed.database(), capture().seal("tags"));
    AtomicInteger attempts = new AtomicInteger();

    assertThatThrownBy(
            () ->
                sealed.transaction(
                    tx -> {
                      attempts.incrementAndGet();
                      tx.users().insert(newUser("ada"));
                      tx.tags().insert(NewTag.of("tag"));
                    }))
        .isInstanceOf(DatabaseSealedException.class);

    assertThat(attempts).hasValue(1);
    assertThat(sealed.users().count()).isZero();
  }

  @Test
  @Requires(Capability.CHANGE_CAPTURE)
  void aStoreThatIsOpenedLaterIsSealedToo() {
    seal();
    try (TaskDatabase later = tck.builder(target).open()) {
      assertThatThrownBy(() -> later.users().insert(newUser("ada")))
          .isInstanceOf(DatabaseSealedException.class);
      assertThat(later.users().count()).isZero();
    }
  }
}
