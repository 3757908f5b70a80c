package dev.taskstore.transfer;

import static dev.taskstore.transfer.Pupils.CHANGELOG;
import static dev.taskstore.transfer.Pupils.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.IncompleteTransferException;
import dev.taskstore.transfer.TestDatabase.Kind;
import dev.taskstore.transfer.exception.CopyRefusedException;
import dev.taskstore.transfer.exception.TransferException;
import dev.taskstore.transfer.report.CopyPhase;
import dev.taskstore.transfer.report.CopyProgress;
import dev.taskstore.transfer.report.CopyReport;
import dev.taskstore.transfer.report.TableCounts;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseCopyTest extends CopyFixture {

  @ParameterizedTest
  @EnumSource
  void allRowsAreEqualAfterTheCopy(Direction direction) {
    Database source = open(direction.source, CHANGELOG);
    Pupils.insert(source, 40);
    TestDatabase empty = create(direction.target);
    Database target = closing(empty.target(CHANGELOG));

    CopyReport report = DatabaseCopy.of(SCHEMA).from(source).to(target).chunkRows(7).run();

    assertThat(report.isVerified()).isTrue();
    assertThat(report.tables()).allMatch(TableCounts::isEqual).hasSize(10);
    assertThat(report.rows()).isEqualTo(2 + 1 + 1 + 40 * 6);
    assertThat(report.drift()).isEmpty();
    assertThat(DatabaseComparison.of(SCHEMA).run(source, target).isEqual()).isTrue();
    assertThat(target.checkIntegrity(SCHEMA, 10).violations()).isEmpty();
    // No mark, no ledger: an ordinary opening succeeds.
    Database opened = closing(empty.open(CHANGELOG));
    assertThat(opened.migrations().drift().otherTables()).isEmpty();
    assertThat(DatabaseComparison.of(SCHEMA).run(source, opened).isEqual()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("directions")
  void anEmptyDatabaseIsCopied(Direction direction) {
    Database source = open(direction.source, CHANGELOG);
    Database target = target(direction.target, CHANGELOG);

    CopyReport report = copy(SCHEMA, source, target);

    assertThat(report.rows()).isZero();
    assertThat(report.isVerified()).isTrue();
    assertThat(target.migrations().pending()).isEmpty();
  }

  @Test
  void foreignKeysAreEnforcedAfterTheCopy() {
    for (Kind kind : Kind.values()) {
      Database source = open(Kind.SQLITE, CHANGELOG);
      Pupils.insert(source, 3);
      Database target = target(kind, CHANGELOG);

      copy(SCHEMA, source, target);

      assertThatThrownBy(() -> target.dsl().execute("UPDATE courses SET department_code = 'NONE'"))
          .isInstanceOf(dev.taskstore.db.exception.ForeignKeyViolationException.class);
    }
  }

  @Test
  void theReportNamesBothDatabasesAndContainsNoValues() throws Exception {
    Database source = open(Kind.SQLITE, CHANGELOG);
    Pupils.insert(source, 3);
    Database target = target(Kind.POSTGRES, CHANGELOG);
    Path file = folder.resolve("report.json");
    Instant time = Instant.parse("2026-05-01T10:00:00Z");

    CopyReport report =
        DatabaseCopy.of(SCHEMA)
            .from(source)
            .to(target)
            .report(file)
            .clock(Clock.fixed(time, ZoneOffset.UTC))
            .run();

    assertThat(Files.readString(file))
        .isEqualTo(report.toJson())
        .contains("\"verified\" : true", "PostgreSQL 1", "SQLite 3.", "\"2026-05-01T10:00:00Z\"")
        .contains("\"tag\" :", "003-sightings", "\"longestStopMillis\" : null")
        .doesNotContain("Zoë", "emmy@example.com");
    assertThat(report.toText())
        .startsWith("Verified: 22 rows of 10 tables are equal in both databases.\n")
        .contains("sha256 ", "drift         none");
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void progressIsReportedInAllPhases() {
    Database source = open(Kind.SQLITE, CHANGELOG);
    Pupils.insert(source, 30);
    Database target = target(Kind.POSTGRES, CHANGELOG);
    List<CopyProgress> reported = new ArrayList<>();

    DatabaseCopy.of(SCHEMA).from(source).to(target).chunkRows(10).progress(reported::add).run();

    assertThat(reported)
        .extracting(CopyProgress::phase)
        .containsAll(EnumSet.complementOf(EnumSet.of(CopyPhase.CATCH_UP, CopyPhase.SEAL)));
    assertThat(reported)
        .filteredOn(p -> p.phase() == CopyPhase.COPY && "students".equals(p.table()))
        .hasSize(3)
        .allSatisfy(
            p -> {
              assertThat(p.totalRows()).isEqualTo(184);
              assertThat(p.rowsPerSecond()).isPositive();
              assertThat(p.remaining()).isNotNull();
            });
  }

  @Test
  void aTargetThatHoldsRowsIsRefusedAndUnchanged() {
    for (Kind kind : Kind.values()) {
      Database source = open(Kind.SQLITE, CHANGELOG);
      Pupils.insert(source, 3);
      Database target = open(kind, CHANGELOG);
      Pupils.insert(target, 1);

      for (boolean restart : new boolean[] {false, true}) {
        DatabaseCopy copy = DatabaseCopy.of(SCHEMA).from(source).to(target);
        assertThatThrownBy(() -> (restart ? copy.restart() : copy).run())
            .isInstanceOf(CopyRefusedException.class)
            .hasMessageContaining("students")
            .hasMessageContaining("Copy into an empty database");
      }
      assertThat(target.dsl().fetchCount(dev.taskstore.dialect.tck.school.schema.Tables.STUDENTS))
          .isEqualTo(1);
    }
  }

  @Test
  void aDatabaseIsNotCopiedIntoItself() {
    TestDatabase database = migrated(Kind.SQLITE, CHANGELOG);
    Database source = closing(database.open(CHANGELOG));
    Database same = closing(database.target(CHANGELOG));

    assertThatThrownBy(() -> copy(SCHEMA, source, source))
        .isInstanceOf(CopyRefusedException.class)
        .hasMessageContaining("the same database");
    assertThatThrownBy(() -> copy(SCHEMA, source, same))
        .isInstanceOf(CopyRefusedException.class)
        .hasMessageContaining("the same database");
    closing(database.open(CHANGELOG));
  }

  @Test
  void aSecondCopyIntoTheSameTargetIsRefused() {
    for (Kind kind : Kind.values()) {
      Database source = open(Kind.SQLITE, CHANGELOG);
      Pupils.insert(source, 3);
      TestDatabase empty = create(kind);
      Database target = closing(empty.target(CHANGELOG));
      Database again = closing(empty.target(CHANGELOG));
      List<Throwable> refusals = new ArrayList<>();

      DatabaseCopy.of(SCHEMA)
          .from(source)
          .to(target)
          .progress(
              p -> {
                if (p.phase() == CopyPhase.COPY && refusals.isEmpty()) {
                  try {
                    copy(SCHEMA, source, again);
                  } catch (RuntimeException e) {
                    refusals.add(e);
                  }
                }
              })
          .run();

      assertThat(refusals).hasSize(1);
      assertThat(refusals.get(0))
          .isInstanceOf(CopyRefusedException.class)
          .hasMessageContaining("Another process is copying");
    }
  }

  private static void endEarly(DatabaseCopy copy, CopyPhase phase) {
    assertThatThrownBy(
            () ->
                copy.progress(
                        p -> {
                          if (p.phase() == phase) {
                            throw new IllegalStateException("ended by the test");
                          }
                        })
                    .run())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anIncompleteTargetIsNotOpenedAndBelongsToItsSource() {
    for (Kind kind : Kind.values()) {
      Database source = open(Kind.SQLITE, CHANGELOG);
      Pupils.insert(source, 3);
      Database other = open(Kind.SQLITE, CHANGELOG);
      Pupils.insert(other, 5);
      TestDatabase empty = create(kind);
      Database target = closing(empty.target(CHANGELOG));
      endEarly(DatabaseCopy.of(SCHEMA).from(source).to(target), CopyPhase.BUILD);

      assertThatThrownBy(() -> empty.open(CHANGELOG))
          .isInstanceOf(IncompleteTransferException.class);
      assertThatThrownBy(() -> copy(SCHEMA, other, target))
          .isInstanceOf(CopyRefusedException.class)
          .hasMessageContaining("incomplete target of a copy from");
      assertThatThrownBy(() -> copy(SCHEMA, target, other))
          .isInstanceOf(CopyRefusedException.class);

      CopyReport report = DatabaseCopy.of(SCHEMA).from(other).to(target).restart().run();

      assertThat(report.isVerified()).isTrue();
      assertThat(DatabaseComparison.of(SCHEMA).run(other, target).isEqual()).isTrue();
      closing(empty.open(CHANGELOG));
    }
  }

  @Test
  void aRunOfAProcessThatHasEndedIsContinued() throws Exception {
    Database source = open(Kind.SQLITE, CHANGELOG);
    Pupils.insert(source, 3);
    TestDatabase empty = create(Kind.SQLITE);
    Database target = closing(empty.target(CHANGELOG));
    endEarly(DatabaseCopy.of(SCHEMA).from(source).to(target), CopyPhase.BUILD);
    String host = InetAddress.getLocalHost().getHostName();
    long self = ProcessHandle.current().pid();
    // A process that does not exist, and an earlier one with the number of this process.
    for (String process :
        new String[] {host + "/4000000/1/token", host + "/" + self + "/1/token"}) {
      empty.execute("UPDATE taskstore_transfer_run SET owner = '" + process + "'");
      endEarly(DatabaseCopy.of(SCHEMA).from(source).to(target), CopyPhase.VERIFY);
    }
    assertThat(copy(SCHEMA, source, target).isResumed()).isTrue();
  }

  @Test
  void aRunOnAnotherHostThatStillWritesIsNotDisturbed() throws Exception {
    Database source = open(Kind.SQLITE, CHANGELOG);
    TestDatabase empty = create(Kind.SQLITE);
    Database target = closing(empty.target(CHANGELOG));
    endEarly(DatabaseCopy.of(SCHEMA).from(source).to(target), CopyPhase.BUILD);
    empty.execute("UPDATE taskstore_transfer_run SET owner = 'elsewhere/1/1/token'");
    AtomicBoolean ended = new AtomicBoolean();
    Thread other =
        new Thread(
            () -> {
              while (!ended.get()) {
                try {
                  empty.execute("UPDATE taskstore_transfer_run SET beat = beat + 1");
                  Thread.sleep(50);
                } catch (SQLException | InterruptedException e) {
                  return;
                }
              }
            });
    other.start();
    try {
      assertThatThrownBy(() -> copy(SCHEMA, source, target))
          .isInstanceOf(CopyRefusedException.class)
          .hasMessageContaining("Another process is copying");
    } finally {
      ended.set(true);
      other.join();
    }
  }

  @Test
  void anInterruptedThreadEndsTheCopy() {
    Database source = open(Kind.SQLITE, CHANGELOG);
    Pupils.insert(source, 3);
    TestDatabase empty = create(Kind.POSTGRES);
    Database target = closing(empty.target(CHANGELOG));
    try {
      assertThatThrownBy(
              () ->
                  DatabaseCopy.of(SCHEMA)
                      .from(source)
                      .to(target)
                      .progress(
                          p -> {
                            if (p.phase() == CopyPhase.COPY) {
                              Thread.currentThread().interrupt();
                            }
                          })
                      .run())
          .isInstanceOf(TransferException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
    assertThatThrownBy(() -> empty.open(CHANGELOG)).isInstanceOf(IncompleteTransferException.class);
    assertThat(copy(SCHEMA, source, target).isVerified()).isTrue();
  }

  @Test
  void aReportThatCannotBeWrittenLeavesTheTargetIncomplete() throws Exception {
    Database source = open(Kind.SQLITE, CHANGELOG);
    Pupils.insert(source, 3);
    TestDatabase empty = create(Kind.SQLITE);
    Database target = closing(empty.target(CHANGELOG));
    Path reports = Files.createDirectory(folder.resolve("reports"));

    assertThatThrownBy(
            () ->
                DatabaseCopy.of(SCHEMA)
                    .from(source)
                    .to(target)
                    .report(reports.resolve("report.json"))
                    .progress(
                        p -> {
                          if (p.phase() == CopyPhase.VERIFY) {
                            reports.toFile().delete();
                          }
                        })
                    .run())
        .isInstanceOf(TransferException.class)
        .hasMessageContaining("report.json");
    assertThatThrownBy(() -> empty.open(CHANGELOG)).isInstanceOf(IncompleteTransferException.class);
    assertThat(copy(SCHEMA, source, target).isResumed()).isTrue();
  }
}
