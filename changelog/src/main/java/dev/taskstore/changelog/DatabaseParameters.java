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
 * PostgreSQL are standard types. A property that has a value for H2, and none for the database and
 * for PostgreSQL, has the value for H2, for the same reason.
 *
 * <p>Not thread-safe.
 */
public final class DatabaseParameters extends ChangeLogParameters {

  private static final String SQLITE = "sqlite";
  private static final String POSTGRES = "postgresql";
  private static final String H2 = "h2";

  /**
   * The name of a value of Liquibase's scope, which a parameter of the changelog with the same name
   * replaces: whether plain SQL has the effect of the SQL standard on databases with another SQL,
   * or runs as it is written.
   */
  public static final String SQL = "taskstore.sql";

  /** The value of {@link #SQL} for the effect of the SQL standard. */
  public static final String STANDARD_SQL = "standard";

  private final boolean isSqlite;

  /**
   * Creates the parameters.
   *
   * @param database the database, or an offline one of the same kind
   */
  public DatabaseParameters(Database database) {
    super(database);
    this.isSqlite = SQLITE.equals(database.getShortName());
  }

  @Override
  public @Nullable Object getValue(String key, DatabaseChangeLog changelog) {
    Object value = super.getValue(key, changelog);
    if (value == null && isSqlite) {
      value = valueFor(POSTGRES, key, changelog);
    }
    if (value == null) {
      value = valueFor(H2, key, changelog);
    }
    return value;
  }

  @Override
  public boolean hasValue(String key, DatabaseChangeLog changelog) {
    return getValue(key, changelog) != null;
  }

  private @Nullable Object valueFor(String otherDatabase, String key, DatabaseChangeLog changelog) {
    String database = getDatabase();
    setDatabase(otherDatabase);
    try {
      return super.getValue(key, changelog);
    } finally {
      setDatabase(database);
    }
  }
}
