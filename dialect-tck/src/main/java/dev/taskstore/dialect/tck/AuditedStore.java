package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TAGS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASK_SHARES;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASK_TAGS;
import static dev.taskstore.dialect.tck.tasks.schema.Tables.USERS;

import dev.taskstore.db.Page;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.audit.AuditEntry;
import dev.taskstore.db.audit.AuditTrail;
import dev.taskstore.db.audit.AuditedTables;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.NewUser;
import dev.taskstore.dialect.tck.tasks.PasswordHash;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.User;
import dev.taskstore.dialect.tck.tasks.schema.Keys;
import dev.taskstore.dialect.tck.tasks.schema.PersonalData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Table;
import org.jooq.TableField;

/** A database of users, tasks and tags whose audit trail is enabled. */
final class AuditedStore implements AutoCloseable {

  static final AuditedTables AUDITED =
      AuditedTables.of(PersonalData.MAP)
          .table(USERS)
          .table(TASKS)
          .table(TASK_TAGS)
          .table(TASK_SHARES)
          .table(TAGS)
          .keepPersonal(TASKS.TITLE)
          .build();

  static final RowOwnership<UUID> OWNERSHIP =
      RowOwnership.of(UUID.class)
          .owner(USERS.ID)
          .owner(TASKS.USER_ID)
          .inherited(Keys.FK_TASK_TAGS_TASK_ID)
          .common(TAGS)
          .build();

  final TaskDatabase store;
  final AuditTrail trail;

  private final DialectFixture tck;
  private final TckDatabase target;

  AuditedStore(DialectFixture tck) {
    this.tck = tck;
    this.target = tck.createMigrated();
    try (TaskDatabase owner = openWithoutActors()) {
      owner.database().auditTrail(AUDITED).enable();
    }
    this.store = tck.builder(target).auditTrail(AUDITED).open();
    this.trail = store.database().auditTrail(AUDITED);
  }

  TaskDatabase openWithoutActors() {
    return tck.builder(target).open();
  }

  TaskDatabase open() {
    return tck.builder(target).auditTrail(AUDITED).open();
  }

  /** Opens the database for transactions of the application. */
  TaskDatabase join(TransactionAwareDataSource dataSource) {
    return TaskDatabase.builder()
        .dataSource(dataSource)
        .joinApplicationTransactions()
        .auditTrail(AUDITED)
        .clock(tck.clock())
        .open();
  }

  TransactionAwareDataSource applicationDataSource() {
    return new TransactionAwareDataSource(tck.applicationDataSource(target));
  }

  User insertUser(String name) {
    return store.users().insert(NewUser.of(name, name + "@example.com", PasswordHash.locked()));
  }

  Task insertTask(User user, String title) {
    return store.tasks().insert(NewTask.of(user.id(), title));
  }

  <T> List<AuditEntry> entries(TableField<?, T> key, T value) {
    return trail.entries(key, value, PageRequest.first(100)).items();
  }

  /** Returns all entries of a table in the order of their numbers. */
  List<AuditEntry> entries(Table<?> table) {
    List<AuditEntry> entries = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(PageRequest.first(1_000));
    while (request.isPresent()) {
      Page<AuditEntry> page = trail.entriesSince(table, Instant.EPOCH, request.get());
      entries.addAll(page.items());
      request = page.next();
    }
    entries.sort(Comparator.comparing(AuditEntry::id));
    return entries;
  }

  /** Returns the entries of all tables in the order of their numbers. */
  List<AuditEntry> all() {
    return AUDITED.tables().stream()
        .flatMap(table -> entries(table).stream())
        .sorted(Comparator.comparing(AuditEntry::id))
        .toList();
  }

  @Override
  public void close() {
    store.close();
    target.close();
  }
}
