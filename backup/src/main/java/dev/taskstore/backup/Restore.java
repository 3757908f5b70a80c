package dev.taskstore.backup;

import dev.taskstore.db.Database;
import dev.taskstore.db.migration.IncompleteTransfer;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.db.spi.AuditTriggers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Loads an archive of {@link Backup} into an empty database of any dialect:
 *
 * <pre>{@code
 * try (Database database =
 *     Database.builder().url(url).changelog(file).migrationMode(MigrationMode.NONE).open()) {
 *   Restore.into(database).from(Path.of("tasks.zip"));
 * }
 * }</pre>
 *
 * <p>The archive is verified completely before the database is changed. The changelog is then
 * applied up to the changesets of the archive, the rows are loaded and compared with the archive in
 * one transaction, and the remaining changesets are applied.
 *
 * <p>Until the rows are complete, the database is marked: only {@link
 * dev.taskstore.db.migration.MigrationMode#NONE} opens it. If a restore fails or its process is
 * killed, start it again; it removes what the first one left.
 *
 * <p>Not thread-safe. Nothing else may use the database meanwhile.
 */
public final class Restore {

  private final Database database;
  private @Nullable Passphrase passphrase;
  private Clock clock = Clock.systemUTC();
  private Progress progress = Progress.NONE;

  private Restore(Database database) {
    this.database = database;
  }

  /**
   * Creates a restore with the default options.
   *
   * @param database the empty database, which must have been opened with its changelog and with
   *     {@link dev.taskstore.db.migration.MigrationMode#NONE}
   * @return the restore
   */
  public static Restore into(Database database) {
    return new Restore(Objects.requireNonNull(database, "database"));
  }

  /**
   * Sets the passphrase of an encrypted archive. It is not used if the archive is not encrypted.
   *
   * @param passphrase the passphrase
   * @return this
   */
  public Restore passphrase(Passphrase passphrase) {
    this.passphrase = Objects.requireNonNull(passphrase, "passphrase");
    return this;
  }

  /**
   * Sets the clock that supplies the time of the mark. By default, the system clock.
   *
   * @param clock the clock
   * @return this
   */
  public Restore clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets a callback for the progress. Each row counts three times: when it is verified in the
   * archive, loaded, and verified in the database.
   *
   * @param progress the callback, which must be fast
   * @return this
   */
  public Restore progress(Progress progress) {
    this.progress = Objects.requireNonNull(progress, "progress");
    return this;
  }

  /**
   * Restores an archive.
   *
   * @param archive the archive
   * @return its manifest
   * @throws ArchiveFileException if the file cannot be read
   * @throws ArchivePassphraseException if the archive is encrypted and the passphrase is missing or
   *     wrong
   * @throws ArchiveDamagedException if the file is not an archive or was changed
   * @throws ArchiveMismatchException if the archive is newer than the changelog, or if their
   *     changesets differ
   * @throws TargetNotEmptyException if the database contains rows, or tables that the archive does
   *     not contain, or if its audit trail is enabled
   * @throws BackupFailedException if the rows differ after they were loaded
   * @throws dev.taskstore.db.exception.InvalidArgumentException if the database was opened without
   *     a changelog
   * @throws dev.taskstore.db.exception.DatabaseException if the database fails
   */
  public ArchiveManifest from(Path archive) {
    Path file = archive.toAbsolutePath();
    Migrations migrations = database.migrations();
    try (ArchiveReader reader = ArchiveReader.open(file, passphrase)) {
      ArchiveManifest manifest = reader.verifyDigest();
      RowCounter counter = new RowCounter(progress, 3 * manifest.rows());
      reader.verifyTables(counter);
      ChangeSetPlan plan = ChangeSetPlan.of(manifest, migrations, database.dialectName());
      IncompleteTransfer mark =
          new IncompleteTransfer(IncompleteTransfer.Kind.RESTORE, file.toString(), clock.instant());
      DatabaseWork.run(
          database,
          DatabaseWork.WRITE,
          (connection, dsl) -> {
            requireNoAuditTrail(connection);
            requireEmpty(connection, dsl, manifest, plan);
            mark.begin(connection);
            return true;
          });
      plan.apply();
      new ArchiveLoad(database, reader, manifest, counter).run();
      migrations.update();
      return manifest;
    }
  }

  /** Its triggers would record the restored rows as changes, in addition to restored entries. */
  private void requireNoAuditTrail(Connection connection) throws SQLException {
    AuditTriggers triggers = database.dialect().auditTriggers().orElse(null);
    if (triggers != null && triggers.isEnabled(connection)) {
      throw notEmpty("its audit trail is enabled");
    }
  }

  /** A database that an earlier restore left may contain anything. */
  private static void requireEmpty(
      Connection connection, DSLContext dsl, ArchiveManifest manifest, ChangeSetPlan plan)
      throws SQLException {
    Optional<IncompleteTransfer> mark = IncompleteTransfer.find(connection);
    if (mark.isPresent()) {
      if (mark.get().kind() != IncompleteTransfer.Kind.RESTORE) {
        throw notEmpty("it is the incomplete target of a copy of " + mark.get().source());
      }
      return;
    }
    Set<String> live = LiveTables.names(connection);
    Set<String> others = new TreeSet<>(live);
    manifest.tables().forEach(table -> others.remove(table.name()));
    if (!others.isEmpty()) {
      throw notEmpty("it contains other tables: " + String.join(", ", others));
    } else if (plan.startsFromNothing() && !live.isEmpty()) {
      throw notEmpty(
          "it contains tables that no changeset has created: " + String.join(", ", live));
    }
    for (String table : live) {
      if (LiveTables.hasRows(connection, dsl, table)) {
        throw notEmpty("the table " + table + " contains rows");
      }
    }
  }

  private static TargetNotEmptyException notEmpty(String reason) {
    return new TargetNotEmptyException(
        "The database to restore is not empty: "
            + reason
            + ". Restore into a new database. Nothing was changed.",
        null);
  }
}
