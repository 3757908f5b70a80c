package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.DatabaseException;
import dev.taskstore.db.personal.DataSubject;
import dev.taskstore.dialect.tck.tasks.NewTag;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.NewUser;
import dev.taskstore.dialect.tck.tasks.PasswordHash;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskChanges;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.UserChanges;
import dev.taskstore.dialect.tck.tasks.schema.PersonalData;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** Exceptions contain names, never values of rows or parameters. */
abstract class SecrecyContract extends Contract {

  private static final String SECRET = "s3cr3t";
  private static final UUID SECRET_ID = UUID.fromString("5ec2e700-5ec2-4e70-85ec-2e7005ec2e70");

  SecrecyContract(DialectFixture tck) {
    super(tck);
  }

  private static NewUser secretUser() {
    return NewUser.of(
            SECRET + " name", SECRET + "@example.com", PasswordHash.ofEncoded(SECRET + " hash"))
        .id(SECRET_ID);
  }

  private static void assertKept(ThrowingCallable call) {
    Throwable failure = catchThrowable(call);
    assertThat(failure).isInstanceOf(DataAccessException.class);
    assertThat(Secrets.everythingThat(failure))
        .doesNotContainIgnoringCase(SECRET)
        .doesNotContainIgnoringCase(SECRET_ID.toString())
        .doesNotContainIgnoringCase(SECRET_ID.toString().replace("-", ""));
  }

  @Test
  void violationsOfRepositoriesHoldNoValues() {
    User user = store().users().insert(secretUser());
    User ada = insertUser("ada");
    Task task = insertTask(ada, SECRET);
    var users = store().users();
    var tasks = store().tasks();

    assertKept(() -> users.insert(secretUser()));
    assertKept(() -> users.insert(secretUser().id(null)));
    assertKept(() -> users.insertAll(List.of(newUser("x"), secretUser())));
    assertKept(() -> users.load(Stream.of(newUser("x"), secretUser())));
    assertKept(
        () ->
            users.upsertByUsername(
                NewUser.of("ada", user.email(), PasswordHash.ofEncoded(SECRET))));
    assertKept(() -> users.update(ada.id(), UserChanges.none().username(user.username())));
    assertKept(() -> users.updateAll(List.of(ada.with().email(user.email()).build())));
    assertKept(() -> tasks.insert(NewTask.of(new UUID(1, 1), SECRET).id(SECRET_ID)));
    assertKept(() -> tasks.load(Stream.of(NewTask.of(new UUID(1, 1), SECRET).id(SECRET_ID))));
    assertKept(() -> tasks.update(task.id(), TaskChanges.none().userId(new UUID(5, 5))));
    assertKept(() -> tasks.update(task.id(), TaskChanges.none().completedAt(START)));
    assertKept(() -> tasks.attachTags(SECRET_ID, List.of(SECRET_ID)));
  }

  @Test
  void refusalsHoldNoValues() {
    User ada = insertUser("ada");
    User changed = store().users().update(ada.with().email(SECRET + "@x").build());
    var users = store().users();

    assertKept(() -> users.update(changed.with().version(0).build()));
    assertKept(() -> users.delete(changed.with().version(0).build()));
    assertKept(() -> users.getById(SECRET_ID));
    assertKept(() -> users.update(SECRET_ID, UserChanges.none().username("x")));
    assertKept(() -> users.insert(newUser(SECRET.repeat(11))));
    assertKept(() -> users.insert(newUser(SECRET + "\0")));
    assertKept(() -> users.findByUsername(SECRET + "\uD83D"));
    assertKept(() -> users.upsertAllByUsername(List.of(secretUser(), secretUser())));
    assertKept(() -> PageRequest.of(SECRET));
  }

  @Test
  void failuresOfPlainJooqHoldNoParameters() {
    store().users().insert(secretUser());
    User ada = insertUser("ada");
    insertTask(ada, "t");
    var dsl = store().dsl();

    assertKept(
        () ->
            dsl.update(USERS)
                .set(USERS.USERNAME, SECRET + " name")
                .where(USERS.USERNAME.eq("ada"))
                .execute());
    assertKept(() -> dsl.update(TASKS).set(TASKS.TITLE, SECRET.repeat(50)).execute());
    assertKept(() -> dsl.update(TASKS).set(TASKS.TITLE, SECRET).setNull(TASKS.VERSION).execute());
    assertKept(() -> dsl.selectFrom("no_such_table").where(TASKS.TITLE.eq(SECRET)).fetch());
    assertKept(
        () ->
            dsl.select(DSL.field("no_such_column"))
                .from(TASKS)
                .where(TASKS.TITLE.eq(SECRET))
                .fetch());
    assertKept(
        () ->
            dsl.batch(
                    dsl.insertInto(USERS, USERS.ID, USERS.USERNAME)
                        .values(SECRET_ID, SECRET + " name"))
                .execute());
  }

  /** The text of a trigger can contain values, so that it is left out. */
  @Test
  void errorsThatTriggersRaiseHoldNoValues() {
    List<String> trigger = tck.raisingTrigger();
    assumeFalse(trigger.isEmpty(), "The dialect's triggers cannot raise an error with SQL alone");
    try (TckDatabase database = tck.createMigrated();
        TaskDatabase store = tck.builder(database).open()) {
      trigger.forEach(store.dsl()::execute);

      List<ThrowingCallable> writes =
          List.of(
              () -> store.tags().insert(NewTag.of(SECRET)),
              () -> store.tags().insertAll(List.of(NewTag.of("calm"), NewTag.of(SECRET))),
              () -> store.tags().load(Stream.of(NewTag.of(SECRET))),
              () -> store.tags().upsertByName(NewTag.of(SECRET)),
              () -> store.transaction(tx -> tx.tags().insert(NewTag.of(SECRET))),
              () -> store.dsl().fetch("insert into tags (name) select ?", SECRET));
      for (ThrowingCallable write : writes.subList(0, 5)) {
        assertThatThrownBy(write)
            .isExactlyInstanceOf(DatabaseException.class)
            .hasMessageContaining("a trigger or a function raised an error");
      }
      writes.forEach(SecrecyContract::assertKept);
      assertThat(store.tags().count()).isZero();
    }
  }

  /** A listener also receives the query of plain jOOQ, whose toString contains its parameters. */
  @Test
  void theStatementsThatListenersReceiveHoldNoValues() throws IOException {
    List<String> statements = new CopyOnWriteArrayList<>();
    ExecuteListener listener =
        new ExecuteListener() {
          @Override
          public void executeStart(ExecuteContext context) {
            statements.add(String.join(";", context.batchSQL()) + context.sql());
          }
        };
    try (TaskDatabase store = tck.builder(tck.database()).executeListeners(() -> listener).open()) {
      statements.clear();
      User user = store.users().insert(secretUser());
      Task task = store.tasks().insert(NewTask.of(SECRET_ID, SECRET).description(SECRET + " text"));
      store.tasks().insertAll(List.of(NewTask.of(SECRET_ID, SECRET)));
      store.tasks().update(task.id(), TaskChanges.none().title(SECRET + "!"));
      store.users().findByUsername(user.username());
      store.dsl().selectFrom(TASKS).where(TASKS.TITLE.eq(SECRET)).fetch();
      DataSubject subject = DataSubject.of(store.database(), PersonalData.MAP, USERS.ID, SECRET_ID);
      subject.export(OutputStream.nullOutputStream());
      subject.erase();
    }

    assertThat(statements)
        .hasSizeGreaterThan(10)
        .noneMatch(statement -> statement.contains(SECRET))
        .noneMatch(statement -> statement.contains(SECRET_ID.toString()));
  }

  @Test
  void theTextOfModelsDraftsChangesAndRecordsHoldsNoPersonalData() {
    User user = store().users().insert(secretUser());
    Task task = insertTask(user, SECRET);
    List<Object> shown =
        List.of(
            user,
            List.of(task),
            Optional.of(task.with().description(SECRET).build()),
            secretUser(),
            NewTask.of(SECRET_ID, SECRET).description(SECRET),
            UserChanges.none().email(SECRET),
            TaskChanges.none().title(SECRET).description(SECRET),
            store().tasks().where(TASKS.TITLE.eq(SECRET)).page(PageRequest.first(5)),
            Objects.requireNonNull(store().dsl().selectFrom(USERS).fetchOne()),
            Objects.requireNonNull(store().dsl().selectFrom(TASKS).fetchOne()));

    assertThat(shown).extracting(Object::toString).noneMatch(text -> text.contains(SECRET));
    assertThat(user.toString())
        .startsWith("User[id=" + SECRET_ID + ", username=***, email=***, passwordHash=***, ");
    assertThat(user).isEqualTo(store().users().getById(SECRET_ID));
    assertThat(user.with().email("other").build()).isNotEqualTo(user);
    assertThat(user.email()).startsWith(SECRET);
  }

  @Test
  void syntaxErrorsHoldNoLiterals() {
    var dsl = store().dsl();

    assertKept(() -> dsl.execute("select 1 '" + SECRET + "' '" + SECRET + "'"));
    assertKept(() -> dsl.execute("select '" + SECRET));
  }
}
