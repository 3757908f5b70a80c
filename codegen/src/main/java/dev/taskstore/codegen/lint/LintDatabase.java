package dev.taskstore.codegen.lint;

import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.OfflineConnection;
import liquibase.exception.DatabaseException;
import liquibase.resource.ResourceAccessor;

/** A kind of database for which a changelog is linted. */
public enum LintDatabase {
  /** SQLite. */
  SQLITE("SQLite", "offline:sqlite"),
  /** PostgreSQL. */
  POSTGRESQL("PostgreSQL", "offline:postgresql?version=15");

  private final String label;
  private final String url;

  LintDatabase(String label, String url) {
    this.label = label;
    this.url = url;
  }

  /**
   * Returns the name of the database for messages.
   *
   * @return the name, such as {@code SQLite}
   */
  public String label() {
    return label;
  }

  /** Liquibase's representation of the database, without a connection. */
  Database open(ResourceAccessor files) throws DatabaseException {
    return DatabaseFactory.getInstance()
        .findCorrectDatabaseImplementation(new OfflineConnection(url, files));
  }
}
