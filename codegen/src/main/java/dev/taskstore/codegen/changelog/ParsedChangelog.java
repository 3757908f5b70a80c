package dev.taskstore.codegen.changelog;

import dev.taskstore.changelog.DatabaseParameters;
import java.util.Map;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.OfflineConnection;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;

/**
 * A changelog as Liquibase's parsers read it for one kind of database. No database is needed.
 *
 * @param database the kind of database
 * @param log the changesets of all contexts
 */
record ParsedChangelog(Database database, DatabaseChangeLog log) {

  /** Writes no history of changesets and registers none in this virtual machine. */
  private static final class UnrecordedConnection extends OfflineConnection {

    UnrecordedConnection(String url, ResourceAccessor files) {
      super(url, files);
    }

    @Override
    public void attached(Database database) {
      // Liquibase registers a history for all offline databases here.
    }
  }

  /**
   * Parses a changelog.
   *
   * @param changelog the path of the changelog
   * @param files the files
   * @param shortName Liquibase's short name of the kind of database
   * @param parameters values of parameters, which take precedence over those of the changelog
   * @throws LiquibaseException if a file cannot be read
   */
  static ParsedChangelog parse(
      String changelog, ResourceAccessor files, String shortName, Map<String, String> parameters)
      throws LiquibaseException {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(
                new UnrecordedConnection("offline:" + shortName, files));
    ChangeLogParameters values = new DatabaseParameters(database);
    parameters.forEach(values::set);
    return new ParsedChangelog(
        database,
        ChangeLogParserFactory.getInstance()
            .getParser(changelog, files)
            .parse(changelog, values, files));
  }
}
