package dev.taskstore.dialect.tck.tasks;

import dev.taskstore.db.Database;
import dev.taskstore.db.DatabaseOptions;
import dev.taskstore.db.migration.Migrations;

/**
 * A database with the schema of users, tasks and tags. Its changelog is a copy of the one in
 * taskstore-core that the build makes; its repositories are generated from it here, so that the
 * contracts need nothing but the runtime.
 */
public final class TaskDatabase extends TaskSession implements AutoCloseable {

  /** The changelog of the schema: a resource of the test kit. */
  public static final String CHANGELOG = "dev/taskstore/dialect/tck/tasks/change-log/master.xml";

  private final Database database;

  private TaskDatabase(Database database) {
    super(database);
    this.database = database;
  }

  /**
   * Opens a database and applies the pending changesets.
   *
   * @param url a JDBC URL that a dialect on the class path accepts
   * @return the open database
   */
  public static TaskDatabase open(String url) {
    return builder().url(url).open();
  }

  /**
   * Returns a builder.
   *
   * @return the builder, with the changelog set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the open database.
   *
   * @return the database; closed with this object
   */
  public Database database() {
    return database;
  }

  /**
   * Returns the migrations of the database.
   *
   * @return the migrations
   */
  public Migrations migrations() {
    return database.migrations();
  }

  @Override
  public void close() {
    database.close();
  }

  /** Sets how a database is opened. Not thread-safe. */
  public static final class Builder extends DatabaseOptions<Builder> {

    private Builder() {
      useChangelog(CHANGELOG, TaskDatabase.class.getClassLoader());
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Opens the database.
     *
     * @return the open database
     */
    public TaskDatabase open() {
      return new TaskDatabase(openDatabase());
    }
  }
}
