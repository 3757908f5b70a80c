package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.TransferFixture.inTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.IncompleteTransferException;
import dev.taskstore.db.migration.IncompleteTransfer;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The target of an incomplete copy or restore cannot be mistaken for a complete database. */
abstract class IncompleteTransferContract extends Contract {

  private static final IncompleteTransfer COPY =
      new IncompleteTransfer(
          IncompleteTransfer.Kind.COPY, "/data/tasks.db", Instant.parse("2026-03-01T09:00:00Z"));

  private TckDatabase target;

  @SuppressWarnings("NullAway.Init")
  IncompleteTransferContract(DialectFixture tck) {
    super(tck);
  }

  @BeforeEach
  final void create() {
    target = tck.createMigrated();
  }

  @AfterEach
  final void close() {
    target.close();
  }

  private TaskDatabase open(MigrationMode mode) {
    return tck.builder(target).migrationMode(mode).open();
  }

  private static Optional<IncompleteTransfer> find(Database database) {
    return inTransaction(database, IncompleteTransfer::find);
  }

  private void begin(IncompleteTransfer transfer) {
    try (TaskDatabase store = open(MigrationMode.UPDATE)) {
      inTransaction(
          store.database(),
          connection -> {
            transfer.begin(connection);
            return transfer;
          });
    }
  }

  private void assertRefused(TckDatabase database, MigrationMode mode, String kind) {
    assertThatThrownBy(() -> tck.builder(database).migrationMode(mode).open())
        .isInstanceOf(IncompleteTransferException.class)
        .hasMessageContaining("incomplete target of a " + kind + " of /data/tasks.db")
        .hasMessageContaining("2026-03-01T09:00:00Z")
        .hasMessageContaining("Run the " + kind + " again");
  }

  @Test
  void anIncompleteTargetIsOnlyOpenedWithoutMigrations() {
    begin(COPY);

    assertRefused(target, MigrationMode.UPDATE, "copy");
    assertRefused(target, MigrationMode.VALIDATE, "copy");
    try (TaskDatabase store = open(MigrationMode.NONE)) {
      assertThat(store.users().count()).isZero();
      assertThat(find(store.database())).contains(COPY);
    }
  }

  @Test
  void aReadOnlyConnectionIsRefusedToo() {
    begin(COPY);

    Optional<TckDatabase> readOnly = tck.readOnly(target);
    if (readOnly.isPresent()) {
      assertRefused(readOnly.get(), MigrationMode.UPDATE, "copy");
      assertRefused(readOnly.get(), MigrationMode.VALIDATE, "copy");
    }
  }

  @Test
  void aLaterTransferReplacesTheMark() {
    begin(COPY);
    IncompleteTransfer restore =
        new IncompleteTransfer(IncompleteTransfer.Kind.RESTORE, "/data/tasks.db", COPY.startedAt());
    try (TaskDatabase store = open(MigrationMode.NONE)) {
      inTransaction(
          store.database(),
          connection -> {
            restore.begin(connection);
            return restore;
          });
      assertThat(find(store.database())).contains(restore);
    }

    assertRefused(target, MigrationMode.UPDATE, "restore");
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void theTablesOfATransferAreNotDrift() {
    begin(COPY);
    try (TaskDatabase store = open(MigrationMode.NONE)) {
      store.dsl().execute("CREATE TABLE taskstore_transfer_table (name varchar(10))");
      store.dsl().execute("CREATE TABLE taskstore_outbox_1 (name varchar(10))");
      store.dsl().execute("CREATE TABLE taskstore_outboxes (name varchar(10))");

      assertThat(store.migrations().drift().isEmpty()).isTrue();
      assertThat(store.migrations().drift().otherTables()).containsExactly("taskstore_outboxes");
    }
  }
}
