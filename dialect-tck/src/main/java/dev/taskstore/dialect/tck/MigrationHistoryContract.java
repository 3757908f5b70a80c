package dev.taskstore.dialect.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.migration.AppliedChangeSet;
import dev.taskstore.db.migration.ChangeSetStatus;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.dialect.tck.tasks.TaskDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tags, and the history of changesets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MigrationHistoryContract {

  private final DialectFixture tck;

  MigrationHistoryContract(DialectFixture tck) {
    this.tck = tck;
  }

  private TaskDatabase openEmpty(TckDatabase database) {
    return tck.builder(database).migrationMode(MigrationMode.NONE).open();
  }

  private static String lastOf(Migrations migrations) {
    List<AppliedChangeSet> history = migrations.history();
    return history.get(history.size() - 1).id();
  }

  @Test
  void updatesGoToATagAndNoFurther() {
    try (TckDatabase database = tck.create();
        TaskDatabase store = openEmpty(database)) {
      Migrations migrations = store.migrations();

      int first = migrations.updateTo("001");
      assertThat(first).isEqualTo(migrations.history().size()).isGreaterThan(1);
      assertThat(lastOf(migrations)).isEqualTo("001-tag");
      assertThat(migrations.pending().get(0).id()).isEqualTo("002-tags");
      assertThat(migrations.updateTo("001")).isZero();

      assertThat(migrations.updateTo("005")).isEqualTo(migrations.history().size() - first);
      assertThat(migrations.pending()).noneMatch(pending -> pending.id().compareTo("006") < 0);
      assertThat(migrations.updateTo("002")).isZero();
      assertThatThrownBy(() -> migrations.updateTo("none"))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessage("The changelog has no tag none. Existing tags: 001, 002, 003, 004, 005.");
    }
  }

  @Test
  void updatesAndRollbacksCountChangesets() {
    try (TckDatabase database = tck.create();
        TaskDatabase store = openEmpty(database)) {
      Migrations migrations = store.migrations();
      int all = migrations.pending().size();

      assertThat(migrations.update(2)).isEqualTo(2);
      assertThat(migrations.history())
          .extracting(AppliedChangeSet::id)
          .containsExactly("001-users", "001-tasks");
      assertThat(migrations.update(1_000)).isEqualTo(all - 2);
      assertThat(migrations.update(1)).isZero();
      assertThatThrownBy(() -> migrations.update(0)).isInstanceOf(InvalidArgumentException.class);
      assertThat(migrations.rollback(all - 1)).isEqualTo(all - 1);
      assertThat(migrations.history())
          .extracting(AppliedChangeSet::id)
          .containsExactly("001-users");
    }
  }

  @Test
  void changesetsForOtherDatabasesAreListedApart() {
    try (TckDatabase database = tck.create();
        TaskDatabase store = openEmpty(database)) {
      Migrations migrations = store.migrations();
      List<String> own = migrations.status().stream().map(ChangeSetStatus::id).toList();
      List<ChangeSetStatus> others = migrations.forOtherDatabases();

      assertThat(own).contains("001-users", "003-tag");
      assertThat(others)
          .isNotEmpty()
          .noneMatch(ChangeSetStatus::isApplied)
          .noneMatch(changeSet -> own.contains(changeSet.id()));
      List<String> all = new ArrayList<>(own);
      others.forEach(changeSet -> all.add(changeSet.id()));
      assertThat(all)
          .doesNotHaveDuplicates()
          .contains("003-tasks-open-due-index", "003-tasks-open-due-index-concurrently");
      assertThat(migrations.changelog()).isEqualTo(TaskDatabase.CHANGELOG);
    }
  }

  @Test
  void rollbacksGoToATagThatStays() {
    try (TckDatabase database = tck.createMigrated();
        TaskDatabase store = tck.builder(database).open()) {
      Migrations migrations = store.migrations();

      for (String tag : List.of("002", "001")) {
        assertThat(migrations.rollbackTo(tag)).isPositive();
        assertThat(lastOf(migrations)).isEqualTo(tag + "-tag");
        assertThat(migrations.rollbackTo(tag)).isZero();
      }
      assertThatThrownBy(() -> migrations.rollbackTo("003"))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessage("The database has no tag 003. Existing tags: 001.");
      migrations.update();
      assertThat(store.users().insert(Contract.newUser("ada")).username()).isEqualTo("ada");
    }
  }

  @Test
  void aStateIsTaggedOnceAndFoundAgain() {
    try (TckDatabase database = tck.create();
        TaskDatabase store = openEmpty(database)) {
      Migrations migrations = store.migrations();
      assertThatThrownBy(() -> migrations.tag("early"))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("no changeset is applied");
      assertThatThrownBy(() -> migrations.tag(" ")).isInstanceOf(InvalidArgumentException.class);
      assertThatThrownBy(() -> migrations.tag("x".repeat(256)))
          .isInstanceOf(InvalidArgumentException.class);

      migrations.update(2);
      migrations.tag("early");
      migrations.tag("early");
      assertThatThrownBy(() -> migrations.tag("other"))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("The current state already has the tag early");
      migrations.update(1);
      assertThatThrownBy(() -> migrations.tag("early"))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("already identifies an earlier state");
      migrations.update();

      assertThat(migrations.rollbackTo("early")).isPositive();
      assertThat(migrations.history())
          .extracting(AppliedChangeSet::tag)
          .containsExactly(Optional.empty(), Optional.of("early"));
    }
  }

  @Test
  void theHistoryTellsWhatWasAppliedWhenInWhichOrderAndByWhichUpdate() {
    try (TckDatabase database = tck.create();
        TaskDatabase store = openEmpty(database)) {
      Migrations migrations = store.migrations();
      assertThat(migrations.history()).isEmpty();

      migrations.updateTo("001");
      migrations.update();

      List<AppliedChangeSet> history = migrations.history();
      assertThat(history)
          .extracting(AppliedChangeSet::id)
          .isEqualTo(migrations.status().stream().map(ChangeSetStatus::id).toList());
      assertThat(history).extracting(AppliedChangeSet::order).isSorted().doesNotHaveDuplicates();
      assertThat(history).allMatch(AppliedChangeSet::isInChangelog);
      assertThat(history).allSatisfy(a -> assertThat(a.checksum().orElseThrow()).isNotBlank());
      assertThat(history)
          .filteredOn(a -> a.file().contains("001"))
          .extracting(AppliedChangeSet::deployment)
          .containsOnly(history.get(0).deployment());
      assertThat(history)
          .filteredOn(a -> !a.file().contains("001"))
          .extracting(AppliedChangeSet::deployment)
          .doesNotContain(history.get(0).deployment());
      assertThat(history)
          .filteredOn(a -> a.id().endsWith("-tag"))
          .extracting(AppliedChangeSet::tag)
          .containsExactly(
              Optional.of("001"),
              Optional.of("002"),
              Optional.of("003"),
              Optional.of("004"),
              Optional.of("005"));
    }
  }

  @Test
  void theTimesOfChangesetsDoNotDependOnTheTimeZone() {
    TimeZone zone = TimeZone.getDefault();
    try (TckDatabase database = tck.create()) {
      Instant begin = Instant.now().minusSeconds(1);
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      tck.builder(database).open().close();
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      try (TaskDatabase store = tck.builder(database).open()) {
        Instant end = Instant.now();
        assertThat(Duration.between(begin, end)).isLessThan(Duration.ofMinutes(30));
        assertThat(store.migrations().history())
            .allSatisfy(applied -> assertThat(applied.appliedAt()).isBetween(begin, end));
        assertThat(store.migrations().status())
            .allSatisfy(
                changeSet -> assertThat(changeSet.appliedAt().orElseThrow()).isBetween(begin, end));
      }
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void whatTheChangelogNoLongerHoldsIsMarkedAndNotTakenBack() {
    try (TckDatabase database = tck.createMigrated()) {
      try (Database other = tck.open(database, School.CHANGELOG)) {
        Migrations migrations = other.migrations();
        int own = migrations.status().size();

        assertThat(migrations.history()).filteredOn(AppliedChangeSet::isInChangelog).hasSize(own);
        assertThat(migrations.history().get(0).isInChangelog()).isFalse();
        assertThat(migrations.rollback(1_000)).isEqualTo(own);
        assertThat(migrations.history()).isNotEmpty().noneMatch(AppliedChangeSet::isInChangelog);
      }
      try (TaskDatabase store = tck.builder(database).open()) {
        assertThat(store.users().count()).isZero();
      }
    }
  }

  @Test
  void whatWasAppliedUnderAContextIsTakenBackWithoutIt() {
    try (TckDatabase database = tck.create()) {
      tck.builder(database, "sample").open().close();
      try (TaskDatabase store = tck.builder(database).open()) {
        assertThat(store.migrations().rollbackSql(1).get(0).id()).isEqualTo("900-sample-data");
        assertThat(store.migrations().rollback(1)).isEqualTo(1);
        assertThat(store.users().count()).isZero();
        assertThat(store.migrations().pending()).isEmpty();
      }
    }
  }
}
