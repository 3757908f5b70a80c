package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.school.schema.Tables.SIGHTINGS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TAGS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASK_TAGS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.TransactionOptions;
import dev.taskstore.db.audit.AuditDifference;
import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.audit.AuditedTables;
import dev.taskstore.db.exception.AppendOnlyException;
import dev.taskstore.db.exception.CapabilityNotSupportedException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.schema.DefaultSchema;
import dev.taskstore.dialect.tck.tasks.schema.PersonalData;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The audit trail from its declaration to the end of its entries. */
abstract class AuditDeclarationContract {

  private static final AuditedTables ALL = AuditedStore.AUDITED;

  private static final AuditedTables TASKS_ONLY =
      AuditedTables.of(PersonalData.MAP).table(TASKS).build();

  private final DialectFixture tck;

  AuditDeclarationContract(DialectFixture tck) {
    this.tck = tck;
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void theDeclarationIsInForceFromEnablingToDisabling() {
    try (TckDatabase target = tck.createMigrated();
        TaskDatabase store = tck.builder(target).open()) {
      AuditTrail trail = store.database().auditTrail(ALL);
      List<AuditDifference> before = trail.differences();
      assertThat(before)
          .isNotEmpty()
          .extracting(AuditDifference::type)
          .containsOnly(AuditDifference.Type.MISSING);
      assertThat(before.toString()).contains("tasks", "users", "tags", "task_tags", "is missing");

      trail.enable();
      assertThat(trail.differences()).isEmpty();
      trail.enable();
      assertThat(trail.differences()).isEmpty();
      trail.disable();
      trail.disable();
      assertThat(trail.differences()).isEqualTo(before);

      trail.enableSql().forEach(store.dsl()::execute);
      assertThat(trail.differences()).isEmpty();
      trail.disableSql().forEach(store.dsl()::execute);
      assertThat(trail.differences()).isEqualTo(before);
    }
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void anotherDeclarationReplacesTheOneInForce() {
    try (AuditedStore audited = new AuditedStore(tck)) {
      AuditTrail trail = audited.store.database().auditTrail(TASKS_ONLY);
      assertThat(trail.differences())
          .extracting(AuditDifference::type)
          .containsOnly(AuditDifference.Type.EXTRA, AuditDifference.Type.CHANGED);

      trail.enable();
      assertThat(trail.differences()).isEmpty();
      User user = audited.insertUser("ada");
      Task task = audited.insertTask(user, "Ship");
      assertThat(audited.entries(USERS)).isEmpty();
      assertThat(audited.entries(TASKS.ID, task.id()).get(0).newValues())
          .doesNotContainKey("title");
    }
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void nothingIsRecordedBeforeEnablingAndAfterDisabling() {
    try (TckDatabase target = tck.createMigrated();
        TaskDatabase store = tck.builder(target).open()) {
      AuditTrail trail = store.database().auditTrail(ALL);
      store.users().insert(Contract.newUser("before"));
      trail.enable();
      store.users().insert(Contract.newUser("during"));
      trail.disable();
      store.users().insert(Contract.newUser("after"));

      assertThat(trail.entriesSince(USERS, Instant.EPOCH, PageRequest.first(10)).items())
          .hasSize(1);
    }
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void openingRequiresThatTheDeclarationIsInForce() {
    try (TckDatabase target = tck.createMigrated()) {
      assertThatThrownBy(() -> tck.builder(target).auditTrail(ALL).open())
          .isInstanceOf(DatabaseOpenException.class)
          .hasMessageContaining("The audit trail is not in force")
          .hasMessageContaining("auditTrail(...).enable()");
      try (TaskDatabase store = tck.builder(target).open()) {
        store.database().auditTrail(TASKS_ONLY).enable();
      }
      assertThatThrownBy(() -> tck.builder(target).auditTrail(ALL).open())
          .isInstanceOf(DatabaseOpenException.class);
      tck.builder(target).auditTrail(TASKS_ONLY).open().close();
    }
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void aStoreWithAnEnabledAuditTrailHasNoDrift() {
    try (AuditedStore audited = new AuditedStore(tck)) {
      assertThat(audited.store.migrations().drift().differences()).isEmpty();
      assertThat(audited.store.migrations().drift().otherTables()).isEmpty();
      assertThat(
              audited
                  .store
                  .database()
                  .checkIntegrity(DefaultSchema.DEFAULT_SCHEMA, 10)
                  .violations())
          .isEmpty();
    }
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void entriesCannotBeUpdatedOrDeleted() {
    try (AuditedStore audited = new AuditedStore(tck)) {
      audited.insertUser("ada");
      for (String statement :
          List.of(
              "UPDATE taskstore_audit SET actor = 'somebody else'",
              "DELETE FROM taskstore_audit",
              "DELETE FROM taskstore_audit WHERE id = 1")) {
        assertThatThrownBy(() -> audited.store.dsl().execute(statement))
            .isInstanceOfSatisfying(
                AppendOnlyException.class, e -> assertThat(e.table()).isEqualTo("taskstore_audit"))
            .hasMessageContaining("prune");
        assertThatThrownBy(
                () ->
                    audited.store.transaction(
                        TransactionOptions.defaults().actor("Eve"),
                        tx -> {
                          tx.dsl().execute(statement);
                        }))
            .isInstanceOf(AppendOnlyException.class);
      }
      assertThat(audited.all()).hasSize(1);
    }
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void oldEntriesArePrunedAndTheOthersRemainProtected() {
    try (AuditedStore audited = new AuditedStore(tck)) {
      User user = audited.insertUser("ada");
      audited.insertTask(user, "Ship");
      Instant future = Instant.now().plus(1, ChronoUnit.HOURS);

      assertThat(audited.trail.prune(Instant.now().minus(1, ChronoUnit.HOURS))).isZero();
      assertThat(audited.all()).hasSize(2);
      assertThatThrownBy(() -> audited.store.dsl().execute("DELETE FROM taskstore_audit"))
          .isInstanceOf(AppendOnlyException.class);

      long pruned =
          audited.store.transactionResult(
              TransactionOptions.defaults().actor("retention"),
              tx -> {
                long count = audited.trail.prune(future);
                tx.tasks().insert(NewTask.of(user.id(), "after"));
                assertThatThrownBy(
                        () ->
                            tx.transaction(
                                in -> {
                                  in.dsl().execute("DELETE FROM taskstore_audit");
                                }))
                    .isInstanceOf(AppendOnlyException.class);
                return count;
              });
      assertThat(pruned).isEqualTo(2);
      assertThat(audited.all())
          .singleElement()
          .satisfies(entry -> assertThat(entry.actor()).contains("retention"));

      assertThatThrownBy(
              () ->
                  audited.store.transaction(
                      tx -> {
                        audited.trail.prune(future);
                        throw new IllegalStateException("stop");
                      }))
          .hasMessage("stop");
      assertThat(audited.all()).hasSize(1);
      assertThatThrownBy(() -> audited.store.dsl().execute("DELETE FROM taskstore_audit"))
          .isInstanceOf(AppendOnlyException.class);
    }
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void aDatabaseWithoutTheTableOfTheEntriesIsRefused() {
    try (TckDatabase target = tck.createMigrated();
        TaskDatabase store = tck.builder(target).open()) {
      store.migrations().rollbackTo("003");
      assertThatThrownBy(() -> store.database().auditTrail(ALL).differences())
          .isInstanceOf(SchemaOutOfDateException.class)
          .hasMessageContaining("audit");
      assertThatThrownBy(() -> store.database().auditTrail(ALL).enable())
          .isInstanceOf(SchemaOutOfDateException.class);
    }
  }

  @Test
  void aDialectWithoutTriggersRefusesAnAuditTrail() {
    Database database = tck.store().database();
    assertThat(database.dialect().auditTriggers().isPresent())
        .isEqualTo(tck.capabilities().contains(Capability.AUDIT_TRAIL));
    if (!tck.capabilities().contains(Capability.AUDIT_TRAIL)) {
      assertThatThrownBy(() -> database.auditTrail(ALL))
          .isInstanceOf(CapabilityNotSupportedException.class)
          .hasMessageContaining("AUDIT_TRAIL");
      assertThatThrownBy(() -> tck.builder(tck.database()).auditTrail(ALL).open())
          .isInstanceOf(CapabilityNotSupportedException.class);
    }
  }

  @Test
  void declarationsThatCannotBeRecordedAreRefused() {
    AuditedTables.Builder builder = AuditedTables.of(PersonalData.MAP);
    assertThatThrownBy(builder::build).isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> builder.table(SIGHTINGS))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("sightings has no primary key");
    builder.table(USERS);
    assertThatThrownBy(() -> builder.table(USERS))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("twice");
    for (var column : List.of(USERS.PASSWORD_HASH, USERS.CREATED_AT, TASKS.TITLE)) {
      assertThatThrownBy(() -> builder.keepPersonal(column))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining(column.getName());
    }
    AuditedTables declared = builder.keepPersonal(USERS.USERNAME).build();
    assertThat(declared.keeps(USERS.USERNAME)).isTrue();
    assertThat(declared.keeps(USERS.EMAIL)).isFalse();
    assertThat(declared.keeps(USERS.PASSWORD_HASH)).isFalse();
    assertThat(declared.contains(USERS)).isTrue();
    assertThat(declared.contains(TASK_TAGS)).isFalse();
    assertThat(declared.contains(TAGS)).isFalse();
  }
}
