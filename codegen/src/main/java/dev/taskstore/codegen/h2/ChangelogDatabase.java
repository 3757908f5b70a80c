package dev.taskstore.codegen.h2;

import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.GeneratorConfiguration;
import dev.taskstore.codegen.catalog.Catalog;
import dev.taskstore.codegen.changelog.ChangelogFiles;
import dev.taskstore.codegen.changelog.ChangelogReview;
import dev.taskstore.codegen.changelog.DataMark;
import dev.taskstore.codegen.changelog.MigrationFailure;
import dev.taskstore.codegen.problem.ProblemCollector;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
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
 * An in-memory H2 database on which a changelog has run. It exists until it is closed. For one
 * thread.
 */
public final class ChangelogDatabase implements AutoCloseable {

  /** The schema of tables without a qualified name. */
  public static final String SCHEMA = "public";

  // Names are in lower case, as on PostgreSQL: jOOQ quotes the names that it generates.
  // Words that only H2 reserves are common names of columns.
  private static final String OPTIONS =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
          + ";NON_KEYWORDS=DAY,HOUR,KEY,MINUTE,MONTH,SECOND,VALUE,YEAR";

  // H2 reports the old names of key columns in key_column_usage after RENAME COLUMN.
  private static final String STALE_KEY_COLUMNS =
      """
      SELECT COUNT(*)
      FROM information_schema.key_column_usage k
      WHERE k.table_schema = ? AND NOT EXISTS (
        SELECT 1 FROM information_schema.constraint_column_usage c
        WHERE c.constraint_schema = k.constraint_schema
          AND c.constraint_name = k.constraint_name
          AND c.table_name = k.table_name
          AND c.column_name = k.column_name)
      """;

  private final String changelog;
  private Connection connection;
  private final ChangeSetOrigins origins;

  private ChangelogDatabase(String changelog, Connection connection) {
    this.changelog = changelog;
    this.connection = connection;
    this.origins = new ChangeSetOrigins(connection);
  }

  /**
   * Opens a new database and runs the changelog.
   *
   * @param configuration the changelog, its directories and its contexts
   * @return the database; the caller closes it
   * @throws GenerationException if the changelog is not found or fails
   */
  public static ChangelogDatabase migrate(GeneratorConfiguration configuration) {
    ChangelogFiles files =
        new ChangelogFiles(
            configuration.changelog(), configuration.resources(), configuration.classPath());
    ChangelogDatabase database = new ChangelogDatabase(configuration.changelog(), open());
    try {
      return files.read(
          resources -> {
            database.update(configuration, files.changelog());
            database.reloadIfStale();
            return database;
          });
    } catch (GenerationException e) {
      database.close();
      throw e;
    } catch (Exception e) {
      database.close();
      throw new GenerationException(
          "The changelog " + configuration.changelog(),
          MigrationFailure.problems(configuration.changelog(), "H2", e));
    }
  }

  /**
   * Returns the connection to the database.
   *
   * @return the connection; closing this object closes it
   */
  public Connection connection() {
    return connection;
  }

  /**
   * Reads the schema.
   *
   * @return the tables with the changesets that created them
   * @throws GenerationException if a mark of personal data is malformed, contradicts another one,
   *     or names a column that does not exist
   */
  public Catalog catalog() {
    ProblemCollector problems = new ProblemCollector(false);
    Catalog catalog = catalog(problems);
    GenerationException.throwIfAny(changelog, problems);
    return catalog;
  }

  /**
   * Reads the schema.
   *
   * @param problems collects malformed, contradictory and useless marks of personal data
   * @return the tables with the changesets that created them
   */
  public Catalog catalog(ProblemCollector problems) {
    List<DataMark> marks = origins.marks();
    Catalog catalog = new H2CatalogReader(connection, origins, marks).read();
    DataMarkCheck.check(marks, catalog, problems);
    return catalog;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new GenerationException("The in-memory database cannot be closed.", e);
    }
  }

  private void update(GeneratorConfiguration configuration, String changelog) throws Exception {
    // Closing it would close the connection and delete the database.
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    String contexts =
        configuration.contexts().isEmpty()
            ? ChangelogReview.NO_CONTEXT
            : String.join(",", configuration.contexts());
    new CommandScope(UpdateCommandStep.COMMAND_NAME)
        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog)
        .addArgumentValue(UpdateCommandStep.CONTEXTS_ARG, contexts)
        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
        .addArgumentValue(ChangeExecListenerCommandStep.CHANGE_EXEC_LISTENER_ARG, origins)
        .execute();
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Replaces the database by a copy when it reports old names of renamed key columns. */
  private void reloadIfStale() throws SQLException {
    if (!hasStaleKeyColumns()) {
      return;
    }
    Connection copy = open();
    try (Statement script = connection.createStatement();
        Statement load = copy.createStatement();
        ResultSet statements = script.executeQuery("SCRIPT")) {
      while (statements.next()) {
        load.execute(statements.getString(1));
      }
    } catch (SQLException e) {
      copy.close();
      throw e;
    }
    connection.close();
    connection = copy;
  }

  private boolean hasStaleKeyColumns() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(STALE_KEY_COLUMNS)) {
      query.setString(1, SCHEMA);
      try (ResultSet count = query.executeQuery()) {
        return count.next() && count.getLong(1) > 0;
      }
    }
  }

  private static Connection open() {
    try {
      // The class loader of a build plugin does not always find the driver.
      Class.forName("org.h2.Driver");
      return DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID() + OPTIONS);
    } catch (ClassNotFoundException | SQLException e) {
      throw new GenerationException("The in-memory database cannot be opened.", e);
    }
  }
}
