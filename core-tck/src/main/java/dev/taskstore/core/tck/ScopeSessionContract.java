package dev.taskstore.core.tck;

import static dev.taskstore.core.tck.ScopeWorld.ADA;
import static dev.taskstore.core.tck.ScopeWorld.BOB;
import static dev.taskstore.core.tck.ScopeWorld.other;
import static dev.taskstore.core.tck.ScopeWorld.own;
import static dev.taskstore.schema.Tables.TAGS;
import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.TASK_TAGS;
import static dev.taskstore.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskTransaction;
import dev.taskstore.UserChanges;
import dev.taskstore.db.exception.DatabaseFailure;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.RollbackOnlyException;
import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.exception.UniqueViolationException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.impl.CustomCondition;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a scope, what it refuses, and the values that others have taken. */
abstract class ScopeSessionContract extends TaskStoreContract {

  ScopeSessionContract(TaskStoreTck tck) {
    super(tck);
  }

  @BeforeEach
  final void insertRowsOfBoth() {
    ScopeWorld.fill(store(), true);
  }

  private TaskScope scope() {
    return store().scopedTo(ADA);
  }

  @Test
  void aUniqueValueOfSomebodyElseIsTaken() {
    try (TaskScope scope = scope()) {
      isTaken("uq_users_username", () -> scope.users().update(ADA, renamed("bob")));
      isTaken("pk_tasks", () -> scope.tasks().insert(NewTask.of(ADA, "t").id(other(0))));
      isTaken(
          "uq_users_username",
          () -> scope.users().upsertByUsername(user("bob", "new@example.com")));
      isTaken("uq_users_email", () -> scope.users().upsertByEmail(user("new", "bob@example.com")));
      isTaken(
          "uq_users_username",
          () -> scope.users().upsertAllByUsername(List.of(user("bob", "ada@example.com"))));
    }
    assertThat(store().users().getById(BOB)).isEqualTo(ScopeWorld.user(BOB));
    assertThat(store().users().getById(ADA)).isEqualTo(ScopeWorld.user(ADA));
  }

  private static UserChanges renamed(String name) {
    return UserChanges.none().username(name);
  }

  private static NewUser user(String name, String email) {
    return NewUser.of(name, email, PasswordHash.locked()).id(ADA);
  }

  private static void isTaken(String constraint, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(UniqueViolationException.class)
        .extracting(e -> ((DatabaseFailure) e).constraint())
        .isEqualTo(constraint);
  }

  @Test
  void aReferenceToAHiddenRowHasTheEffectsOfAFailedStatement() {
    try (TaskScope scope = scope()) {
      assertThatThrownBy(
              () ->
                  scope.transaction(
                      transaction -> {
                        assertThatThrownBy(() -> transaction.tasks().insert(NewTask.of(BOB, "t")))
                            .isInstanceOf(ForeignKeyViolationException.class)
                            .extracting(e -> ((DatabaseFailure) e).constraint())
                            .isEqualTo("fk_tasks_user_id");
                        transaction.tasks().insert(NewTask.of(ADA, "t"));
                      }))
          .isInstanceOf(RollbackOnlyException.class);
    }
    assertThat(store().tasks().count()).isEqualTo(6);
  }

  @Test
  void transactionsOfAScopeAndNestedOnesHaveTheSameScope() {
    try (TaskScope scope = scope()) {
      scope.transaction(
          outer -> {
            assertThat(outer.tasks().count()).isEqualTo(3);
            outer.transaction(inner -> assertThat(inner.tasks().count()).isEqualTo(3));
          });
      Task task = scope.transactionResult(tx -> tx.tasks().insert(NewTask.of(ADA, "t")));
      assertThat(scope.tasks().findById(task.id())).contains(task);
    }
  }

  @Test
  void callsJoinTheTransactionOfTheThread() {
    try (TaskScope ada = scope();
        TaskScope bob = store().scopedTo(BOB)) {
      assertThatThrownBy(
              () ->
                  store()
                      .transaction(
                          transaction -> {
                            transaction.tasks().insert(NewTask.of(ADA, "of the store"));
                            ada.tasks().insert(NewTask.of(ADA, "of the scope"));
                            assertThat(ada.tasks().count()).isEqualTo(5);
                            assertThat(bob.tasks().count()).isEqualTo(3);
                            assertThat(transaction.tasks().count()).isEqualTo(8);
                            throw new InterruptedException("rolled back");
                          }))
          .isInstanceOf(InterruptedException.class);
      assertThat(ada.tasks().count()).isEqualTo(3);
    }
  }

  @Test
  void nothingOfAClosedScopeCanBeUsed() {
    TaskScope scope = scope();
    try (Stream<Task> tasks = scope.tasks().stream()) {
      Iterator<Task> rows = tasks.iterator();
      assertThat(rows.next().userId()).isEqualTo(ADA);
      scope.close();

      isClosed(rows::next);
    }
    isClosed(() -> scope.tasks().count());
    isClosed(() -> scope.tasks().findById(own(0)));
    isClosed(() -> scope.tasks().where(DSL.noCondition()).list());
    isClosed(() -> scope.tasks().insert(NewTask.of(ADA, "t")));
    isClosed(() -> scope.transaction(transaction -> {}));
    isClosed(scope::dsl);
    assertThat(store().tasks().count()).isEqualTo(6);
  }

  @Test
  void aTransactionOfAClosedScopeCanOnlyEnd() {
    TaskScope scope = scope();
    List<TaskTransaction> opened = new ArrayList<>();
    scope.transaction(
        transaction -> {
          opened.add(transaction);
          scope.close();
          isClosed(() -> transaction.tasks().count());
        });
    isClosed(() -> opened.get(0).tasks().count());
  }

  private static void isClosed(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void plainJooqIsRefused() {
    try (TaskScope scope = scope()) {
      isRefused(scope::dsl);
      scope.transaction(transaction -> isRefused(transaction::dsl));
    }
  }

  @Test
  void whatCannotBeRestrictedIsRefused() {
    List<Condition> conditions =
        List.of(
            DSL.condition("exists (select 1 from users)"),
            DSL.condition("{0} in (SELECT id FROM tasks)", TASKS.ID),
            DSL.condition("exists ({0} 1 from users)", DSL.keyword("select")),
            DSL.condition("exists (sel{0} 1 from users)", DSL.raw("ect")),
            DSL.condition("exists (sel{0}", DSL.field("ect 1 from users)")),
            DSL.condition("({0}, 1) in task_tags", TASKS.ID),
            DSL.condition("({0}, 1) in {1}", TASKS.ID, TASK_TAGS),
            DSL.condition("{0} in 'users'", TASKS.ID),
            DSL.field(DSL.unquotedName("(select count(*) from users)"), Integer.class).gt(1),
            DSL.exists(DSL.selectOne().from(TASKS).option("union all select 1 from users")),
            DSL.exists(DSL.select(DSL.one()).hint("1 from users --").from(TASKS)),
            DSL.exists(
                DSL.with("Tasks")
                    .as(DSL.select(TASKS.ID, TASKS.USER_ID).from(TASKS))
                    .selectOne()
                    .from(TASK_TAGS)),
            DSL.exists(DSL.selectOne().from(DSL.table("users"))),
            DSL.exists(DSL.selectOne().from(DSL.table(DSL.name("databasechangelog")))),
            DSL.exists(DSL.selectOne().from(DSL.table(DSL.name("databasechangelog")).as("users"))),
            DSL.exists(DSL.selectOne().from(USERS.rename("tags"), DSL.table("{0}", USERS))),
            DSL.exists(DSL.selectOne().from(DSL.generateSeries(1, 2))),
            DSL.exists(DSL.select().from(TASKS.useIndex("any"))),
            TASKS.fkTasksUserId().USERNAME.eq("bob"),
            new CustomCondition() {
              @Override
              public void accept(Context<?> context) {
                context.sql("exists (select 1 from users)");
              }
            });
    try (TaskScope scope = scope()) {
      for (Condition condition : conditions) {
        isRefused(() -> scope.tasks().where(condition).count());
      }
      assertThat(scope.tasks().count()).isEqualTo(3);
    }
  }

  @Test
  void aRenamedTableOfAllIsStillThisTable() {
    Condition other =
        DSL.exists(
            DSL.selectOne()
                .from(TAGS.rename("users"))
                .where(DSL.field(DSL.name("users", "name"), String.class).isNull()));
    try (TaskScope scope = scope()) {
      assertThat(scope.tasks().where(other).count()).isZero();
      assertThat(scope.tasks().where(DSL.not(other)).count()).isEqualTo(3);
    }
  }

  private static void isRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(ScopeViolationException.class);
  }

  @Test
  void aPrincipalWithoutRowsSeesNone() {
    try (TaskScope scope = store().scopedTo(new UUID(0, 0))) {
      assertThat(scope.tasks().count()).isZero();
      assertThat(scope.users().count()).isZero();
      assertThat(scope.tags().count()).isEqualTo(3);
      assertThatThrownBy(() -> scope.tasks().insert(NewTask.of(new UUID(0, 0), "t")))
          .isInstanceOf(ForeignKeyViolationException.class)
          .extracting(e -> ((DatabaseFailure) e).constraint())
          .isEqualTo("fk_tasks_user_id");
    }
  }

  @Test
  void aUserWhoIsThePrincipalCanBeInserted() {
    UUID id = new UUID(4, 4);
    try (TaskScope scope = store().scopedTo(id)) {
      scope.users().insert(newUser("eve").id(id));
      scope.tasks().insert(NewTask.of(id, "t"));

      assertThat(scope.users().count()).isEqualTo(1);
      assertThat(scope.tasks().count()).isEqualTo(1);
    }
  }

  @Test
  void scopesOfSeveralPrincipalsUseTheSameStatementsAtTheSameTime()
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        UUID principal = i % 2 == 0 ? ADA : BOB;
        running.add(threads.submit(() -> useRepeatedly(principal)));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(store().tasks().getById(own(0)).userId()).isEqualTo(ADA);
  }

  private void useRepeatedly(UUID principal) {
    for (int i = 0; i < 20; i++) {
      try (TaskScope scope = store().scopedTo(principal)) {
        assertThat(scope.tasks().where(TASKS.TITLE.ne("none")).list())
            .hasSize(3)
            .allMatch(task -> task.userId().equals(principal));
        boolean isOwn = principal.equals(ADA);
        assertThat(scope.tasks().findById(own(0)).isPresent()).isEqualTo(isOwn);
        UUID visible = isOwn ? own(1) : other(1);
        scope.tasks().update(visible, TaskChanges.none().description("change " + i));
      }
    }
  }
}
