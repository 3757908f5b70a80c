package dev.taskstore;

import dev.taskstore.db.Database;
import dev.taskstore.db.DatabaseOptions;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DialectNotFoundException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.migration.Migrations;

/**
 * Users, tasks and tags in a database of any dialect.
 *
 * <p>Thread-safe; open one for each database and close it at the end of the program.
 */
public final class TaskStore extends TaskSession implements AutoCloseable {

  /** The changelog that makes the schema: a resource of this library. */
  public static final String CHANGELOG = "dev/taskstore/core/change-log/master.xml";

  private final Database database;

  private TaskStore(Database database) {
    super(database);
    this.database = database;
  }

  /**
   * Opens a store and applies what its database lacks of the schema.
   *
   * @param url a JDBC URL that a dialect on the class path accepts
   * @return the open store
   * @throws DialectNotFoundException when no dialect, or more than one, accepts the URL
   * @throws DatabaseOpenException when the database cannot be opened
   * @throws ConnectionLostException when the database cannot be reached
   * @throws MigrationException when the schema cannot be made
   */
  public static TaskStore open(String url) {
    return builder().url(url).open();
  }

  /**
   * Opens a store with more to say about it.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The database under this store: its dialect, its capabilities and its migrations.
   *
   * @return the database; closed with this store
   */
  public Database database() {
    return database;
  }

  /**
   * The changelog of the database.
   *
   * @return its migrations, the same as {@code database().migrations()}
   */
  public Migrations migrations() {
    return database.migrations();
  }

  /** Closes the pools that the library has opened; a data source of the application stays open. */
  @Override
  public void close() {
    database.close();
  }

  /** Says how a store is opened. Not thread-safe. */
  public static final class Builder extends DatabaseOptions<Builder> {

    private Builder() {
      useChangelog(CHANGELOG, TaskStore.class.getClassLoader());
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Opens the store.
     *
     * @return the open store
     * @throws InvalidArgumentException when there is neither a URL nor a data source, or both
     * @throws DialectNotFoundException when no dialect, or more than one, speaks to the database
     * @throws DatabaseOpenException when the database cannot be opened
     * @throws ConnectionLostException when the database cannot be reached
     * @throws MigrationException when the schema cannot be made
     * @throws SchemaOutOfDateException when changesets are pending and may not be applied
     */
    public TaskStore open() {
      return new TaskStore(openDatabase());
    }
  }
}
