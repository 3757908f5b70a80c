package dev.taskstore.db;

import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DialectNotFoundException;
import dev.taskstore.db.exception.FailureContext;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.internal.DatabaseOpener;
import dev.taskstore.db.internal.DatabaseSettings;
import dev.taskstore.db.internal.OpenDatabase;
import dev.taskstore.db.internal.migration.Changelog;
import dev.taskstore.db.migration.MigrationMode;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.db.spi.Capability;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open database with any schema. Generated repositories work on it:
 *
 * <pre>{@code
 * try (Database database = Database.open("jdbc:...", "db/change-log/master.xml")) {
 *   BookRepository books = new BookRepository(database);
 *   ...
 * }
 * }</pre>
 *
 * <p>Thread-safe; open one for each database and close it at the end of the program.
 */
public final class Database extends Session implements AutoCloseable {

  private final OpenDatabase database;
  private final @Nullable Changelog changelog;
  private volatile boolean closed;

  private Database(OpenDatabase database, @Nullable Changelog changelog) {
    this.database = database;
    this.changelog = changelog;
  }

  /**
   * Opens a database and applies what it lacks of a changelog.
   *
   * @param url a JDBC URL that a dialect on the class path accepts
   * @param changelog the changelog's master file, a resource of the class path
   * @return the open database
   * @throws DialectNotFoundException when no dialect, or more than one, accepts the URL
   * @throws DatabaseOpenException when the database cannot be opened
   * @throws ConnectionLostException when the database cannot be reached
   * @throws MigrationException when the changelog cannot be applied
   */
  public static Database open(String url, String changelog) {
    return builder().url(url).changelog(changelog).open();
  }

  /**
   * Opens a database with more to say about it.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  static Database open(DatabaseSettings settings) {
    OpenDatabase database = DatabaseOpener.open(settings);
    try {
      Changelog changelog = Changelog.of(settings, database);
      if (changelog != null) {
        changelog.open(settings.migrationMode);
      }
      return new Database(database, changelog);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  @Override
  OpenDatabase database() {
    if (closed) {
      throw new IllegalStateException("This database has been closed.");
    }
    return database;
  }

  /**
   * The name of the dialect that is in use.
   *
   * @return the dialect's name
   */
  public String dialectName() {
    return database().dialect().name();
  }

  /**
   * What the dialect can do beyond the common contract.
   *
   * @return its capabilities
   */
  public Set<Capability> capabilities() {
    return database().dialect().capabilities();
  }

  /**
   * The changelog of the database.
   *
   * @return its migrations
   * @throws InvalidArgumentException when the database was opened without a changelog
   */
  public Migrations migrations() {
    database();
    if (changelog == null) {
      throw new InvalidArgumentException(
          "This database was opened without a changelog; give one with changelog(...).",
          FailureContext.NONE);
    }
    return changelog.migrations();
  }

  /** Closes the pools that the library has opened; a data source of the application stays open. */
  @Override
  public void close() {
    closed = true;
    database.close();
  }

  /** Says how a database is opened. Not thread-safe. */
  public static final class Builder extends DatabaseOptions<Builder> {

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * The changelog. Without one the schema is neither looked at nor changed.
     *
     * @param resource the master file, a resource that the thread's context class loader finds
     * @return this
     */
    public Builder changelog(String resource) {
      useChangelog(resource, null);
      return this;
    }

    /**
     * The changelog, found by a class loader of the caller's choice.
     *
     * @param resource the master file, a resource
     * @param loader finds the changelog's files
     * @return this
     */
    public Builder changelog(String resource, ClassLoader loader) {
      useChangelog(resource, Objects.requireNonNull(loader, "loader"));
      return this;
    }

    /**
     * Opens the database.
     *
     * @return the open database
     * @throws InvalidArgumentException when there is neither a URL nor a data source, or both
     * @throws DialectNotFoundException when no dialect, or more than one, speaks to the database
     * @throws DatabaseOpenException when the database cannot be opened
     * @throws ConnectionLostException when the database cannot be reached
     * @throws MigrationException when the changelog cannot be applied
     * @throws SchemaOutOfDateException with {@link MigrationMode#VALIDATE}, when changesets are
     *     pending
     */
    public Database open() {
      return openDatabase();
    }
  }
}
