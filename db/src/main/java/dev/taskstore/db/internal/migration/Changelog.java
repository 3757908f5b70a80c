package dev.taskstore.db.internal.migration;

import dev.taskstore.changelog.ChangelogCheck;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.IncompleteTransferException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.internal.DatabaseSettings;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.migration.IncompleteTransfer;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changelog of an open database. Liquibase is loaded on first use; opening a database whose
 * recorded state is up to date does not load it. Thread-safe.
 */
public final class Changelog {

  /** The tables that record the applied changesets; databases with roles store lower case. */
  public static final List<String> TABLES_OF_HISTORY =
      List.of("databasechangelog", SchemaFingerprint.TABLE);

  /** Liquibase's table of its lock. */
  public static final String TABLE_OF_LOCK = "databasechangeloglock";

  private final OpenDatabase database;
  private final String file;
  private final DatabaseSettings settings;
  private final ClassLoader loader;
  private final SchemaFingerprint state;
  private @Nullable LiquibaseMigrations migrations;

  private Changelog(
      OpenDatabase database, String file, DatabaseSettings settings, ClassLoader loader) {
    this.database = database;
    this.file = file;
    this.settings = settings;
    this.loader = loader;
    this.state = new SchemaFingerprint(database, file, settings, loader);
  }

  /** Returns the changelog of the settings, or null if they have none. */
  public static @Nullable Changelog of(DatabaseSettings settings, OpenDatabase database) {
    return settings.changelog == null
        ? null
        : new Changelog(
            database, ChangelogCheck.normalize(settings.changelog), settings, loader(settings));
  }

  private static ClassLoader loader(DatabaseSettings settings) {
    ClassLoader given = settings.classLoader;
    return given != null ? given : loader(String.valueOf(settings.changelog));
  }

  /** The thread's class loader, unless only that of this library finds the changelog. */
  private static ClassLoader loader(String file) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader own = Changelog.class.getClassLoader();
    boolean onlyOwn =
        context == null || (context.getResource(file) == null && own.getResource(file) != null);
    return onlyOwn ? own : context;
  }

  /**
   * Migrates or validates the schema according to the mode, and returns the number of applied
   * changesets.
   */
  public int open(MigrationMode mode) {
    if (mode == MigrationMode.NONE || state.isCurrent()) {
      return 0;
    }
    requireComplete();
    if (mode == MigrationMode.UPDATE) {
      return update();
    }
    liquibase().requireUpToDate();
    return 0;
  }

  /** A copy removes the recorded state of the schema, so that opening always comes here. */
  private void requireComplete() {
    Optional<IncompleteTransfer> incomplete;
    try (Connection connection = database.connections().writer()) {
      incomplete = IncompleteTransfer.find(connection);
    } catch (SQLException e) {
      throw database.failures().translate(e);
    }
    incomplete.ifPresent(
        transfer -> {
          throw new IncompleteTransferException(message(transfer), FailureContext.NONE, null);
        });
  }

  private static String message(IncompleteTransfer transfer) {
    String kind = transfer.kind().name().toLowerCase(Locale.ROOT);
    return "The database is the incomplete target of a "
        + kind
        + " of "
        + transfer.source()
        + ", which started at "
        + transfer.startedAt()
        + ". Run the "
        + kind
        + " again to complete it. Until then, only MigrationMode.NONE opens the database.";
  }

  /** A role that may only read and write rows, or a read-only database, needs no update. */
  private int update() {
    try {
      return liquibase().update();
    } catch (DatabaseOpenException refused) {
      try {
        liquibase().requireNothingPending();
      } catch (SchemaOutOfDateException | DatabaseOpenException pending) {
        throw refused;
      }
      return 0;
    }
  }

  /** Returns the migrations of the changelog. */
  public Migrations migrations() {
    return liquibase();
  }

  private synchronized LiquibaseMigrations liquibase() {
    if (migrations == null) {
      migrations = new LiquibaseMigrations(database, file, settings, loader, state);
    }
    return migrations;
  }
}
