package dev.taskstore.transfer;

import static dev.taskstore.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.NewTask;
import dev.taskstore.NewUser;
import dev.taskstore.PasswordHash;
import dev.taskstore.TaskChanges;
import dev.taskstore.TaskStore;
import dev.taskstore.User;
import dev.taskstore.db.Database;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.audit.AuditDifference;
import dev.taskstore.db.audit.AuditEntry;
import dev.taskstore.schema.DefaultSchema;
import dev.taskstore.schema.TaskRepositoryBase;
import dev.taskstore.schema.UserRepositoryBase;
import dev.taskstore.transfer.exception.CopyRefusedException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy of a database with an audit trail has the same entries, each once. */
class AuditedCopyTest extends CopyFixture {

  private Database source(Direction direction) {
    Database source = open(direction.source, TaskStore.CHANGELOG);
    source.auditTrail(TaskStore.AUDITED).enable();
    return source;
  }

  private static UUID change(Database database) {
    String name = "user-" + UUID.randomUUID();
    User user =
        new UserRepositoryBase(database)
            .insert(NewUser.of(name, name + "@example.com", PasswordHash.locked()));
    TaskRepositoryBase tasks = new TaskRepositoryBase(database);
    UUID task = tasks.insert(NewTask.of(user.id(), "Ship")).id();
    tasks.update(task, TaskChanges.none().title("Ship 1.0").dueAt(Instant.EPOCH));
    return task;
  }

  private static List<AuditEntry> entries(Database database) {
    return TaskStore.AUDITED.tables().stream()
        .flatMap(
            table ->
                database
                    .auditTrail(TaskStore.AUDITED)
                    .entriesSince(table, Instant.EPOCH, PageRequest.first(1_000))
                    .items()
                    .stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("directions")
  void entriesAreCopiedAndTheTrailGoesOnInTheTarget(Direction direction) {
    Database source = source(direction);
    UUID task = change(source);
    Database target = target(direction.target, TaskStore.CHANGELOG);

    copy(DefaultSchema.DEFAULT_SCHEMA, source, target);

    assertThat(entries(target)).hasSize(3).isEqualTo(entries(source));
    assertThat(target.auditTrail(TaskStore.AUDITED).differences())
        .extracting(AuditDifference::type)
        .containsOnly(AuditDifference.Type.MISSING);
    target.auditTrail(TaskStore.AUDITED).enable();
    new TaskRepositoryBase(target).deleteById(task);
    List<AuditEntry> ofTask =
        target.auditTrail(TaskStore.AUDITED).entries(TASKS.ID, task, PageRequest.first(10)).items();
    assertThat(ofTask).hasSize(3);
    assertThat(ofTask.get(2).id()).isGreaterThan(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE_TO_POSTGRES", "POSTGRES_TO_SQLITE"})
  void entriesOfChangesDuringALiveCopyAreCopiedOnce(Direction direction) {
    Database source = source(direction);
    change(source);
    Database target = target(direction.target, TaskStore.CHANGELOG);
    AtomicBoolean changed = new AtomicBoolean();

    DatabaseCopy.of(DefaultSchema.DEFAULT_SCHEMA)
        .from(source)
        .to(target)
        .live()
        .progress(
            progress -> {
              if (progress.rows() > 0 && !changed.getAndSet(true)) {
                // The thread of the copy is in a read-only transaction.
                CompletableFuture.runAsync(() -> change(source)).join();
              }
            })
        .run();

    assertThat(changed).isTrue();
    assertThat(entries(target)).hasSize(6).isEqualTo(entries(source));
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE_TO_POSTGRES", "POSTGRES_TO_SQLITE"})
  void aTargetWhoseAuditTrailIsEnabledIsRefused(Direction direction) {
    Database source = source(direction);
    change(source);
    Database target = open(direction.target, TaskStore.CHANGELOG);
    target.auditTrail(TaskStore.AUDITED).enable();

    assertThatThrownBy(() -> copy(DefaultSchema.DEFAULT_SCHEMA, source, target))
        .isInstanceOf(CopyRefusedException.class)
        .hasMessageContaining("The audit trail of the target is enabled");
    target.auditTrail(TaskStore.AUDITED).disable();
    copy(DefaultSchema.DEFAULT_SCHEMA, source, target);
    assertThat(entries(target)).isEqualTo(entries(source));
  }
}
