package dev.taskstore.core.tck;

import static dev.taskstore.core.tck.ScopeWorld.ADA;
import static dev.taskstore.core.tck.ScopeWorld.BOB;
import static dev.taskstore.core.tck.ScopeWorld.MISSING;
import static dev.taskstore.core.tck.ScopeWorld.X;
import static dev.taskstore.core.tck.ScopeWorld.Y;
import static dev.taskstore.core.tck.ScopeWorld.Z;
import static dev.taskstore.core.tck.ScopeWorld.other;
import static dev.taskstore.core.tck.ScopeWorld.own;
import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.TASK_SHARES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTag;
import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TagChanges;
import dev.taskstore.Task;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskScope;
import dev.taskstore.TaskSession;
import dev.taskstore.TaskStatus;
import dev.taskstore.TaskTransaction;
import dev.taskstore.UserName;
import dev.taskstore.core.tck.ScopeScenarios.Call;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.EntityNotFoundException;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.exception.StaleEntityException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.Requires;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tasks that are assigned to a user or shared with a user, and the scope with all rows. One of
 * Bob's tasks is assigned to Ada, another one is shared with her, and the third one is hidden.
 */
abstract class SharingContract extends TaskStoreContract {

  private static final UUID ASSIGNED = other(0);
  private static final UUID SHARED = other(1);
  private static final UUID HIDDEN = other(2);
  private static final List<UUID> BOTH = List.of(ASSIGNED, SHARED);

  /** Methods that only read, except those whose results contain users, whom a scope hides. */
  private static final Pattern READS =
      Pattern.compile(
          "tasks\\.(find|get|count|exists|search|stream|where|with).*"
              + "|tags\\.(find(By|All)|count|statistics|stream|where).*");

  SharingContract(TaskStoreTck tck) {
    super(tck);
  }

  @BeforeEach
  final void share() {
    tck.clearTaskStore();
    clock().set(START);
    ScopeWorld.fill(store(), true);
    store().dsl().update(TASKS).set(TASKS.ASSIGNEE_ID, ADA).where(TASKS.ID.eq(ASSIGNED)).execute();
    store().tasks().attachCollaborators(SHARED, List.of(ADA));
    store().tasks().attachCollaborators(own(2), List.of(BOB));
  }

  private TaskScope scope() {
    return tck.scopedTaskStore().scopedTo(ADA);
  }

  private Task stored(UUID id) {
    return store().tasks().getById(id);
  }

  private long shares() {
    return store().dsl().fetchCount(TASK_SHARES);
  }

  @TestFactory
  Stream<DynamicTest> aReadReturnsSharedRowsAsIfHiddenRowsDidNotExist() {
    return ScopeScenarios.all().entrySet().stream()
        .filter(entry -> READS.matcher(entry.getKey()).matches())
        .map(
            entry ->
                DynamicTest.dynamicTest(entry.getKey(), () -> compare(entry.getValue().equal())));
  }

  private void compare(List<Call> calls) {
    share();
    List<Object> seen;
    try (TaskScope scope = scope()) {
      seen = calls.stream().map(call -> outcome(call, scope)).toList();
    }
    assertThat(store().tasks().deleteById(HIDDEN)).isTrue();

    assertThat(seen).isEqualTo(calls.stream().map(call -> outcome(call, store())).toList());
  }

  private static Object outcome(Call call, TaskSession session) {
    try {
      return call.in(session);
    } catch (EntityNotFoundException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void aScopeSeesAssignedAndSharedTasksAndNoHiddenOnes() {
    try (TaskScope scope = scope()) {
      assertThat(scope.tasks().count()).isEqualTo(5);
      assertThat(scope.tasks().findByUser(BOB, PageRequest.first(9)).items())
          .extracting(Task::id)
          .containsExactly(SHARED, ASSIGNED);
      assertThat(scope.tasks().findOpenByAssignee(ADA, PageRequest.first(9)).items())
          .extracting(Task::id)
          .containsExactlyInAnyOrder(own(1), ASSIGNED);
      assertThat(scope.tasks().findByCollaborator(ADA, PageRequest.first(9)).items())
          .extracting(Task::id)
          .containsExactlyInAnyOrder(own(0), SHARED);
      assertThat(scope.tasks().findById(HIDDEN)).isEmpty();
      assertThat(scope.tags().findByTasks(List.of(ASSIGNED, SHARED, HIDDEN)).get(ASSIGNED))
          .hasSize(3);
    }
  }

  @Test
  void whoSeesATaskSeesWithWhomItIsShared() {
    try (TaskScope scope = scope()) {
      assertThat(scope.tasks().findByCollaborators(List.of(ADA, BOB)).get(BOB))
          .extracting(Task::id)
          .containsExactlyInAnyOrder(ASSIGNED, own(2));
      assertThat(scope.users().findByTasks(BOTH).get(ASSIGNED)).isEmpty();
    }
  }

  @Test
  void othersAreVisibleByNameInAScopeWithAllRowsOnly() {
    try (TaskScope scope = scope();
        TaskScope all = tck.scopedTaskStore().scopedToAll()) {
      UserName ada = new UserName(ADA, "ada");
      UserName bob = new UserName(BOB, "bob");
      assertThat(scope.users().findById(BOB)).isEmpty();
      assertThat(scope.users().findNames(List.of(BOB, ADA))).containsExactly(ada);
      assertThat(all.users().findNames(List.of(BOB, ADA))).containsExactly(bob, ada);
      assertThat(all.users().listNames(PageRequest.first(9)).items()).containsExactly(ada, bob);
      assertThat(bob.toString()).doesNotContain("bob");
    }
  }

  @Test
  void sharedTasksAndTheirTagsAreUpdated() {
    try (TaskScope scope = scope()) {
      for (UUID id : BOTH) {
        Task task = scope.tasks().getById(id);
        task = scope.tasks().update(task.with().title("again").build());
        scope.tasks().update(id, task.version(), TaskChanges.none().description("d"));
        Task done = scope.tasks().complete(id);
        assertThat(done.completedAt()).isNotNull();
        assertThat(scope.tags().attach(id, "new")).isEqualTo(1);
        assertThat(scope.tasks().detachTags(id, List.of(X))).isEqualTo(1);
        assertThat(stored(id)).isEqualTo(done);
      }
      List<Task> all = scope.tasks().findAllById(List.of(SHARED, own(0), ASSIGNED));
      List<Task> titled = all.stream().map(task -> task.with().title("all").build()).toList();
      assertThat(scope.tasks().updateAll(titled)).extracting(Task::title).containsOnly("all");
      Task stale = all.get(0);
      assertThatThrownBy(() -> scope.tasks().update(stale))
          .isInstanceOf(StaleEntityException.class);
    }
    assertThat(stored(SHARED).userId()).isEqualTo(BOB);
    assertThat(stored(ASSIGNED).assigneeId()).isEqualTo(ADA);
    assertThat(stored(HIDDEN).title()).isEqualTo("task 2");
  }

  @TestFactory
  Stream<DynamicTest> whatOnlyTheOwnerMayDoIsRefusedAndWritesNothing() {
    Map<String, Call> calls =
        Map.ofEntries(
            Map.entry("delete", s -> delete(s, SHARED)),
            Map.entry("deleteById", s -> s.tasks().deleteById(ASSIGNED)),
            Map.entry(
                "deleteById of a version",
                s -> {
                  s.tasks().deleteById(ASSIGNED, 0);
                  return "deleted";
                }),
            Map.entry("delete where", s -> s.tasks().where(DSL.noCondition()).delete()),
            Map.entry(
                "assign where",
                s ->
                    s.tasks()
                        .where(DSL.noCondition())
                        .update(TaskChanges.none().title("t").assigneeId(BOB))),
            Map.entry(
                "take where",
                s -> s.tasks().where(DSL.noCondition()).update(TaskChanges.none().userId(ADA))),
            Map.entry(
                "deleteAllById", s -> s.tasks().deleteAllById(List.of(own(0), SHARED, HIDDEN))),
            Map.entry(
                "give to somebody",
                s -> s.tasks().update(SHARED, TaskChanges.none().userId(ADA).title("mine"))),
            Map.entry(
                "give to nobody",
                s -> s.tasks().update(SHARED, TaskChanges.none().userId(MISSING))),
            Map.entry(
                "take",
                s -> s.tasks().update(s.tasks().getById(SHARED).with().userId(ADA).build())),
            Map.entry(
                "take all",
                s ->
                    s.tasks()
                        .updateAll(
                            List.of(
                                s.tasks().getById(own(0)).with().title("t").build(),
                                s.tasks().getById(SHARED).with().userId(ADA).build()))),
            Map.entry("assign", s -> s.tasks().update(SHARED, TaskChanges.none().assigneeId(ADA))),
            Map.entry(
                "assign nobody",
                s -> s.tasks().update(s.tasks().getById(ASSIGNED).with().assigneeId(null).build())),
            Map.entry("share", s -> s.tasks().attachCollaborators(ASSIGNED, List.of(ADA))),
            Map.entry(
                "share with others",
                s ->
                    s.tasks()
                        .attachCollaborators(Map.of(own(1), List.of(BOB), SHARED, List.of(BOB)))),
            Map.entry("share from a user", s -> s.users().attachTasks(ADA, List.of(ASSIGNED))),
            Map.entry("leave", s -> s.tasks().detachCollaborators(SHARED, List.of(ADA, BOB))),
            Map.entry(
                "leave from a user", s -> s.users().detachTasks(ADA, List.of(own(0), SHARED))));
    return calls.entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> refuse(entry.getValue())));
  }

  private static Object delete(TaskSession session, UUID id) {
    session.tasks().delete(session.tasks().getById(id));
    return "deleted";
  }

  private void refuse(Call call) {
    share();
    long shares = shares();
    List<Task> before = store().tasks().findAll(PageRequest.first(99)).items();
    try (TaskScope scope = scope()) {
      assertThatThrownBy(() -> call.in(scope)).isInstanceOf(ScopeViolationException.class);
      scope.transaction(
          tx -> {
            assertThatThrownBy(() -> call.in(tx)).isInstanceOf(ScopeViolationException.class);
            assertThat(tx.users().findById(ADA)).isPresent();
          });
    }
    assertThat(store().tasks().findAll(PageRequest.first(99)).items()).isEqualTo(before);
    assertThat(shares()).isEqualTo(shares);
  }

  @Test
  void hiddenTasksBehaveAsMissingOnes() {
    try (TaskScope scope = scope()) {
      assertThat(scope.tasks().deleteById(HIDDEN)).isFalse();
      assertThat(scope.tasks().detachCollaborators(HIDDEN, List.of(ADA, BOB))).isZero();
      assertThatThrownBy(() -> scope.tasks().attachCollaborators(HIDDEN, List.of(ADA)))
          .isInstanceOfSatisfying(
              ForeignKeyViolationException.class,
              e -> assertThat(e.constraint()).isEqualTo("fk_task_shares_task_id"));
      assertThatThrownBy(() -> scope.tasks().update(HIDDEN, TaskChanges.none().assigneeId(ADA)))
          .isInstanceOf(EntityNotFoundException.class);
    }
  }

  @Test
  void anOwnerSharesAssignsAndEndsBoth() {
    try (TaskScope adas = scope();
        TaskScope bobs = tck.scopedTaskStore().scopedTo(BOB)) {
      Task task = adas.tasks().insert(NewTask.of(ADA, "new").assigneeId(BOB));
      assertThat(bobs.tasks().findById(task.id())).contains(task);
      task = adas.tasks().update(task.with().assigneeId(null).build());
      assertThat(bobs.tasks().findById(task.id())).isEmpty();

      assertThat(adas.tasks().attachCollaborators(task.id(), List.of(BOB))).isEqualTo(1);
      assertThat(bobs.tasks().findById(task.id())).contains(task);
      assertThat(adas.tasks().detachCollaborators(task.id(), List.of(BOB))).isEqualTo(1);
      assertThat(bobs.tasks().findById(task.id())).isEmpty();
      UUID id = task.id();
      assertThatThrownBy(() -> bobs.tasks().complete(id))
          .isInstanceOf(EntityNotFoundException.class);

      List<NewTask> drafts = List.of(NewTask.of(ADA, "a").assigneeId(BOB), NewTask.of(ADA, "b"));
      assertThat(adas.tasks().insertAll(drafts)).hasSize(2);
      assertThat(adas.tasks().load(drafts.stream())).isEqualTo(2);
      assertThat(bobs.tasks().findByAssignee(BOB, PageRequest.first(9)).items()).hasSize(3);
      assertThat(adas.tasks().deleteById(own(2))).isTrue();
    }
  }

  @Test
  void aScopeWithAllRowsReadsAndWritesThemAll() {
    try (TaskScope all = tck.scopedTaskStore().scopedToAll()) {
      assertThat(all.tasks().count()).isEqualTo(6);
      assertThat(all.tasks().findAll(PageRequest.first(9)).items())
          .isEqualTo(store().tasks().findAll(PageRequest.first(9)).items());
      assertThat(all.tasks().where(TASKS.USER_ID.eq(BOB)).count()).isEqualTo(3);
      assertThat(all.tasks().statisticsByUser()).hasSize(2);
      assertThat(all.tasks().update(HIDDEN, TaskChanges.none().userId(ADA)).userId())
          .isEqualTo(ADA);
      assertThat(all.tasks().update(stored(SHARED).with().assigneeId(BOB).build()).assigneeId())
          .isEqualTo(BOB);
      assertThat(all.tasks().attachCollaborators(own(0), List.of(BOB))).isEqualTo(1);
      assertThat(all.tasks().detachCollaborators(own(0), List.of(ADA, BOB))).isEqualTo(2);
      assertThat(all.tags().update(Z, TagChanges.none().name("renamed")).name())
          .isEqualTo("renamed");
      assertThat(all.tags().upsertByName(NewTag.of("x")).version()).isEqualTo(1);
      assertThat(all.tags().deleteById(Y)).isTrue();
      assertThat(all.tasks().deleteAllById(List.of(own(0), ASSIGNED))).isEqualTo(2);
      UUID carol = new UUID(1, 3);
      all.users().insert(NewUser.of("carol", "carol@example.com", PasswordHash.locked()).id(carol));
      assertThat(all.users().deleteById(carol)).isTrue();
      all.transaction(
          tx ->
              assertThat(tx.tasks().insert(NewTask.of(BOB, "t")).status())
                  .isEqualTo(TaskStatus.PENDING));
      assertThatThrownBy(all::dsl).isInstanceOf(ScopeViolationException.class);
    }
    assertThat(store().tasks().count()).isEqualTo(5);
  }

  @Test
  void scopesOfOneAndOfAllInATransactionDoNotMix() {
    try (TaskScope one = scope();
        TaskScope all = tck.scopedTaskStore().scopedToAll()) {
      tck.scopedTaskStore()
          .transaction(
              (TaskTransaction tx) -> {
                for (int i = 0; i < 3; i++) {
                  assertThat(one.tasks().count()).isEqualTo(5);
                  assertThat(all.tasks().count()).isEqualTo(6);
                  assertThat(all.tasks().where(DSL.noCondition()).list()).hasSize(6);
                  assertThat(one.tasks().where(DSL.noCondition()).list()).hasSize(5);
                }
              });
    }
  }

  /** A foreign key that a later migration adds is the newest one. */
  @Test
  @Requires(Capability.CONSTRAINT_ORDER)
  void ofTwoMissingUsersTheOwnerIsReported() {
    NewTask draft = NewTask.of(MISSING, "t").assigneeId(MISSING);
    assertThatThrownBy(() -> store().tasks().insert(draft))
        .isInstanceOfSatisfying(
            ForeignKeyViolationException.class,
            e -> assertThat(e.constraint()).isEqualTo("fk_tasks_user_id"));
  }

  @Test
  void anUpdateThatFindsNoRowViolatesNoForeignKey() {
    Task missing = stored(SHARED).with().id(MISSING).userId(MISSING).build();
    Task assigned = stored(ASSIGNED).with().assigneeId(MISSING).build();
    assertThatThrownBy(() -> store().tasks().updateAll(List.of(missing, assigned)))
        .isInstanceOfSatisfying(
            ForeignKeyViolationException.class,
            e -> assertThat(e.constraint()).isEqualTo("fk_tasks_assignee_id"));
  }

  @Test
  @Requires(Capability.CONSTRAINT_ORDER)
  void ofTwoBrokenReferencesTheOlderOneIsNamed() {
    UUID missing = ScopeWorld.MISSING;
    assertThatThrownBy(() -> store().tasks().insert(NewTask.of(missing, "t").assigneeId(missing)))
        .isInstanceOfSatisfying(
            ForeignKeyViolationException.class,
            e -> assertThat(e.constraint()).isEqualTo("fk_tasks_user_id"));
  }

  @Test
  void aDeletedUserLeavesTasksWithoutAssigneeAndShares() {
    store().users().deleteById(ADA);

    assertThat(stored(ASSIGNED).assigneeId()).isNull();
    assertThat(store().users().findByTasks(List.of(SHARED)).get(SHARED)).isEmpty();
    assertThat(store().tasks().count()).isEqualTo(3);
  }
}
