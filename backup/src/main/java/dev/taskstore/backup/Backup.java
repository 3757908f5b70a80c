package dev.taskstore.backup;

import dev.taskstore.db.Database;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.transfer.rows.TableShape;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jooq.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a database to an archive, which is the same for every dialect and which {@link
 * Restore} loads into an empty database of any dialect:
 *
 * <pre>{@code
 * Backup.of(store.database(), DefaultSchema.DEFAULT_SCHEMA).writeTo(Path.of("tasks.zip"));
 * }</pre>
 *
 * <p>The archive contains one consistent snapshot. Other connections read and write meanwhile. The
 * memory in use does not depend on the number of rows. The archive is written under a temporary
 * name, forced to the disk and renamed: under its name, it is complete.
 *
 * <p>Not thread-safe. An object can write several archives.
 */
public final class Backup {

  private static final int DEFAULT_WORKERS = 2;

  private final Database database;
  private final List<TableShape> shapes;
  private Clock clock = Clock.systemUTC();
  private int workers = DEFAULT_WORKERS;
  private boolean replaces;
  private @Nullable Passphrase passphrase;
  private int iterations = Encryption.ITERATIONS;
  private Progress progress = Progress.NONE;

  private Backup(Database database, List<TableShape> shapes) {
    this.database = database;
    this.shapes = shapes;
  }

  /**
   * Creates a backup with the default options.
   *
   * @param database the database, which must have been opened with its changelog
   * @param schema the generated schema of the changelog, such as {@code
   *     DefaultSchema.DEFAULT_SCHEMA}
   * @return the backup
   * @throws IllegalArgumentException if repositories do not support the type of a column
   */
  public static Backup of(Database database, Schema schema) {
    Objects.requireNonNull(database, "database");
    return new Backup(database, TableShape.of(schema));
  }

  static Backup of(Database database, List<TableShape> shapes) {
    return new Backup(database, List.copyOf(shapes));
  }

  /**
   * Sets the clock that supplies the time of the archive. By default, the system clock.
   *
   * @param clock the clock
   * @return this
   */
  public Backup clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets how many tables are read at the same time, where the database shares a snapshot between
   * connections: on PostgreSQL. Each one uses a connection of the pool. By default, 2.
   *
   * @param count the number of connections, at least 1
   * @return this
   * @throws InvalidArgumentException if the number is less than 1
   */
  public Backup workers(int count) {
    if (count < 1) {
      throw new InvalidArgumentException(
          "workers must be at least 1, not " + count + ".", FailureContext.NONE);
    }
    workers = count;
    return this;
  }

  /**
   * Encrypts the archive. By default, it is not encrypted.
   *
   * @param passphrase the passphrase, without which the archive cannot be read
   * @return this
   */
  public Backup passphrase(Passphrase passphrase) {
    this.passphrase = Objects.requireNonNull(passphrase, "passphrase");
    return this;
  }

  /** Sets the iterations of the derivation of the key, which are deliberately slow. */
  Backup iterations(int count) {
    iterations = count;
    return this;
  }

  /**
   * Replaces an existing file when the new archive is complete. By default, an existing file is an
   * error.
   *
   * @return this
   */
  public Backup replaceExisting() {
    replaces = true;
    return this;
  }

  /**
   * Sets a callback for the progress.
   *
   * @param progress the callback, which must be fast; it is called by several threads, one at a
   *     time
   * @return this
   */
  public Backup progress(Progress progress) {
    this.progress = Objects.requireNonNull(progress, "progress");
    return this;
  }

  /**
   * Writes the archive.
   *
   * @param archive the file to create
   * @return the manifest of the archive
   * @throws ArchiveFileException if the file exists, cannot be written, or is being written by
   *     another backup, or if the disk is full
   * @throws BackupFailedException if the database was migrated meanwhile, or if a table has other
   *     columns than the program's schema
   * @throws InvalidArgumentException if the database was opened without a changelog
   * @throws dev.taskstore.db.exception.SchemaOutOfDateException if changesets are pending
   * @throws dev.taskstore.db.exception.NewerSchemaException if a newer program migrated the
   *     database: this one does not know all columns
   * @throws dev.taskstore.db.exception.InvalidRowException if a row contains a value that its
   *     column does not allow
   * @throws dev.taskstore.db.exception.DatabaseException if the database fails; or if policies of
   *     row-level security hide rows from the role
   */
  public ArchiveManifest writeTo(Path archive) {
    Path file = archive.toAbsolutePath();
    database.migrations().validate();
    SchemaState state = SchemaState.of(database.migrations());
    Instant createdAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    try (ArchiveWriter writer = ArchiveWriter.create(file, replaces, encryption())) {
      RowCounter counter = new RowCounter(progress, -1);
      SnapshotExport.Result exported =
          new SnapshotExport(database, shapes, writer, counter).run(workers);
      if (!SchemaState.of(database.migrations()).equals(state)) {
        throw new BackupFailedException(
            "The database was migrated during the backup. Start the backup again.", null);
      }
      ArchiveManifest manifest = manifest(state, createdAt, exported);
      writer.publish(manifest, exported.tables().stream().map(TableExport.Result::spool).toList());
      return manifest;
    }
  }

  /**
   * Writes an archive with a name that contains its time, such as {@code
   * taskstore-20260131T120000Z.zip}.
   *
   * @param folder an existing folder
   * @param prefix the first part of the name, such as {@code taskstore}
   * @return the archive
   * @throws InvalidArgumentException if the prefix is not a part of a file name
   * @see #writeTo(Path) the exceptions
   */
  public Path writeToFolder(Path folder, String prefix) {
    ArchiveName name =
        ArchiveName.of(
            prefix,
            clock.instant(),
            passphrase == null ? ArchiveName.Kind.PLAIN : ArchiveName.Kind.ENCRYPTED);
    Path archive = folder.resolve(name.toString());
    writeTo(archive);
    return archive;
  }

  private @Nullable Encryption encryption() {
    return passphrase == null ? null : Encryption.create(passphrase, iterations);
  }

  private ArchiveManifest manifest(
      SchemaState state, Instant createdAt, SnapshotExport.Result exported) {
    return new ArchiveManifest(
        ArchiveFormat.VERSION,
        createdAt,
        libraryVersion(),
        database.dialectName(),
        exported.databaseVersion(),
        database.migrations().changelog(),
        state.digest(),
        state.tag(),
        state.changeSets(),
        exported.tables().stream().map(TableExport.Result::table).toList(),
        exported.omittedTables());
  }

  private static String libraryVersion() {
    String version = Backup.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
