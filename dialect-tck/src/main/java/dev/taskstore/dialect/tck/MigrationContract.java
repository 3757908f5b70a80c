package dev.taskstore.dialect.tck;

import static dev.taskstore.dialect.tck.tasks.schema.Tables.TASKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.PageRequest;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.migration.ChangeSetStatus;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.db.spi.Capability;
import dev.taskstore.dialect.tck.tasks.NewTask;
import dev.taskstore.dialect.tck.tasks.Tag;
import dev.taskstore.dialect.tck.tasks.Task;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import dev.taskstore.dialect.tck.tasks.TaskStatus;
import dev.taskstore.dialect.tck.tasks.User;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Migrations: update, rollback, update again, validation, and concurrent migrations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MigrationContract {

  private static final String BROKEN = "dev/taskstore/dialect/tck/broken/change-log/";

  private final DialectFixture tck;

  MigrationContract(DialectFixture tck) {
    this.tck = tck;
  }

  private Database.Builder builder(TckDatabase database, String changelog) {
    return DialectFixture.connect(Database.builder(), database)
        .changelog(changelog, MigrationContract.class.getClassLoader());
  }

  @Test
  void anOpenStoreHasEverythingOfItsChangelog() {
    Migrations migrations = tck.store().database().migrations();

    assertThat(migrations.status()).isNotEmpty().allMatch(ChangeSetStatus::isApplied);
    assertThat(migrations.status().get(0).id()).isEqualTo("001-users");
    assertThat(migrations.status()).noneMatch(changeSet -> changeSet.id().startsWith("900"));
    assertThat(migrations.pending()).isEmpty();
    assertThat(migrations.update()).isZero();
    migrations.validate();
    assertThat(tck.store().database().dialectName()).isEqualTo(tck.provider().create().name());
    assertThat(tck.store().database().capabilities()).isEqualTo(tck.capabilities());
  }

  @Test
  void theLastMigrationsGoBackAndForwardAgainWithAllRowsKept() {
    try (TckDatabase database = tck.createMigrated();
        TaskDatabase store = tck.builder(database).open()) {
      tck.clock().set(Contract.START);
      User ada = store.users().insert(Contract.newUser("ada"));
      Task done = store.tasks().insert(NewTask.of(ada.id(), "done").status(TaskStatus.COMPLETED));
      Task due = store.tasks().insert(NewTask.of(ada.id(), "due").dueAt(Contract.START));
      store.tags().attach(due.id(), "a", "b");
      store.tasks().attachCollaborators(due.id(), List.of(ada.id()));
      store.tasks().insert(NewTask.of(ada.id(), "assigned").assigneeId(ada.id()));
      Map<?, List<Tag>> tags = store.tags().findByTasks(List.of(done.id(), due.id()));
      Migrations migrations = store.database().migrations();
      List<ChangeSetStatus> before = migrations.status();
      int count =
          (int) before.stream().filter(changeSet -> changeSet.id().compareTo("003") >= 0).count();

      assertThat(migrations.rollback(count)).isEqualTo(count);
      assertThat(migrations.pending()).hasSize(count);
      assertThat(store.users().getById(ada.id())).isEqualTo(ada);
      assertThatThrownBy(() -> store.tasks().getById(done.id()))
          .isInstanceOf(SchemaOutOfDateException.class)
          .hasMessageContaining("Migrate the database");
      assertThatThrownBy(() -> tck.builder(database).migrationMode(MigrationMode.VALIDATE).open())
          .isInstanceOf(SchemaOutOfDateException.class)
          .hasMessageContaining("003");
      assertThat(migrations.update()).isEqualTo(count);

      assertThat(migrations.status())
          .extracting(ChangeSetStatus::id)
          .isEqualTo(before.stream().map(ChangeSetStatus::id).toList());
      assertThat(store.users().findAll(PageRequest.first(9)).items()).containsExactly(ada);
      assertThat(store.tasks().findAll(PageRequest.first(9)).items())
          .contains(done, due.with().dueAt(null).build())
          .hasSize(3)
          .allMatch(task -> task.assigneeId() == null);
      assertThat(store.tasks().countByCollaborator(ada.id())).isZero();
      assertThat(store.tags().findByTasks(List.of(done.id(), due.id()))).isEqualTo(tags);
      store.users().delete(ada);
      assertThat(store.tasks().count()).isZero();
    }
  }

  @Test
  void everythingCanBeTakenBackAndMadeAgain() {
    try (TckDatabase database = tck.createMigrated();
        TaskDatabase store = tck.builder(database).open()) {
      Migrations migrations = store.database().migrations();
      int all = migrations.status().size();

      assertThatThrownBy(() -> migrations.rollback(0)).isInstanceOf(InvalidArgumentException.class);
      assertThat(migrations.rollback(all + 100)).isEqualTo(all);
      assertThat(migrations.rollback(1)).isZero();
      assertThat(migrations.pending()).hasSize(all);
      assertThatThrownBy(() -> store.users().count()).isInstanceOf(SchemaOutOfDateException.class);
      assertThatThrownBy(migrations::validate).isInstanceOf(SchemaOutOfDateException.class);
      assertThat(migrations.update()).isEqualTo(all);
      store.users().insert(Contract.newUser("ada"));
    }
  }

  @Test
  void validateAndNoneChangeNothing() {
    try (TckDatabase database = tck.create()) {
      assertThatThrownBy(() -> tck.builder(database).migrationMode(MigrationMode.VALIDATE).open())
          .isInstanceOf(SchemaOutOfDateException.class)
          .hasMessageContaining("MigrationMode.UPDATE");
      try (TaskDatabase store = tck.builder(database).migrationMode(MigrationMode.NONE).open()) {
        assertThatThrownBy(() -> store.users().insert(Contract.newUser("ada")))
            .isInstanceOf(SchemaOutOfDateException.class);
      }
      tck.builder(database).open().close();
      try (TaskDatabase store =
          tck.builder(database).migrationMode(MigrationMode.VALIDATE).open()) {
        store.users().insert(Contract.newUser("ada"));
      }
    }
  }

  @Test
  @Requires(Capability.SCHEMA_INSPECTION)
  void aDatabaseThatIsOnlyValidatedStaysEmpty() throws SQLException {
    try (TckDatabase database = tck.create();
        Connection connection = tck.applicationDataSource(database).getConnection()) {
      assertThatThrownBy(() -> tck.builder(database).migrationMode(MigrationMode.VALIDATE).open())
          .isInstanceOf(SchemaOutOfDateException.class);

      assertThat(tck.inspector().inspect(connection)).isEmpty();
    }
  }

  @Test
  void contextsAddTheirChangesets() {
    try (TckDatabase database = tck.create();
        TaskDatabase store = tck.builder(database, "sample").open()) {
      assertThat(store.users().findByUsername("grace")).isPresent();
      assertThat(store.tasks().count()).isEqualTo(5);
      assertThat(store.tasks().where(TASKS.TITLE.startsWith("Prune")).list())
          .singleElement()
          .matches(task -> task.status() == TaskStatus.COMPLETED);
      assertThat(store.tags().count()).isEqualTo(3);
    }
  }

  @Test
  void aChangelogThatIsNotThereIsNamed() {
    try (TckDatabase database = tck.create()) {
      assertThatThrownBy(() -> builder(database, "no/such/changelog.xml").open())
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("no/such/changelog.xml");
    }
  }

  @Test
  void aFailingChangesetIsNamedWithoutItsValues() {
    try (TckDatabase database = tck.create()) {
      assertThatThrownBy(() -> builder(database, BROKEN + "failing.xml").open())
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("bad")
          .hasMessageContaining("failing.xml")
          .satisfies(e -> assertThat(Secrets.everythingThat(e)).doesNotContain("4711"));
      try (Database open =
          builder(database, BROKEN + "failing.xml").migrationMode(MigrationMode.NONE).open()) {
        assertThat(open.dsl().fetchCount(DSL.table("good"))).isZero();
        assertThat(open.migrations().pending())
            .extracting(ChangeSetStatus::id)
            .containsExactly("bad");
      }
    }
  }

  @Test
  @Requires(Capability.TRANSACTIONAL_DDL)
  void aFailingChangesetLeavesNothingBehind() {
    try (TckDatabase database = tck.create()) {
      assertThatThrownBy(() -> builder(database, BROKEN + "failing.xml").open())
          .isInstanceOf(MigrationException.class);
      try (Database open =
          builder(database, BROKEN + "failing.xml").migrationMode(MigrationMode.NONE).open()) {
        assertThatThrownBy(() -> open.dsl().fetchCount(DSL.table("half")))
            .isInstanceOf(SchemaOutOfDateException.class);
      }
    }
  }

  @Test
  void aChangesetThatWasEditedAfterwardsIsRefused() {
    try (TckDatabase database = tck.create()) {
      builder(database, BROKEN + "before.xml").open().close();

      for (MigrationMode mode : List.of(MigrationMode.UPDATE, MigrationMode.VALIDATE)) {
        assertThatThrownBy(() -> builder(database, BROKEN + "after.xml").migrationMode(mode).open())
            .isInstanceOf(MigrationException.class)
            .hasMessageContaining("edited.xml::edited::taskstore")
            .hasMessageContaining("Restore these changesets");
      }
    }
  }

  @Test
  void aDatabaseWithoutAChangelogSaysSo() {
    try (Database database = DialectFixture.connect(Database.builder(), tck.database()).open()) {
      assertThatThrownBy(database::migrations)
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("changelog(");
    }
  }

  @Test
  void severalThreadsOpenOneNewDatabaseAtOnce() {
    try (TckDatabase database = tck.create()) {
      Contract.inThreads(
          4,
          thread -> {
            try (TaskDatabase store = tck.builder(database).maximumPoolSize(3).open()) {
              store.users().insert(Contract.newUser("user " + thread));
            }
          });

      try (TaskDatabase store = tck.builder(database).open()) {
        assertThat(store.users().count()).isEqualTo(4);
      }
    }
  }

  @Test
  void severalProcessesOpenOneNewDatabaseAtOnce() {
    try (TckDatabase database = tck.create()) {
      List<OpeningProcess> processes =
          List.of("ada", "bob").stream().map(name -> OpeningProcess.start(database, name)).toList();
      assertThat(processes).allSatisfy(process -> assertThat(process.output()).contains("done"));

      try (TaskDatabase store = tck.builder(database).open()) {
        assertThat(store.users().findAllByUsername(List.of("ada", "bob"))).hasSize(2);
      }
    }
  }

  @Test
  void theMarkOfAMigratorThatDiedDoesNotKeepOthersOut() {
    try (TckDatabase database = tck.createMigrated()) {
      try (TaskDatabase store = tck.builder(database).open()) {
        store.database().migrations().rollback(1);
        store
            .dsl()
            .execute(
                "UPDATE databasechangeloglock SET locked = "
                    + store.dsl().render(DSL.inline(true))
                    + ", lockedby = 'dead'");
      }

      try (TaskDatabase store = tck.builder(database).open()) {
        assertThat(store.database().migrations().pending()).isEmpty();
      }
    }
  }
}
