package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Scope;
import dev.taskstore.db.audit.AuditEntry;
import dev.taskstore.db.exception.AppendOnlyException;
import dev.taskstore.db.exception.ScopeViolationException;
import dev.taskstore.db.personal.DataSubject;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskChanges;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.schema.PersonalData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What the audit trail keeps of a person: it is exported, erased, and not available in scopes. */
abstract class AuditPersonalDataContract {

  private final DialectFixture tck;

  AuditPersonalDataContract(DialectFixture tck) {
    this.tck = tck;
  }

  private static DataSubject subject(TaskDatabase store, User user) {
    return DataSubject.of(store.database(), PersonalData.MAP, USERS.ID, user.id());
  }

  private static String export(TaskDatabase store, User user) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    subject(store, user).export(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String entries(AuditedStore audited) {
    return audited.store.dsl().fetch(DSL.table(DSL.name("taskstore_audit"))).formatCSV();
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void anErasureRemovesPersonalValuesAlsoOfRowsThatWereDeletedBefore() {
    try (AuditedStore audited = new AuditedStore(tck)) {
      User ada = audited.insertUser("ada");
      User bob = audited.insertUser("bob");
      Task former = audited.insertTask(ada, "Former title");
      Task given = audited.insertTask(ada, "Given title");
      Task task = audited.insertTask(ada, "Present title");
      Task other = audited.insertTask(bob, "Title of bob");
      audited.store.tasks().update(task.id(), TaskChanges.none().title("Changed title"));
      audited.store.tasks().update(given.id(), TaskChanges.none().userId(bob.id()));
      audited.store.tasks().deleteById(former.id());
      int before = audited.all().size();

      subject(audited.store, ada).erase();

      assertThat(entries(audited))
          .contains("Title of bob")
          .doesNotContain("Former title", "Given title", "Present title", "Changed title");
      assertThat(audited.all()).hasSize(before + 2);
      assertThat(audited.entries(TASKS.ID, task.id()))
          .extracting(AuditEntry::hiddenColumns)
          .satisfiesExactly(
              insert -> assertThat(insert).isEmpty(),
              update -> assertThat(update).containsExactly("title"),
              delete -> assertThat(delete).isEmpty());
      assertThat(audited.entries(TASKS.ID, other.id()).get(0).newValue(TASKS.TITLE))
          .isEqualTo("Title of bob");
      assertThatThrownBy(() -> audited.store.dsl().execute("DELETE FROM taskstore_audit"))
          .isInstanceOf(AppendOnlyException.class);
    }
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void anExportContainsTheEntriesOfThePersonsRows() throws IOException {
    try (AuditedStore audited = new AuditedStore(tck)) {
      User ada = audited.insertUser("ada");
      User bob = audited.insertUser("bob");
      audited.store.tasks().deleteById(audited.insertTask(ada, "Former title").id());
      audited.insertTask(bob, "Title of bob");

      assertThat(export(audited.store, ada))
          .contains("\"taskstore_audit\": [\n", "Former title", "\"operation\": \"delete\"")
          .doesNotContain("Title of bob");
      try (TaskDatabase other = audited.openWithoutActors()) {
        assertThat(export(other, ada)).doesNotContain("taskstore_audit");
      }
    }
  }

  @Test
  @Requires(Capability.AUDIT_TRAIL)
  void theAuditTrailIsNotAvailableInAScope() {
    try (AuditedStore audited = new AuditedStore(tck)) {
      User ada = audited.insertUser("ada");
      assertThat(audited.store.database().auditTrail()).isPresent();
      audited.store.database().transaction(tx -> assertThat(tx.auditTrail()).isPresent());
      try (Scope scope = audited.store.database().scopedTo(AuditedStore.OWNERSHIP, ada.id())) {
        assertThatThrownBy(scope::auditTrail).isInstanceOf(ScopeViolationException.class);
        scope.transaction(
            tx ->
                assertThatThrownBy(tx::auditTrail)
                    .isInstanceOf(ScopeViolationException.class)
                    .hasMessageContaining("audit trail"));
      }
      try (TaskDatabase other = audited.openWithoutActors()) {
        assertThat(other.database().auditTrail()).isEmpty();
      }
    }
  }
}
