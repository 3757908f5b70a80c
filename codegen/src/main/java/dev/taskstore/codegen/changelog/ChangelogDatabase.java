package dev.taskstore.codegen.changelog;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.ChangeExecListenerCommandStep;
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

  private static final Pattern CHANGESET =
      Pattern.compile("changeset (?<file>\\S+?)::(?<id>.+?)::\\S+?:?\\s", Pattern.CASE_INSENSITIVE);

  private final Connection connection;
  private final ChangeSetOrigins origins;

  private ChangelogDatabase(Connection connection) {
    this.connection = connection;
    this.origins = new ChangeSetOrigins(connection);
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
              + " does not run on H2, which the generator reads the schema from"
              + atChangeSet(e)
              + ": "
              + ChangelogFiles.rootMessage(e)
              + wayOut(e),
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

  /**
   * Where a table comes from.
   *
   * @param table the name of the table
   * @return the changeset that created it, unless there is no such table
   */
  public Optional<ChangeSetOrigin> origin(String table) {
    return origins.of(table);
  }

  /**
   * Where a column comes from.
   *
   * @param table the name of the table
   * @param column the name of the column
   * @return the changeset that created it, unless there is no such column
   */
  public Optional<ChangeSetOrigin> origin(String table, String column) {
    return origins.of(table, column);
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
        .addArgumentValue(ChangeExecListenerCommandStep.CHANGE_EXEC_LISTENER_ARG, origins)
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

  /** Liquibase names the changeset only in a message, before what the database says. */
  private static String atChangeSet(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Matcher matcher = CHANGESET.matcher(String.valueOf(cause.getMessage()));
      if (matcher.find()) {
        return ", at " + new ChangeSetOrigin(matcher.group("file"), matcher.group("id")).describe();
      }
    }
    return "";
  }

  private static String wayOut(Throwable failure) {
    return ChangelogFiles.rootMessage(failure).contains("${")
        ? " Give the parameter a value with <property>, or include"
            + " dev/taskstore/change-log/types.xml for the names of storage types."
        : " Limit what H2 cannot do with dbms=\"!h2\".";
  }
}
