package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASK_TAGS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.CheckViolationException;
import dev.taskstore.db.exception.ConstraintViolationException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.NotNullViolationException;
import dev.taskstore.db.exception.UniqueViolationException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.NewUser;
import dev.taskstore.dialect.tck.tasks.PasswordHash;
import dev.taskstore.dialect.tck.tasks.Tag;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskChanges;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.UserChanges;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Constraint violations: the same exception type and constraint name for every kind of statement.
 */
abstract class ConstraintContract extends Contract {

  private static final UUID UNKNOWN = new UUID(9, 9);

  ConstraintContract(DialectFixture tck) {
    super(tck);
  }

  private static <E extends ConstraintViolationException> void assertViolation(
      Class<E> type, String table, String constraint, List<String> columns, ThrowingCallable call) {
    E violation = catchThrowableOfType(type, call);
    assertThat(violation).isNotNull();
    assertThat(violation.constraint()).isEqualTo(constraint);
    assertThat(violation.table()).isEqualTo(table);
    assertThat(violation.columns()).isEqualTo(columns);
    assertThat(violation).hasMessageContaining(constraint).hasMessageContaining(table);
  }

  private static void assertUnique(String constraint, String column, ThrowingCallable call) {
    assertViolation(UniqueViolationException.class, "users", constraint, List.of(column), call);
  }

  private static void assertForeignKey(ThrowingCallable call) {
    assertViolation(
        ForeignKeyViolationException.class, "tasks", "fk_tasks_user_id", List.of("user_id"), call);
  }

  private static NewUser user(@Nullable UUID id, String username, String email) {
    return NewUser.of(username, email, PasswordHash.locked()).id(id);
  }

  @Test
  void eachUniqueKeyIsNamed() {
    User ada = insertUser("ada");
    User bob = insertUser("bob");
    var users = store().users();

    assertUnique("pk_users", "id", () -> users.insert(newUser("x").id(ada.id())));
    assertUnique("uq_users_username", "username", () -> users.insert(user(null, "ada", "x@x")));
    assertUnique("uq_users_email", "email", () -> users.insert(user(null, "x", "ada@example.com")));
    assertUnique(
        "uq_users_username",
        "username",
        () -> users.insertAll(List.of(newUser("x"), user(null, "bob", "y@y"), newUser("z"))));
    assertUnique(
        "uq_users_email", "email", () -> users.update(bob.with().email(ada.email()).build()));
    assertUnique(
        "uq_users_username",
        "username",
        () -> users.update(bob.id(), UserChanges.none().username("ada")));
    assertUnique(
        "uq_users_username",
        "username",
        () -> users.updateAll(List.of(ada, bob.with().username("ada").build())));
    assertThat(users.count()).isEqualTo(2);
    assertThat(users.getById(ada.id()).version()).isZero();
  }

  @Test
  void messagesContainTheConstraintAndWhatToDoNext() {
    User ada = insertUser("ada");

    assertThatThrownBy(() -> insertUser("ada"))
        .hasMessage(
            "Duplicate value for users(username): violates unique constraint uq_users_username."
                + " Choose another value, or upsert.");
    assertThatThrownBy(() -> store().tasks().insert(NewTask.of(UNKNOWN, "x")))
        .hasMessage(
            "Broken reference in tasks(user_id): violates foreign key constraint fk_tasks_user_id."
                + " Insert the referenced row first, or delete the rows that reference it.");
    assertThatThrownBy(() -> store().dsl().update(USERS).set(USERS.EMAIL, (String) null).execute())
        .hasMessage("Null value in users(email). Provide a value for the column.");
    assertThatThrownBy(() -> store().dsl().update(USERS).set(USERS.USERNAME, "").execute())
        .hasMessage(
            "Invalid value in users: violates check constraint ck_users_username_length. Correct"
                + " the value.");
    assertThat(store().users().findById(ada.id())).contains(ada);
  }

  @Test
  @Requires(Capability.CONSTRAINT_ORDER)
  void ofSeveralUniqueKeysThePrimaryKeyIsNamedAndThenTheOneDeclaredFirst() {
    User ada = insertUser("ada");
    User bob = insertUser("bob");
    var users = store().users();

    assertUnique("pk_users", "id", () -> users.insert(user(ada.id(), ada.username(), ada.email())));
    assertUnique("pk_users", "id", () -> users.insert(user(ada.id(), bob.username(), "x@x")));
    assertUnique("pk_users", "id", () -> users.insert(user(ada.id(), "x", bob.email())));
    assertUnique(
        "uq_users_username",
        "username",
        () -> users.insert(user(null, ada.username(), ada.email())));
    assertUnique(
        "uq_users_username",
        "username",
        () -> users.insert(user(null, bob.username(), ada.email())));
    assertUnique(
        "uq_users_username",
        "username",
        () -> users.update(bob.with().username("ada").email(ada.email()).build()));
    assertUnique(
        "uq_users_username",
        "username",
        () -> users.load(List.of(newUser("x"), user(null, ada.username(), ada.email())).stream()));
  }

  @Test
  void ofSeveralRowsTheFirstThatViolatesAConstraintIsNamed() {
    User ada = insertUser("ada");
    Task task = insertTask(ada, "t");
    NewTask fine = NewTask.of(ada.id(), "t");
    NewTask orphan = NewTask.of(UNKNOWN, "t");
    NewTask taken = fine.id(task.id());
    var tasks = store().tasks();

    assertForeignKey(() -> tasks.insertAll(List.of(fine, orphan, taken)));
    assertForeignKey(() -> tasks.load(Stream.of(fine, orphan, taken)));
    assertViolation(
        UniqueViolationException.class,
        "tasks",
        "pk_tasks",
        List.of("id"),
        () -> tasks.insertAll(List.of(fine, taken, orphan)));
    assertViolation(
        UniqueViolationException.class,
        "tasks",
        "pk_tasks",
        List.of("id"),
        () -> tasks.load(Stream.of(fine, taken, orphan)));
    assertThat(tasks.count()).isEqualTo(1);
  }

  @Test
  void aRowThatBreaksALoadIsFoundBeforeOneThatStandsFarBehindItAndCannotBeStored() {
    User ada = insertUser("ada");
    Stream<NewUser> drafts =
        IntStream.range(0, 3_000)
            .mapToObj(i -> newUser(i == 0 ? "ada" : i == 2_500 ? "" : "user" + i));

    assertUnique("uq_users_username", "username", () -> store().users().load(drafts));
    assertThat(store().users().findAll(PageRequest.first(2)).items()).containsExactly(ada);
  }

  @Test
  void anUpsertThatMeetsAnotherUniqueKeyNamesIt() {
    User ada = insertUser("ada");
    User bob = insertUser("bob");
    var users = store().users();

    assertUnique(
        "uq_users_email", "email", () -> users.upsertByUsername(user(null, "ada", bob.email())));
    assertUnique(
        "uq_users_email", "email", () -> users.upsertByUsername(user(null, "new", bob.email())));
    assertUnique(
        "uq_users_username", "username", () -> users.upsertByEmail(user(null, "ada", bob.email())));
    assertUnique("pk_users", "id", () -> users.upsertByUsername(user(ada.id(), "x", "x@x")));
    assertThat(users.upsertByUsername(user(UNKNOWN, "ada", "new@x")).id()).isEqualTo(ada.id());
    assertThat(users.getById(bob.id())).isEqualTo(bob);
  }

  @Test
  void theForeignKeyIsNamedForEveryKindOfWrite() {
    User ada = insertUser("ada");
    Task task = insertTask(ada, "t");
    var tasks = store().tasks();

    assertForeignKey(() -> tasks.insert(NewTask.of(UNKNOWN, "t")));
    assertForeignKey(
        () -> tasks.insertAll(List.of(NewTask.of(ada.id(), "t"), NewTask.of(UNKNOWN, "t"))));
    assertForeignKey(
        () -> tasks.load(List.of(NewTask.of(ada.id(), "t"), NewTask.of(UNKNOWN, "t")).stream()));
    assertForeignKey(() -> tasks.update(task.with().userId(UNKNOWN).build()));
    assertForeignKey(() -> tasks.updateAll(List.of(task.with().userId(UNKNOWN).build())));
    assertForeignKey(() -> tasks.update(task.id(), TaskChanges.none().userId(UNKNOWN)));
    assertForeignKey(
        () ->
            store()
                .transaction(
                    tx -> {
                      User bob = tx.users().insert(newUser("bob"));
                      tx.tasks().insert(NewTask.of(bob.id(), "t"));
                      tx.tasks().insert(NewTask.of(UNKNOWN, "t"));
                    }));
    assertThat(tasks.count()).isEqualTo(1);
    assertThat(tasks.getById(task.id())).isEqualTo(task);
  }

  @Test
  @Requires(Capability.CONSTRAINT_ORDER)
  void ofSeveralForeignKeysTheOneDeclaredFirstIsNamed() {
    assertViolation(
        ForeignKeyViolationException.class,
        "task_tags",
        "fk_task_tags_task_id",
        List.of("task_id"),
        () -> store().tasks().attachTags(UNKNOWN, List.of(UNKNOWN)));
    Tag tag = store().tags().findOrCreateAll(List.of("a")).get(0);
    assertViolation(
        ForeignKeyViolationException.class,
        "task_tags",
        "fk_task_tags_task_id",
        List.of("task_id"),
        () -> store().tags().attachTasks(tag.id(), List.of(UNKNOWN)));
  }

  @Test
  void aUniqueKeyIsCheckedBeforeAForeignKey() {
    User ada = insertUser("ada");
    Task task = insertTask(ada, "t");

    assertViolation(
        UniqueViolationException.class,
        "tasks",
        "pk_tasks",
        List.of("id"),
        () -> store().tasks().insert(NewTask.of(UNKNOWN, "t").id(task.id())));
  }

  @Test
  void plainJooqGetsTheSameExceptions() {
    User ada = insertUser("ada");
    Task task = insertTask(ada, "t");
    var dsl = store().dsl();

    assertUnique(
        "uq_users_username",
        "username",
        () ->
            dsl.insertInto(USERS)
                .columns(
                    USERS.ID,
                    USERS.USERNAME,
                    USERS.EMAIL,
                    USERS.PASSWORD_HASH,
                    USERS.CREATED_AT,
                    USERS.UPDATED_AT,
                    USERS.VERSION)
                .values(UNKNOWN, "ada", "x@x", PasswordHash.locked(), START, START, 0L)
                .execute());
    assertViolation(
        CheckViolationException.class,
        "tasks",
        "ck_tasks_title_length",
        List.of(),
        () -> dsl.update(TASKS).set(TASKS.TITLE, "x".repeat(256)).execute());
    assertViolation(
        CheckViolationException.class,
        "tasks",
        "ck_tasks_completed_at",
        List.of(),
        () -> dsl.update(TASKS).set(TASKS.COMPLETED_AT, START).execute());
    assertThatThrownBy(
            () ->
                dsl.update(TASKS)
                    .set(TASKS.PRIORITY, DSL.inline("no").coerce(TASKS.PRIORITY))
                    .execute())
        .isInstanceOfSatisfying(
            CheckViolationException.class,
            e -> assertThat(e.constraint()).isEqualTo("ck_tasks_priority"));
    assertThatThrownBy(() -> dsl.update(TASKS).setNull(TASKS.TITLE).execute())
        .isInstanceOfSatisfying(
            NotNullViolationException.class,
            e -> {
              assertThat(e.table()).isEqualTo("tasks");
              assertThat(e.columns()).containsExactly("title");
            });
    assertThatThrownBy(
            () ->
                dsl.insertInto(TASK_TAGS)
                    .columns(TASK_TAGS.TASK_ID, TASK_TAGS.TAG_ID)
                    .values(task.id(), UNKNOWN)
                    .execute())
        .isInstanceOf(ForeignKeyViolationException.class);
    assertThat(store().tasks().getById(task.id())).isEqualTo(task);
  }

  @Test
  void violationsAreJooqsOwnKindOfException() {
    insertUser("ada");

    assertThatThrownBy(() -> insertUser("ada"))
        .isInstanceOf(org.jooq.exception.IntegrityConstraintViolationException.class)
        .isInstanceOf(org.jooq.exception.DataAccessException.class);
  }
}
