package dev.taskstore.transfer;

import static dev.taskstore.transfer.Pupils.CHANGELOG;
import static dev.taskstore.transfer.Pupils.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.IncompleteTransferException;
import dev.taskstore.db.migration.IncompleteTransfer;
import dev.taskstore.transfer.TestDatabase.Kind;
import dev.taskstore.transfer.exception.CopyVerificationException;
import dev.taskstore.transfer.report.CopyPhase;
import dev.taskstore.transfer.report.CopyReport;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies that end early, at any step, and continue. */
class ResumedCopyTest extends CopyFixture {

  private static final int STUDENTS = 12;

  /** With 1, every statement fails once; this takes minutes. */
  private static final int SQLITE_STRIDE = Integer.getInteger("taskstore.transfer.stride", 40);

  private static final int POSTGRES_STRIDE = Integer.getInteger("taskstore.transfer.stride", 320);

  private static final int STEP_STRIDE = Integer.getInteger("taskstore.transfer.stride", 4);

  /** Changes rows that were copied, rows that were not, and keys in the middle of the order. */
  private static void change(TestDatabase source, int round) throws SQLException {
    source.execute(
        "UPDATE students SET nickname = 'round " + round + "' WHERE number = " + round % STUDENTS,
        "DELETE FROM students WHERE number = " + (round + 5) % STUDENTS,
        "UPDATE teachers SET badge = badge + 1",
        "INSERT INTO departments (code, name, parent_code) VALUES ('D"
            + round
            + "', 'Department "
            + round
            + "', 'SCI')",
        "DELETE FROM sightings WHERE place = 'hall " + round % 2 + "'");
  }

  /** Opened without a changelog: migrations have tests of their own, and take most of the time. */
  private Database plain(TestDatabase database) {
    Database.Builder builder = Database.builder();
    if (database.kind == Kind.SQLITE) {
      return builder.url(database.url()).open();
    }
    return builder.dataSource(new FailingDataSource(database, Integer.MAX_VALUE, false)).open();
  }

  /**
   * Loses the target at one statement after another, with a stride. The source changes before the
   * copy continues.
   */
  @ParameterizedTest
  @EnumSource(names = {"SQLITE_TO_SQLITE", "SQLITE_TO_POSTGRES"})
  void aCopyThatLosesItsTargetAtAnyStatementContinues(Direction direction) throws Exception {
    long seed = System.nanoTime();
    int stride = direction.target == Kind.SQLITE ? SQLITE_STRIDE : POSTGRES_STRIDE;
    int first = new Random(seed).nextInt(stride);
    TestDatabase original = migrated(Kind.SQLITE, CHANGELOG);
    Database migrated = original.open(CHANGELOG);
    Pupils.insert(migrated, STUDENTS);
    migrated.close();
    TestDatabase template = migrated(direction.target, CHANGELOG);
    boolean failed = true;
    int steps = first;
    for (; failed; steps += stride) {
      try (TestDatabase source = copyOf(original);
          TestDatabase empty = copyOf(template);
          Database from = plain(source)) {
        FailingDataSource connections =
            new FailingDataSource(empty, steps, steps / stride % 2 == 0);
        failed = runUntilItFails(from, connections);
        if (failed && isComplete(empty)) {
          // Only the result of the last commit was lost.
          try (Database target = plain(empty)) {
            assertThat(DatabaseComparison.of(SCHEMA).run(from, target).isEqual())
                .as("seed %s, %s statements", seed, steps)
                .isTrue();
          }
          continue;
        }
        change(source, steps);
        try (Database target = plain(empty)) {
          CopyReport report = failed ? copy(SCHEMA, from, target) : null;
          assertThat(report == null || report.isVerified()).isTrue();
          assertThat(DatabaseComparison.of(SCHEMA).run(from, target).isEqual() || !failed)
              .as("seed %s, %s statements", seed, steps)
              .isTrue();
          assertThat(target.checkIntegrity(SCHEMA, 1).violations()).isEmpty();
        }
        if (steps % (10 * stride) == first) {
          Database opened = empty.open(CHANGELOG);
          assertThat(opened.migrations().drift().differences())
              .as("seed %s, %s statements", seed, steps)
              .isEmpty();
          opened.close();
        }
      }
    }
    assertThat(steps).isGreaterThan(80);
  }

  /** Returns whether a database has rows and is not marked as incomplete. */
  private static boolean isComplete(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      if (IncompleteTransfer.find(connection).isPresent()) {
        return false;
      }
      try (ResultSet row = statement.executeQuery("SELECT count(*) FROM students")) {
        return row.next() && row.getLong(1) > 0;
      }
    }
  }

  private boolean runUntilItFails(Database source, FailingDataSource connections) {
    try (Database target = Database.builder().dataSource(connections).open()) {
      DatabaseCopy.of(SCHEMA).from(source).to(target).chunkRows(5).run();
    } catch (RuntimeException e) {
      assertThat(connections.hasFailed()).as("%s", e).isTrue();
    }
    return connections.hasFailed();
  }

  private TestDatabase copyOf(TestDatabase database) throws Exception {
    return database.copy(folder);
  }

  /** Ends the copy in the callback of one step after another, with a stride, in one target. */
  @ParameterizedTest
  @MethodSource("directions")
  void aCopyThatEndsAtAnyStepContinues(Direction direction) throws Exception {
    long seed = System.nanoTime();
    TestDatabase from = migrated(direction.source, CHANGELOG);
    Database source = closing(from.open(CHANGELOG));
    Pupils.insert(source, STUDENTS);
    TestDatabase empty = create(direction.target);
    Database target = closing(empty.target(CHANGELOG));
    boolean ended = true;
    int runs = 0;
    int end = new Random(seed).nextInt(STEP_STRIDE);
    for (; ended; runs++, end += STEP_STRIDE) {
      int[] steps = {end};
      try {
        CopyReport report =
            DatabaseCopy.of(SCHEMA)
                .from(source)
                .to(target)
                .chunkRows(5)
                .progress(
                    p -> {
                      if (steps[0]-- == 0) {
                        throw new IllegalStateException("ended by the test");
                      }
                    })
                .run();
        assertThat(report.isVerified()).as("seed %s", seed).isTrue();
        assertThat(report.isResumed()).as("seed %s", seed).isTrue();
        ended = false;
      } catch (IllegalStateException e) {
        assertThat(e).hasMessage("ended by the test");
        if (runs % 4 == 3 && end < 4 * STUDENTS) {
          change(from, end);
        }
      }
    }
    assertThat(end).as("seed %s", seed).isGreaterThan(10);
    assertThat(DatabaseComparison.of(SCHEMA).run(source, target).isEqual())
        .as("seed %s", seed)
        .isTrue();
    Database opened = closing(empty.open(CHANGELOG));
    assertThat(opened.migrations().drift().isEmpty()).isTrue();
  }

  @Test
  void aCopyContinuesBehindTheRowsThatAreEqual() {
    Database source = open(Kind.SQLITE, CHANGELOG);
    Pupils.insert(source, 30);
    Database target = target(Kind.POSTGRES, CHANGELOG);
    List<Long> loaded = new ArrayList<>();
    try {
      DatabaseCopy.of(SCHEMA)
          .from(source)
          .to(target)
          .chunkRows(10)
          .progress(
              p -> {
                if ("students".equals(p.table()) && p.rows() >= 23) {
                  throw new IllegalStateException();
                }
              })
          .run();
    } catch (IllegalStateException e) {
      loaded.add((long) target.dsl().fetchCount(SCHEMA.getTable("students")));
    }

    CopyReport report = copy(SCHEMA, source, target);

    assertThat(loaded).containsExactly(20L);
    assertThat(report.isResumed()).isTrue();
    assertThat(report.isVerified()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aTargetThatDiffersIsReportedAndRepaired(Kind kind) throws Exception {
    Database source = open(Kind.SQLITE, CHANGELOG);
    Pupils.insert(source, 10);
    TestDatabase empty = create(kind);
    Database target = closing(empty.target(CHANGELOG));
    CopyVerificationException failure = null;
    AtomicBoolean damaged = new AtomicBoolean();
    try {
      DatabaseCopy.of(SCHEMA)
          .from(source)
          .to(target)
          .progress(
              p -> {
                if (p.phase() == CopyPhase.BUILD && !damaged.getAndSet(true)) {
                  damage(empty);
                }
              })
          .run();
    } catch (CopyVerificationException e) {
      failure = e;
    }

    assertThat(failure).isNotNull();
    assertThat(failure.tables()).containsExactlyInAnyOrder("students", "exams", "sightings");
    assertThat(failure)
        .hasMessageContaining("exams (10 and 9 rows)")
        .hasMessageContaining("run the copy again to repair it");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> empty.open(CHANGELOG))
        .isInstanceOf(IncompleteTransferException.class);
    assertThat(copy(SCHEMA, source, target).isVerified()).isTrue();
    assertThat(DatabaseComparison.of(SCHEMA).run(source, target).isEqual()).isTrue();
    assertThat(closing(empty.open(CHANGELOG)).migrations().drift().isEmpty()).isTrue();
  }

  private static void damage(TestDatabase target) {
    try {
      target.execute(
          "UPDATE students SET name = 'changed' WHERE number = 3",
          "DELETE FROM exams WHERE student_id = (SELECT id FROM students WHERE number = 4)",
          "INSERT INTO sightings SELECT * FROM sightings");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
