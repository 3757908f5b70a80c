package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TAGS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASK_TAGS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.audit.AuditEntry;
import dev.taskstore.db.audit.AuditOperation;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.ForeignKeyViolationException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.TransientFailureException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.NewTag;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.PasswordHash;
import dev.taskstore.dialect.tck.tasks.Tag;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskChanges;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.TaskPriority;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.UserChanges;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every way to change a row leaves equal entries in the audit trail on every dialect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AuditTrailContract {

  private final DialectFixture tck;

  /** Not open, and not used, for a dialect without triggers. */
  @SuppressWarnings("NullAway.Init")
  private AuditedStore audited;

  AuditTrailContract(DialectFixture tck) {
    this.tck = tck;
  }

  @BeforeAll
  final void open() {
    if (tck.capabilities().contains(Capability.AUDIT_TRAIL)) {
      audited = new AuditedStore(tck);
    }
  }

  @AfterAll
  final void close() {
    if (audited != null) {
      audited.close();
    }
  }

  private static User user(AuditedStore store) {
    return store.insertUser("user-" + UUID.randomUUID());
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void anInsertKeepsTheValuesOfAllColumnsThatMayBeKept() {
    Instant before = Instant.now().minus(1, ChronoUnit.MINUTES);
    User ada = user(audited);
    Task task =
        audited.store.tasks().insert(NewTask.of(ada.id(), "Ship").priority(TaskPriority.HIGH));

    assertThat(audited.entries(TASKS.ID, task.id()))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.table()).isEqualTo("tasks");
              assertThat(entry.key()).containsExactly(task.id());
              assertThat(entry.operation()).isEqualTo(AuditOperation.INSERT);
              assertThat(entry.actor()).isEmpty();
              assertThat(entry.changedAt())
                  .isBetween(before, Instant.now().plus(1, ChronoUnit.MINUTES));
              assertThat(entry.oldValues()).isEmpty();
              assertThat(entry.newValues())
                  .containsExactly(
                      entry("id", task.id()),
                      entry("user_id", ada.id()),
                      entry("title", "Ship"),
                      entry("priority", TaskPriority.HIGH),
                      entry("status", task.status()),
                      entry("created_at", task.createdAt()),
                      entry("updated_at", task.updatedAt()),
                      entry("version", 0L),
                      entry("due_at", null),
                      entry("completed_at", null),
                      entry("assignee_id", null));
              assertThat(entry.hiddenColumns()).isEmpty();
              assertThat(entry.newValue(TASKS.PRIORITY)).isEqualTo(TaskPriority.HIGH);
              assertThat(entry.oldValue(TASKS.PRIORITY)).isNull();
            });
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void anUpdateKeepsTheChangedColumnsAndNamesHiddenOnes() {
    Task task = audited.insertTask(user(audited), "Ship");
    audited.store.tasks().update(task.id(), TaskChanges.none().title("Ship it").description("now"));

    AuditEntry update = audited.entries(TASKS.ID, task.id()).get(1);
    assertThat(update.operation()).isEqualTo(AuditOperation.UPDATE);
    assertThat(update.oldValues())
        .containsEntry("title", "Ship")
        .containsEntry("version", 0L)
        .doesNotContainKeys("id", "description", "status", "created_at");
    assertThat(update.newValues())
        .containsEntry("title", "Ship it")
        .containsEntry("version", 1L)
        .hasSameSizeAs(update.oldValues());
    assertThat(update.hiddenColumns()).containsExactly("description");
    assertThat(update.toString()).contains("title", "description").doesNotContain("Ship", "now");
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void secretsAndPersonalColumnsThatAreNotNamedAreNeverKept() {
    User ada = user(audited);
    audited
        .store
        .users()
        .update(ada.id(), UserChanges.none().passwordHash(PasswordHash.locked()).email("x@y.z"));
    audited.store.users().deleteById(ada.id());

    assertThat(audited.entries(USERS.ID, ada.id()))
        .hasSize(3)
        .allSatisfy(
            entry -> {
              assertThat(entry.oldValues()).doesNotContainKeys("username", "email");
              assertThat(entry.newValues()).doesNotContainKeys("username", "email");
              assertThat(entry.oldValues()).doesNotContainKey("password_hash");
              assertThat(entry.newValues()).doesNotContainKey("password_hash");
            });
    assertThat(audited.entries(USERS.ID, ada.id()).get(1).hiddenColumns()).contains("email");
    assertThat(audited.store.dsl().fetch(DSL.table(DSL.name("taskstore_audit"))).format())
        .doesNotContain(ada.username(), ada.email());
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void aStatementThatChangesNoColumnLeavesNoEntry() {
    Task task = audited.insertTask(user(audited), "Ship");
    audited
        .store
        .dsl()
        .update(TASKS)
        .set(TASKS.TITLE, "Ship")
        .where(TASKS.ID.eq(task.id()))
        .execute();
    audited.store.dsl().deleteFrom(TASKS).where(TASKS.ID.eq(UUID.randomUUID())).execute();

    assertThat(audited.entries(TASKS.ID, task.id())).hasSize(1);
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void bulkChangesLeaveAnEntryForEachRow() {
    User ada = user(audited);
    List<Task> tasks = List.of(audited.insertTask(ada, "one"), audited.insertTask(ada, "two"));
    var all = audited.store.tasks().where(TASKS.USER_ID.eq(ada.id()));
    audited.store.transaction(
        TransactionOptions.defaults().actor("clerk"),
        tx ->
            tx.tasks()
                .where(TASKS.USER_ID.eq(ada.id()))
                .update(TaskChanges.none().priority(TaskPriority.LOW)));
    all.delete();

    for (Task task : tasks) {
      List<AuditEntry> entries = audited.entries(TASKS.ID, task.id());
      assertThat(entries)
          .extracting(AuditEntry::operation)
          .containsExactly(AuditOperation.INSERT, AuditOperation.UPDATE, AuditOperation.DELETE);
      assertThat(entries.get(1).actor()).contains("clerk");
      assertThat(entries.get(1).newValues())
          .containsEntry("priority", TaskPriority.LOW)
          .containsEntry("version", 1L);
    }
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void anUpsertIsAnInsertOrAnUpdate() {
    String name = "tag-" + UUID.randomUUID();
    Tag tag = audited.store.tags().upsertByName(NewTag.of(name));
    audited.store.tags().upsertByName(NewTag.of(name));

    assertThat(audited.entries(TAGS.ID, tag.id()))
        .extracting(AuditEntry::operation)
        .startsWith(AuditOperation.INSERT)
        .doesNotContain(AuditOperation.DELETE);
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void loadedAndInsertedRowsHaveEntriesInTheirOrder() {
    User ada = user(audited);
    List<UUID> ids = IntStream.range(0, 2_500).mapToObj(i -> UUID.randomUUID()).toList();
    audited.store.tasks().load(ids.stream().map(id -> NewTask.of(ada.id(), "loaded").id(id)));
    List<Task> inserted =
        audited
            .store
            .tasks()
            .insertAll(List.of(NewTask.of(ada.id(), "one"), NewTask.of(ada.id(), "two")));

    List<Object> keys = new ArrayList<>();
    audited.entries(TASKS).forEach(entry -> keys.add(entry.key().get(0)));
    List<Object> expected = new ArrayList<>(ids);
    inserted.forEach(task -> expected.add(task.id()));
    assertThat(keys.subList(keys.size() - 2_502, keys.size())).isEqualTo(expected);
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void linksHaveEntriesWithBothColumnsOfTheirKey() {
    Task task = audited.insertTask(user(audited), "Ship");
    Tag tag = audited.store.tags().insert(NewTag.of("tag-" + UUID.randomUUID()));
    audited.store.tasks().attachTags(task.id(), List.of(tag.id()));
    audited.store.tasks().attachTags(task.id(), List.of(tag.id()));
    audited.store.tasks().detachTags(task.id(), List.of(tag.id()));

    assertThat(
            audited
                .trail
                .entries(TASK_TAGS, List.of(task.id(), tag.id()), PageRequest.first(10))
                .items())
        .extracting(AuditEntry::operation, AuditEntry::key)
        .containsExactly(
            tuple(AuditOperation.INSERT, List.of(task.id(), tag.id())),
            tuple(AuditOperation.DELETE, List.of(task.id(), tag.id())));
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void rowsThatACascadeDeletesHaveEntriesAfterTheRowThatTheyReferTo() {
    User ada = user(audited);
    Task task = audited.insertTask(ada, "Ship");
    Tag tag = audited.store.tags().insert(NewTag.of("tag-" + UUID.randomUUID()));
    audited.store.tasks().attachTags(task.id(), List.of(tag.id()));
    long last = audited.all().stream().mapToLong(AuditEntry::id).max().orElseThrow();

    audited.store.users().deleteById(ada.id());

    assertThat(audited.all().stream().filter(entry -> entry.id() > last))
        .extracting(AuditEntry::operation, AuditEntry::table, AuditEntry::key)
        .containsExactly(
            tuple(AuditOperation.DELETE, "users", List.of(ada.id())),
            tuple(AuditOperation.DELETE, "tasks", List.of(task.id())),
            tuple(AuditOperation.DELETE, "task_tags", List.of(task.id(), tag.id())));
    assertThat(audited.entries(TASKS.ID, task.id()).get(1).oldValue(TASKS.TITLE)).isEqualTo("Ship");
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void writesOfPlainSqlAndOfOtherProgramsAreRecordedWithoutAnActor() {
    Task task = audited.insertTask(user(audited), "Ship");
    audited.store.dsl().execute("UPDATE tasks SET title = 'plain' WHERE title = 'Ship'");
    try (TaskDatabase other = audited.openWithoutActors()) {
      other.tasks().update(task.id(), TaskChanges.none().title("other"));
      other.transaction(
          TransactionOptions.defaults().actor("ignored"), tx -> tx.tasks().deleteById(task.id()));
    }

    List<AuditEntry> entries = audited.entries(TASKS.ID, task.id());
    assertThat(entries)
        .extracting(AuditEntry::operation)
        .containsExactly(
            AuditOperation.INSERT,
            AuditOperation.UPDATE,
            AuditOperation.UPDATE,
            AuditOperation.DELETE);
    assertThat(entries).allSatisfy(entry -> assertThat(entry.actor()).isEmpty());
    assertThat(entries.get(1).newValues()).containsExactly(entry("title", "plain"));
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void aChangedKeyIsRecordedUnderTheOldOne() {
    Task task = audited.insertTask(user(audited), "Ship");
    UUID id = UUID.randomUUID();
    audited.store.dsl().update(TASKS).set(TASKS.ID, id).where(TASKS.ID.eq(task.id())).execute();

    assertThat(audited.entries(TASKS.ID, task.id()).get(1).newValue(TASKS.ID)).isEqualTo(id);
    assertThat(audited.entries(TASKS.ID, id)).isEmpty();
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void whatIsRolledBackLeavesNoEntry() {
    User ada = user(audited);
    int before = audited.all().size();
    assertThatThrownBy(
            () ->
                audited.store.transaction(
                    tx -> {
                      tx.tasks().insert(NewTask.of(ada.id(), "gone"));
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");
    assertThatThrownBy(
            () -> audited.store.tasks().insert(NewTask.of(UUID.randomUUID(), "nobody's")))
        .isInstanceOf(ForeignKeyViolationException.class);
    Task kept =
        audited.store.transactionResult(
            tx -> {
              assertThatThrownBy(
                      () ->
                          tx.transaction(
                              inner -> {
                                inner.tasks().insert(NewTask.of(ada.id(), "gone, too"));
                                throw new IllegalStateException("stop");
                              }))
                  .hasMessage("stop");
              return tx.tasks().insert(NewTask.of(ada.id(), "kept"));
            });

    assertThat(audited.all()).hasSize(before + 1);
    assertThat(audited.entries(TASKS.ID, kept.id())).hasSize(1);
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void aTransactionThatIsRetriedLeavesTheEntriesOfItsLastAttempt() {
    User ada = user(audited);
    UUID id = UUID.randomUUID();
    int[] attempts = {0};
    audited.store.transaction(
        TransactionOptions.defaults().actor("job"),
        tx -> {
          tx.tasks().insert(NewTask.of(ada.id(), "attempt").id(id));
          if (++attempts[0] < 3) {
            throw new TransientFailureException("again", FailureContext.NONE, null);
          }
        });

    assertThat(audited.entries(TASKS.ID, id))
        .singleElement()
        .satisfies(entry -> assertThat(entry.actor()).contains("job"));
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void entriesOfARowAreReadInPagesInBothDirections() {
    Task task = audited.insertTask(user(audited), "0");
    for (int i = 1; i < 7; i++) {
      audited.store.tasks().update(task.id(), TaskChanges.none().title("" + i));
    }
    List<AuditEntry> all = audited.entries(TASKS.ID, task.id());

    Page<AuditEntry> first = audited.trail.entries(TASKS.ID, task.id(), PageRequest.first(3));
    Page<AuditEntry> second =
        audited.trail.entries(
            TASKS.ID, task.id(), PageRequest.of(first.next().orElseThrow().token()));
    Page<AuditEntry> last = audited.trail.entries(TASKS.ID, task.id(), PageRequest.last(2));
    assertThat(first.items()).isEqualTo(all.subList(0, 3));
    assertThat(second.items()).isEqualTo(all.subList(3, 6));
    assertThat(last.items()).isEqualTo(all.subList(5, 7));
    assertThatThrownBy(
            () -> audited.trail.entriesSince(TASKS, Instant.EPOCH, first.next().orElseThrow()))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void entriesOfATableBeginAtATime() throws InterruptedException {
    User ada = user(audited);
    Task before = audited.insertTask(ada, "before");
    Thread.sleep(5); // longer than the coarsest clock of a database
    Task after = audited.insertTask(ada, "after");
    Instant time = audited.entries(TASKS.ID, after.id()).get(0).changedAt();

    assertThat(audited.trail.entriesSince(TASKS, time, PageRequest.first(10)).items())
        .extracting(entry -> entry.key().get(0))
        .contains(after.id())
        .doesNotContain(before.id());
    assertThat(audited.trail.entriesSince(TASKS, time.plusNanos(1), PageRequest.first(10)).items())
        .extracting(entry -> entry.key().get(0))
        .doesNotContain(after.id());
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void keysThatDoNotFitTheTableAreRefused() {
    PageRequest request = PageRequest.first(1);
    assertThatThrownBy(() -> audited.trail.entries(TASKS.TITLE, "Ship", request))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("title must be the primary key");
    assertThatThrownBy(() -> audited.trail.entries(TASK_TAGS, List.of(UUID.randomUUID()), request))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("2 columns");
    assertThatThrownBy(() -> audited.trail.entries(TASKS, List.of("text"), request))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("another type than the column id");
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void entriesAreReadInTheTransactionOfTheThread() {
    User ada = user(audited);
    audited.store.transaction(
        tx -> {
          Task task = tx.tasks().insert(NewTask.of(ada.id(), "uncommitted"));
          assertThat(audited.entries(TASKS.ID, task.id())).hasSize(1);
        });
    List<AuditEntry> read =
        audited.store.transactionResult(
            TransactionOptions.defaults().readOnly(), tx -> audited.entries(USERS.ID, ada.id()));
    assertThat(read).hasSize(1);
  }
}
