package dev.taskstore.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.taskstore.db.Database;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.faults.CopiedDatabase.Kind;
import dev.taskstore.transfer.DatabaseCopy;
import dev.taskstore.transfer.report.CopyReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a live copy loses no write of a process that writes 200 times a second. */
class LivePromotionTest {

  private static final int WRITES_PER_SECOND = 200;

  /** The time limit of a single write, on a loaded machine. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  @Tag("long")
  void aDatabaseMovesFromSqliteToPostgresWhileAnotherProcessWrites() throws Exception {
    test(Kind.SQLITE, Kind.POSTGRES);
  }

  @Test
  @Tag("long")
  void aDatabaseMovesFromPostgresToSqliteWhileAnotherProcessWrites() throws Exception {
    test(Kind.POSTGRES, Kind.SQLITE);
  }

  private void test(Kind from, Kind to) throws Exception {
    long seed = FaultSettings.seed();
    AcknowledgedWrites writes = new AcknowledgedWrites(folder.resolve("writes"));
    try (CopiedDatabase source = CopiedDatabase.filled(from, folder, FaultSettings.rows(), seed);
        CopiedDatabase target = CopiedDatabase.create(to, folder);
        ChildProcess writer =
            LiveWriterProcess.start(source, writes, "writer", seed, WRITES_PER_SECOND, folder)) {
      writer.await(LiveWriterProcess.WRITING::equals);
      long begin = System.nanoTime();
      long before = writes.lines().size();
      CopyReport report;
      try (Database open = source.open(MigrationMode.NONE);
          Database empty = target.open(MigrationMode.NONE)) {
        report = DatabaseCopy.of(CopiedSchema.INSTANCE).from(open).to(empty).live().run();
      }
      Duration duration = Duration.ofNanos(System.nanoTime() - begin);
      LiveWriterProcess.awaitSeal(writer);
      assertThat(writer.kill()).as(writer::output).isTrue();

      assertThat(report.isVerified()).isTrue();
      assertThat(report.changes()).isPositive();
      assertThat(writes.missing(target)).as("writes that are lost").isEmpty();
      assertThat(source.compare(target).toText()).startsWith("Equal");
      target.checkAfterCompletion("seed " + seed);
      Duration wait = LiveWriterProcess.longestWait(writer);
      System.out.printf(
          "LivePromotionTest, %s to %s, seed %d: %d rows in %d ms, %d writes meanwhile, %d changes"
              + " applied; longest wait of a write %d ms; sealed for %d ms until the target was"
              + " verified%n",
          from,
          to,
          seed,
          report.rows(),
          duration.toMillis(),
          writes.lines().size() - before,
          report.changes(),
          wait.toMillis(),
          Objects.requireNonNull(report.longestStop()).toMillis());
      assertThat(wait).isLessThan(LONGEST_WAIT);
    }
  }
}
