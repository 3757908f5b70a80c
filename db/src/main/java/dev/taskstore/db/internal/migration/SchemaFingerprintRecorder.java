package dev.taskstore.db.internal.migration;

import java.sql.SQLException;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;

/**
 * Notes that a database is up to date, where the changelog's files alone decide that it is: not
 * with a folder that more files may come to, nor with a changeset that always runs.
 */
record SchemaFingerprintRecorder(SchemaFingerprint state) {

  /** Called when nothing is pending. */
  void record(Liquibase liquibase) throws LiquibaseException, SQLException {
    if (liquibase.getResourceAccessor() instanceof ChangelogResources resources
        && liquibase.getDatabase().getConnection() instanceof JdbcConnection connection
        && !resources.isSearched()
        && liquibase.getDatabaseChangeLog().getChangeSets().stream()
            .noneMatch(ChangeSet::isAlwaysRun)) {
      state.remember(connection.getUnderlyingConnection(), resources.files());
    }
  }
}
