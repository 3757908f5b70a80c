package dev.taskstore.db.internal.migration;

import java.sql.SQLException;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;

/**
 * Records that a schema is up to date, if the changelog's files alone determine this: not if the
 * changelog includes a directory, to which files can be added, or a changeset that always runs.
 */
record SchemaFingerprintRecorder(SchemaFingerprint state) {

  /** Called when no changesets are pending. */
  void record(Liquibase liquibase) throws LiquibaseException, SQLException {
    if (liquibase.getResourceAccessor() instanceof ChangelogResources resources
        && liquibase.getDatabase().getConnection() instanceof JdbcConnection connection
        && !resources.isSearched()
        && liquibase.getDatabaseChangeLog().getChangeSets().stream()
            .noneMatch(ChangeSet::isAlwaysRun)) {
      state.record(connection.getUnderlyingConnection(), resources.files());
    }
  }
}
