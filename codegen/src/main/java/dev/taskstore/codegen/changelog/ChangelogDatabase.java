package dev.taskstore.codegen.changelog;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;

/**
 * An in-memory H2 database on which the changelog has been run. It lives until it is closed; for
 * one thread.
 */
public final class ChangelogDatabase implements AutoCloseable {

  /** The schema that unqualified tables go to. */
  public static final String SCHEMA = "public";

  // Lower-case names as PostgreSQL has them; jOOQ quotes what it generates, so the case must be
  // right.
  // Words that only H2 reserves are common names of columns.
  private static final String OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
          + ";NON_KEYWORDS=DAY,HOUR,KEY,MINUTE,MONTH,SECOND,VALUE,YEAR";

  // Without any context Liquibase runs every changeset, sample data included; so there is always
  // one.
  private static final String NO_CONTEXT = "taskstore-code-generation";

  private final Connection connection;

  private ChangelogDatabase(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens a new database and runs the changelog.
   *
   * @param configuration names the changelog and the directories that it lies in
   * @return the database, to be closed by the caller
   * @throws GenerationException when the changelog is not found or fails
   */
  public static ChangelogDatabase migrate(GeneratorConfiguration configuration) {
    ChangelogFiles files = new ChangelogFiles(configuration.changelog(), configuration.resources());
    ChangelogDatabase database = new ChangelogDatabase(open());
    try {
      return files.read(
          resources -> {
            database.update(configuration);
            return database;
          });
    } catch (GenerationException e) {
      database.close();
      throw e;
    } catch (Exception e) {
      database.close();
      throw new GenerationException(
          "The changelog "
              + configuration.changelog()
              + " does not run on H2, which the generator reads the schema from: "
              + ChangelogFiles.rootMessage(e)
              + " Limit what H2 cannot do with dbms=\"!h2\".",
          e);
    }
  }

  /**
   * The connection to the database.
   *
   * @return the connection, which this object closes
   */
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new GenerationException("The in-memory database could not be closed.", e);
    }
  }

  private void update(GeneratorConfiguration configuration) throws Exception {
    // Not closed: it would close the connection, and with it the database.
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    String contexts =
        configuration.contexts().isEmpty()
            ? NO_CONTEXT
            : String.join(",", configuration.contexts());
    new CommandScope(UpdateCommandStep.COMMAND_NAME)
        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, configuration.changelog())
        .addArgumentValue(UpdateCommandStep.CONTEXTS_ARG, contexts)
        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
        .execute();
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static Connection open() {
    try {
      // The driver is named, as it is not always found by the class loader of a build plugin.
      Class.forName("org.h2.Driver");
      return DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID() + OPTIONS);
    } catch (ClassNotFoundException | SQLException e) {
      throw new GenerationException("The in-memory database could not be opened.", e);
    }
  }
}
