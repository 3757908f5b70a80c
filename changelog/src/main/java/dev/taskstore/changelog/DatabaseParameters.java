package dev.taskstore.changelog;

import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a changelog for one kind of database.
 *
 * <p>On SQLite, a property that has a value for PostgreSQL and none for SQLite has the value for
 * PostgreSQL: changelogs that name a type for each database seldom name SQLite, and the types of
 * PostgreSQL are standard types.
 *
 * <p>Not thread-safe.
 */
public final class DatabaseParameters extends ChangeLogParameters {

  private static final String SQLITE = "sqlite";
  private static final String POSTGRES = "postgresql";

  private final boolean hasFallback;

  /**
   * Creates the parameters.
   *
   * @param database the database, or an offline one of the same kind
   */
  public DatabaseParameters(Database database) {
    super(database);
    this.hasFallback = SQLITE.equals(database.getShortName());
  }

  @Override
  public @Nullable Object getValue(String key, DatabaseChangeLog changelog) {
    Object value = super.getValue(key, changelog);
    return value == null && hasFallback ? fallback(key, changelog) : value;
  }

  @Override
  public boolean hasValue(String key, DatabaseChangeLog changelog) {
    return getValue(key, changelog) != null;
  }

  private @Nullable Object fallback(String key, DatabaseChangeLog changelog) {
    String database = getDatabase();
    setDatabase(POSTGRES);
    try {
      return super.getValue(key, changelog);
    } finally {
      setDatabase(database);
    }
  }
}
