package dev.taskstore.transfer;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseSealedException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.InvalidRowException;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.transfer.engine.CopyEngine;
import dev.taskstore.transfer.engine.CopyOptions;
import dev.taskstore.transfer.engine.LiveCapture;
import dev.taskstore.transfer.exception.CopyRefusedException;
import dev.taskstore.transfer.exception.CopyVerificationException;
import dev.taskstore.transfer.exception.TransferException;
import dev.taskstore.transfer.report.CopyProgress;
import dev.taskstore.transfer.report.CopyReport;
import dev.taskstore.transfer.rows.TableShape;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Copies all rows of a database into an empty one, of the same or another kind:
 *
 * <pre>{@code
 * try (Database source = Database.open("jdbc:sqlite:tasks.db", changelog);
 *     Database target =
 *         Database.builder().url(url).changelog(changelog).migrationMode(MigrationMode.NONE).open()) {
 *   CopyReport report = DatabaseCopy.of(DEFAULT_SCHEMA).from(source).to(target).run();
 * }
 * }</pre>
 *
 * <p>The copy migrates its target, keeps keys, versions and times, and verifies all rows by number
 * and SHA-256. It reads one snapshot of the source, while other programs read and write. Writes
 * after the beginning of the snapshot are not copied, unless the copy is {@linkplain #live() live}.
 *
 * <p>Until the copy is verified, the target is marked: opening it with {@link MigrationMode#UPDATE}
 * or {@link MigrationMode#VALIDATE} fails. Open the target with {@link MigrationMode#NONE} instead.
 * A copy that ended early, for any reason, continues when it runs again.
 *
 * <p>The memory in use does not depend on the number of rows. A row may have 64 MB.
 *
 * <p>Not thread-safe. {@link #run()} uses the calling thread and one more.
 */
public final class DatabaseCopy {

  /** Large enough that the transactions take little time, small enough to continue soon. */
  private static final int DEFAULT_CHUNK_ROWS = 50_000;

  private static final Duration DEFAULT_STOP_LIMIT = Duration.ofSeconds(2);

  private final Schema schema;
  private @Nullable Database source;
  private @Nullable Database target;
  private Consumer<? super CopyProgress> progress = unused -> {};
  private @Nullable Path report;
  private int chunkRows = DEFAULT_CHUNK_ROWS;
  private @Nullable Duration stopLimit;
  private boolean acceptsDrift;
  private boolean restarts;
  private Clock clock = Clock.systemUTC();

  private DatabaseCopy(Schema schema) {
    this.schema = schema;
  }

  /**
   * Returns a copy of all tables of a schema.
   *
   * @param schema the generated schema, such as {@code DefaultSchema.DEFAULT_SCHEMA}
   * @return a new copy with the default settings
   */
  public static DatabaseCopy of(Schema schema) {
    return new DatabaseCopy(Objects.requireNonNull(schema, "schema"));
  }

  /**
   * Sets the source.
   *
   * @param database the database to read. A live copy writes its own tables and triggers to it
   * @return this
   */
  public DatabaseCopy from(Database database) {
    source = Objects.requireNonNull(database, "database");
    return this;
  }

  /**
   * Sets the target.
   *
   * @param database the database to write, opened with {@link MigrationMode#NONE}: without tables,
   *     or with the empty tables of the schema, or the target of an earlier run of this copy
   * @return this
   */
  public DatabaseCopy to(Database database) {
    target = Objects.requireNonNull(database, "database");
    return this;
  }

  /**
   * Sets a callback for the progress.
   *
   * @param consumer called by the thread of {@link #run()}, at least after each chunk. If it
   *     throws, the copy ends with that exception
   * @return this
   */
  public DatabaseCopy progress(Consumer<? super CopyProgress> consumer) {
    progress = Objects.requireNonNull(consumer, "consumer");
    return this;
  }

  /**
   * Sets the file for the report, in JSON. It is written under a temporary name, forced to the disk
   * and renamed before the target is complete; an existing file is replaced.
   *
   * @param file the file
   * @return this
   */
  public DatabaseCopy report(Path file) {
    report = Objects.requireNonNull(file, "file");
    return this;
  }

  /**
   * Sets the number of rows that one transaction of the target loads.
   *
   * @param rows the number, at least 1; 50,000 by default
   * @return this
   * @throws InvalidArgumentException if the number is less than 1
   */
  public DatabaseCopy chunkRows(int rows) {
    if (rows < 1) {
      throw new InvalidArgumentException(
          "chunkRows must be at least 1, not " + rows + ".", FailureContext.NONE);
    }
    chunkRows = rows;
    return this;
  }

  /**
   * Copies while other programs write to the source: triggers record the keys of changed rows, and
   * the copy applies these changes. At the end the source is sealed: every later write throws {@link
   * DatabaseSealedException}, and the target has all writes before. If the copy fails, the source
   * accepts writes again. All tables must have primary keys.
   *
   * @return this
   */
  public DatabaseCopy live() {
    if (stopLimit == null) {
      stopLimit = DEFAULT_STOP_LIMIT;
    }
    return this;
  }

  /**
   * Sets how long applying the last changes of a live copy may take, approximately; the source is
   * sealed meanwhile. Rounds are repeated until the remaining changes are so few, at most 30 times.
   * The verification of all rows adds to the stop. Implies {@link #live()}.
   *
   * @param limit the duration, positive; 2 seconds by default
   * @return this
   * @throws InvalidArgumentException if the duration is not positive
   */
  public DatabaseCopy stopLimit(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new InvalidArgumentException("stopLimit must be positive.", FailureContext.NONE);
    }
    stopLimit = limit;
    return this;
  }

  /**
   * Leaves tables and columns of the source behind that are not in the changelog. By default the
   * copy is refused if there are any.
   *
   * @return this
   */
  public DatabaseCopy acceptDrift() {
    acceptsDrift = true;
    return this;
  }

  /**
   * Deletes the rows that earlier runs copied, from this source or another, and begins again. Rows
   * of a target that is not marked as incomplete are never deleted.
   *
   * @return this
   */
  public DatabaseCopy restart() {
    restarts = true;
    return this;
  }

  /**
   * Sets the clock for the times in the report.
   *
   * @param reportClock the clock; the system's by default
   * @return this
   */
  public DatabaseCopy clock(Clock reportClock) {
    clock = Objects.requireNonNull(reportClock, "reportClock");
    return this;
  }

  /**
   * Copies and verifies all rows. An earlier run that ended early is continued: rows that changed,
   * appeared or vanished in the source meanwhile are found by their digests and keys.
   *
   * @return the report, which is verified
   * @throws CopyRefusedException if the copy must not begin: {@link CopyPreflight} lists all
   *     reasons; or if another run copies into the target
   * @throws CopyVerificationException if the rows or the schema of the target differ after the copy
   * @throws InvalidRowException if the source contains a row, written after the preflight, that the
   *     target cannot have
   * @throws TransferException if the thread was interrupted, or the report cannot be written
   * @throws ConnectionLostException if one of the databases was lost
   * @throws dev.taskstore.db.exception.DatabaseException if a database reports another failure
   * @throws InvalidArgumentException if the source or the target is not set, or repositories do not
   *     support the type of a column
   */
  public CopyReport run() {
    return new CopyEngine(
            new CopyOptions(
                schema,
                required(source, "from"),
                required(target, "to"),
                progress,
                report,
                chunkRows,
                stopLimit,
                acceptsDrift,
                restarts,
                clock))
        .run();
  }

  static Database required(@Nullable Database database, String method) {
    if (database == null) {
      throw new InvalidArgumentException(
          "The copy has no database: call " + method + "(...).", FailureContext.NONE);
    }
    return database;
  }

  /**
   * Allows writes to a database that a live copy has sealed, to go back to it. Writes that the new
   * database has received since are not copied back.
   *
   * @param schema the generated schema
   * @param source the sealed database
   * @throws CopyRefusedException if the dialect does not record changes
   * @throws dev.taskstore.db.exception.DatabaseException if the database reports a failure
   */
  public static void unseal(Schema schema, Database source) {
    new LiveCapture(source, TableShape.of(schema)).unseal();
  }

  /**
   * Ends a live copy that will not be continued: allows writes to its source, and removes triggers
   * and outbox tables. The target remains marked as incomplete.
   *
   * @param schema the generated schema
   * @param source the source of the live copy
   * @throws CopyRefusedException if the dialect does not record changes
   * @throws dev.taskstore.db.exception.DatabaseException if the database reports a failure
   */
  public static void abort(Schema schema, Database source) {
    LiveCapture capture = new LiveCapture(source, TableShape.of(schema));
    capture.unseal();
    capture.remove();
  }
}
