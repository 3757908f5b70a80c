package dev.taskstore.codegen.database;

import dev.taskstore.changelog.DatabaseParameters;
import dev.taskstore.codegen.GenerationException;
import dev.taskstore.codegen.SchemaDatabase;
import dev.taskstore.codegen.changelog.ChangeSetKey;
import dev.taskstore.codegen.changelog.ChangelogFiles;
import dev.taskstore.codegen.changelog.ChangelogReview;
import dev.taskstore.codegen.changelog.DataMark;
import dev.taskstore.codegen.changelog.MigrationFailure;
import dev.taskstore.codegen.changelog.ReadFiles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.ChangeExecListenerCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;

/** A database on which a changelog has run. It exists until it is closed. For one thread. */
public final class MigratedDatabase implements AutoCloseable {

  private final ScratchDatabase scratch;
  private final ChangeSetListener listener = new ChangeSetListener();

  private MigratedDatabase(ScratchDatabase scratch) {
    this.scratch = scratch;
  }

  /**
   * Runs a changelog.
   *
   * @param database the kind of database
   * @param scratch an empty database; closed if the changelog fails
   * @param files the changelog
   * @param contexts the contexts; if empty, only changesets without a context run
   * @param readFiles receives the files of the changelog
   * @return the database; the caller closes it
   * @throws GenerationException if the changelog is not found or fails
   */
  public static MigratedDatabase migrate(
      SchemaDatabase database,
      ScratchDatabase scratch,
      ChangelogFiles files,
      List<String> contexts,
      ReadFiles readFiles) {
    MigratedDatabase migrated = new MigratedDatabase(scratch);
    try {
      return files.read(
          resources -> {
            migrated.update(files.changelog(), contexts);
            return migrated;
          },
          readFiles);
    } catch (GenerationException e) {
      scratch.close();
      throw e;
    } catch (Exception e) {
      scratch.close();
      throw new GenerationException(
          "The changelog " + files.changelog(),
          MigrationFailure.problems(files.changelog(), database, e));
    }
  }

  private void update(String changelog, List<String> contexts) throws Exception {
    // Closing it would close the connection.
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(scratch.connection()));
    new CommandScope(UpdateCommandStep.COMMAND_NAME)
        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog)
        .addArgumentValue(
            DatabaseChangelogCommandStep.CHANGELOG_PARAMETERS, new DatabaseParameters(database))
        .addArgumentValue(
            UpdateCommandStep.CONTEXTS_ARG,
            contexts.isEmpty() ? ChangelogReview.NO_CONTEXT : String.join(",", contexts))
        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
        .addArgumentValue(ChangeExecListenerCommandStep.CHANGE_EXEC_LISTENER_ARG, listener)
        .execute();
    finish();
  }

  private void finish() throws SQLException {
    if (!scratch.connection().getAutoCommit()) {
      scratch.connection().commit();
      scratch.connection().setAutoCommit(true);
    }
  }

  /**
   * Returns the connection to the database.
   *
   * @return the connection, in auto-commit mode; closing this object closes it
   */
  public Connection connection() {
    return scratch.connection();
  }

  /**
   * Returns the changesets that have run.
   *
   * @return their identities
   */
  public Set<ChangeSetKey> changeSets() {
    return listener.changeSets();
  }

  /**
   * Returns the marks of personal data, also of changesets that have not run.
   *
   * @return the marks in the order of the changelog
   */
  public List<DataMark> marks() {
    return listener.marks();
  }

  @Override
  public void close() {
    scratch.close();
  }
}
