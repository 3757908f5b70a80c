package dev.taskstore;

import static dev.taskstore.schema.Tables.TAGS;
import static dev.taskstore.schema.Tables.TASKS;
import static dev.taskstore.schema.Tables.TASK_SHARES;
import static dev.taskstore.schema.Tables.TASK_TAGS;
import static dev.taskstore.schema.Tables.USERS;

import dev.taskstore.db.Database;
import dev.taskstore.db.DatabaseOptions;
import dev.taskstore.db.audit.AuditedTables;
import dev.taskstore.db.exception.ConnectionLostException;
import dev.taskstore.db.exception.DatabaseOpenException;
import dev.taskstore.db.exception.DialectNotFoundException;
import dev.taskstore.db.exception.InvalidArgumentException;
import dev.taskstore.db.exception.MigrationException;
import dev.taskstore.db.exception.NewerSchemaException;
import dev.taskstore.db.exception.SchemaOutOfDateException;
import dev.taskstore.db.integrity.IntegrityReport;
import dev.taskstore.db.migration.Migrations;
import dev.taskstore.db.scope.RowOwnership;
import dev.taskstore.db.scope.SharedAccess;
import dev.taskstore.schema.DefaultSchema;
import dev.taskstore.schema.Keys;
import dev.taskstore.schema.PersonalData;
import java.util.Objects;
import java.util.UUID;

/**
 * A database of users, tasks and tags, on any dialect.
 *
 * <p>Thread-safe. Open one instance for each database, and close it when the program ends.
 *
 * <p>Not final, so that a framework can put a proxy in front of a store, and a test a substitute.
 * {@link #open} and {@link #builder} are the only ways to get one.
 */
public non-sealed class TaskStore extends TaskSession implements AutoCloseable {

  /** The changelog of the schema, a resource of this library. */
  public static final String CHANGELOG = "dev/taskstore/core/change-log/master.xml";

  /**
   * To whom the rows belong: users to themselves, tasks to their users, the assignments of tags to
   * the users of the tasks. Tags belong to everybody. A task is shared with its assignee and its
   * collaborators, who read and update it and its tags.
   */
  public static final RowOwnership<UUID> OWNERSHIP = ownership().build();

  /**
   * The tables whose changes an audit trail records: all. Values of personal columns are not kept;
   * declare tables of your own to keep them. The audit trail is off until it is enabled with {@link
   * Database#auditTrail}.
   */
  public static final AuditedTables AUDITED =
      AuditedTables.of(PersonalData.MAP)
          .table(USERS)
          .table(TASKS)
          .table(TASK_TAGS)
          .table(TASK_SHARES)
          .table(TAGS)
          .build();

  private final Database database;

  TaskStore(Database database) {
    super(database);
    this.database = database;
  }

  /**
   * Opens a store and applies the pending changesets of its schema.
   *
   * @param url a JDBC URL that a dialect on the class path accepts
   * @return the open store
   * @throws DialectNotFoundException if no dialect, or more than one, accepts the URL
   * @throws DatabaseOpenException if the database cannot be opened
   * @throws ConnectionLostException if the database cannot be reached
   * @throws MigrationException if the schema cannot be migrated
   */
  public static TaskStore open(String url) {
    return builder().url(url).open();
  }

  /**
   * Returns a builder.
   *
   * @return a new builder with the default settings
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the declarations of {@link #OWNERSHIP}, to which an application adds its own tables:
   * {@code TaskStore.ownership().inherited(Keys.FK_COMMENTS_TASK_ID).build()}. Keep the result in a
   * constant, and open scopes with {@code database().scopedTo(...)}.
   *
   * @return a new builder
   */
  public static RowOwnership.Builder<UUID> ownership() {
    return RowOwnership.of(UUID.class)
        .owner(USERS.ID)
        .owner(TASKS.USER_ID)
        .sharedWith(TASKS.ASSIGNEE_ID, SharedAccess.UPDATE)
        .sharedThrough(
            Keys.FK_TASK_SHARES_TASK_ID, TASK_SHARES.COLLABORATOR_ID, SharedAccess.UPDATE)
        .inherited(Keys.FK_TASK_TAGS_TASK_ID)
        .common(TAGS);
  }

  /**
   * Returns the database of this store, for its dialect, capabilities and migrations.
   *
   * @return the database, which is closed with this store
   */
  public Database database() {
    return database;
  }

  /**
   * Returns a session that reads and writes only the rows of a user: the user, the user's tasks and
   * their tags. Tags belong to everybody. The session also reads and updates the tasks that others
   * assign to the user or share with the user.
   *
   * @param userId the identifier of the user, who may not exist
   * @return the scope, which the caller closes
   * @throws IllegalStateException if this store has been closed
   */
  public TaskScope scopedTo(UUID userId) {
    return new TaskScope(database.scopedTo(OWNERSHIP, userId));
  }

  /**
   * Returns a session that reads and writes the rows of all users, for administrators. It has all
   * rows also under row-level security. Nothing checks who opens it: authorize the caller first.
   *
   * @return the scope, which the caller closes
   * @throws IllegalStateException if this store has been closed
   * @see Database#scopedToAll
   */
  public TaskScope scopedToAll() {
    return new TaskScope(database.scopedToAll(OWNERSHIP));
  }

  /**
   * Returns the migrations of the schema.
   *
   * @return the migrations, the same as {@code database().migrations()}
   * @throws IllegalStateException if this store has been closed
   */
  public Migrations migrations() {
    return database.migrations();
  }

  /**
   * Checks all rows: types and ranges of values, encoding of text, NOT NULL, checks and foreign
   * keys. Rows that other programs wrote may break these rules.
   *
   * @param limit the maximum number of violations to return, at least 1
   * @return the violations, possibly none
   * @throws InvalidArgumentException if the limit is less than 1
   * @throws IllegalStateException if this store has been closed
   * @see Database#checkIntegrity
   */
  public IntegrityReport checkIntegrity(int limit) {
    return database.checkIntegrity(DefaultSchema.DEFAULT_SCHEMA, limit);
  }

  /**
   * Closes the connection pools that the library opened. A data source of the application stays
   * open.
   */
  @Override
  public void close() {
    database.close();
  }

  /** Configures and opens a store. Not thread-safe. */
  public static final class Builder extends DatabaseOptions<Builder> {

    private Builder() {
      useChangelog(CHANGELOG, TaskStore.class.getClassLoader());
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets a changelog of the application, which includes {@link #CHANGELOG} and adds tables that
     * may refer to those of this library. By default, {@link #CHANGELOG}.
     *
     * @param resource the changelog's master file, a resource that the thread's context class
     *     loader finds
     * @return this
     */
    public Builder changelog(String resource) {
      useChangelog(resource, null);
      return this;
    }

    /**
     * Sets a changelog of the application like {@link #changelog(String)}, and the class loader
     * that finds it.
     *
     * @param resource the changelog's master file
     * @param loader the class loader that finds the changelog's files, also those of this library
     * @return this
     */
    public Builder changelog(String resource, ClassLoader loader) {
      useChangelog(resource, Objects.requireNonNull(loader, "loader"));
      return this;
    }

    /**
     * Opens the store.
     *
     * @return the open store
     * @throws InvalidArgumentException if both or neither of a URL and a data source are set, or if
     *     {@link #joinApplicationTransactions} is set without a data source
     * @throws DialectNotFoundException if no dialect, or more than one, accepts the URL or the data
     *     source
     * @throws DatabaseOpenException if the database cannot be opened
     * @throws ConnectionLostException if the database cannot be reached
     * @throws MigrationException if the schema cannot be migrated
     * @throws SchemaOutOfDateException if changesets are pending and the migration mode is {@link
     *     dev.taskstore.db.migration.MigrationMode#VALIDATE}
     * @throws NewerSchemaException if a newer version of the program migrated the database, and the
     *     mode is {@link dev.taskstore.db.migration.MigrationMode#VALIDATE} or {@link
     *     #unknownChangeSets} refuses it
     */
    public TaskStore open() {
      return new TaskStore(openDatabase());
    }
  }
}
